import assert from 'node:assert/strict';
import { languageForPath } from '../../../src/annotations/languages';
import type { Lock } from '../../../src/evidence/lock';
import type { FileAnnotations } from '../../../src/annotations/model';
import { createMentionMatcher } from '../../../src/annotations/mentions';
import { parseAnnotations } from '../../../src/annotations/parseAnnotations';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { mergeCatalogs } from '../../../src/catalog/mergeCatalogs';
import type { Catalog } from '../../../src/catalog/model';
import type { Decision, Proof, ProofEntry, ProofState } from '../../../src/evidence/model';
import type { Profile, RequirementTrace, Trace } from '../../../src/trace/model';
import { Tracer, type Evidence } from '../../../src/trace/tracer';

export const TODAY = '2026-11-23';

const start = { line: 0, character: 0 };
export const nowhere = { start, end: start };

/** A catalogue from the lines below `requirements:` (and `faq:`) of a catalogue file. */
export function catalogOf(yaml: string, edition = '2026'): Catalog {
  const text = `version: 1\ncatalog: { id: c, title: Référentiel, edition: "${edition}" }\n${yaml}`;
  const { catalog, problems } = loadCatalogFile(text, 'catalogue.yaml');
  assert.deepEqual(problems, []);
  assert.ok(catalog);
  return mergeCatalogs([catalog]).catalog;
}

export function annotationsOf(path: string, text: string, catalog?: Catalog): FileAnnotations {
  return parseAnnotations(text, {
    language: languageForPath(path),
    marker: '@segur',
    ...(catalog === undefined
      ? {}
      : { mentions: createMentionMatcher(catalog.requirements.map((requirement) => requirement.id)) }),
  });
}

export interface TracerParts extends Partial<Evidence> {
  readonly profile?: Profile;
  readonly lock?: Lock;
  readonly product?: { readonly name?: string; readonly version?: string };
  readonly files?: Readonly<Record<string, string>>;
}

export function tracerOf(catalog: Catalog, parts: TracerParts = {}): Tracer {
  const { proofs = [], decisions = [], files = {}, profile = { profils: [] }, product = {}, lock } = parts;
  const tracer = new Tracer({
    catalog,
    project: { product, profile, proofs, decisions },
    isTest: (path) => path.startsWith('test/'),
    today: TODAY,
    ...(lock === undefined ? {} : { lock }),
  });
  for (const [path, text] of Object.entries(files)) {
    tracer.update(path, { ...annotationsOf(path, text, catalog), unitsRead: true });
  }
  return tracer;
}

export function traceOf(catalog: Catalog, parts: TracerParts = {}): Trace {
  return tracerOf(catalog, parts).trace();
}

export function rowOf(trace: Trace, id: string): RequirementTrace {
  const row = trace.requirement(id);
  assert.ok(row, id);
  return row;
}

export function proofOf(
  id: string | readonly string[],
  state: ProofState = 'ok',
  entry: Partial<ProofEntry> = {},
): Proof {
  const ids = typeof id === 'string' ? [id] : id;
  return {
    entry: {
      for: ids,
      kind: 'documentation',
      files: ['preuves/a.pdf'],
      covers: [],
      coversRanges: [],
      range: nowhere,
      forRanges: ids.map(() => nowhere),
      ...entry,
    },
    state,
    files: state === 'missing' ? [] : [{ path: 'preuves/a.pdf', size: 12 }],
  };
}

export function decisionOf(id: string, fields: Partial<Decision> = {}): Decision {
  return {
    for: [id],
    status: 'not-applicable',
    reason: 'Hors périmètre',
    range: nowhere,
    forRanges: [nowhere],
    ...fields,
  };
}
