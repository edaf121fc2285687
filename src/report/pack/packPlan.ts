import type { Catalog } from '../../catalog/model';
import { pushTo } from '../../base/pushTo';
import type { Proof, ProofEntry } from '../../evidence/model';
import { chapterOf, chapterTrace } from '../../trace/chapterTrace';
import type { RequirementTrace, Trace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import { isSettled } from '../../trace/totals';
import { gapText } from '../../trace/words';
import { writeCsv } from '../csv';
import { writeHtml } from '../html';
import { writeJson } from '../json';
import { writeXlsx } from '../xlsx';
import { packFrontPage } from './packFrontPage';
import type { PackOptions, PackPlan, PlannedFile } from './packModel';
import { packName, splitName, UniqueNames } from './packNames';
import { packReadme } from './packReadme';

/** Proofs that somebody may hand in: one that is over or empty would be sent back, so it is listed as missing instead. */
function isFitToHandIn({ state }: Proof): boolean {
  return state !== 'missing' && state !== 'empty' && state !== 'expired';
}

/**
 * Lays the dossier out as Convergence takes it, chapter by chapter: a folder for each requirement, with its own copy of each proof, named by
 * the id it was declared for. Same trace, same plan; a proof has the same path in the pack of its chapter and in the whole one.
 */
// @segur ST.PCK.01
export function planPack(whole: Trace, catalog: Catalog, options: PackOptions): PackPlan {
  const { chapter } = options;
  const trace = chapter === undefined ? whole : chapterTrace(whole, chapter);
  const rows = trace.requirements.filter(inProfile);
  const head = manifestHead(trace, rows, options);
  const proofs = planProofs(rows, packChapters(whole), catalog, options.own);
  return {
    files: [
      summary('00-sommaire.html', packFrontPage(trace, rows, proofs, head, options)),
      ...proofs,
      summary('LISEZ-MOI.txt', packReadme(trace, head, options)),
      ...matrices(trace, options),
    ],
    head,
  };
}

function summary(path: string, content: string): PlannedFile {
  return { path, role: 'summary', source: 'made', content };
}

/** An earlier pack at the same place says nothing about this one, which would otherwise differ from the first. */
function matrices(whole: Trace, { t, language, commit, own }: PackOptions): PlannedFile[] {
  const trace = { ...whole, problems: whole.problems.filter(({ file }) => file !== own) };
  const options = { t, language, ...(commit === undefined ? {} : { commit: commit.id }) };
  const made = { csv: writeCsv, html: writeHtml, json: writeJson, xlsx: writeXlsx };
  return Object.entries(made).map(([extension, write]) => ({
    path: `matrice/matrice.${extension}`,
    role: 'matrix',
    source: 'made',
    content: write(trace, options),
  }));
}

/** Names of the chapters that rows of the profile stand in, in the catalogue's order; `''` for those without. */
export function packChapters(trace: Trace): readonly string[] {
  return [...new Set(trace.requirements.filter(inProfile).map(chapterOf))];
}

/** @param chapters all of the dossier, which number the folders */
function planProofs(
  rows: readonly RequirementTrace[],
  chapters: readonly string[],
  catalog: Catalog,
  own: string | undefined,
): PlannedFile[] {
  const names = new UniqueNames();
  return rows.flatMap((row) => {
    const { requirement } = row;
    const chapter = chapterOf(row);
    const number = String(chapters.indexOf(chapter) + 1).padStart(2, '0');
    const folder = `${number}-${packName(chapter === '' ? 'sans chapitre' : chapter)}/${packName(requirement.id)}`;
    return row.proofs.filter(isFitToHandIn).flatMap((proof) =>
      proof.files
        .filter(({ path }) => path !== own)
        .map(({ path, size }): PlannedFile => {
          const { stem, extension } = splitName(path);
          const id = packName(idFor(proof, requirement.id, catalog));
          const { kind, date, edition, author } = proof.entry;
          return {
            path: names.take((suffix) => `${folder}/${id}_${packName(stem)}${suffix}${extension}`),
            row: requirement.id,
            role: 'proof',
            source: 'file',
            bytes: size,
            requirements: requirementsOf(proof, catalog),
            original: path,
            kind,
            ...(date === undefined ? {} : { date }),
            ...(proof.expires === undefined ? {} : { expires: proof.expires }),
            ...(edition === undefined ? {} : { edition }),
            ...(author === undefined ? {} : { author }),
          };
        }),
    );
  });
}

/** The scenario or expected proof, where the proof was declared for one of this requirement's alone; else the requirement. */
function idFor({ entry }: Proof, requirementId: string, catalog: Catalog): string {
  const items = entry.for
    .flatMap((raw) => catalog.resolve(raw).targets)
    .filter(({ requirement }) => requirement === requirementId);
  const [only] = items;
  return items.length === 1 && only !== undefined ? only.item : requirementId;
}

function requirementsOf({ entry }: Proof, catalog: Catalog): string[] {
  return [...new Set(entry.for.flatMap((raw) => catalog.resolve(raw).targets.map(({ requirement }) => requirement)))];
}

function manifestHead(
  trace: Trace,
  rows: readonly RequirementTrace[],
  { t, commit, chapter, version }: PackOptions,
): PackPlan['head'] {
  const { product, profile, catalogs } = trace;
  // By entry: held against another requirement a proof may be another object.
  const values = new Map<ProofEntry, string[]>();
  for (const { requirement, proofs } of rows) {
    proofs
      .filter(({ entry }) => entry.files === undefined)
      .forEach(({ entry }) => pushTo(values, entry, requirement.id));
  }
  return {
    format: 'segur-trace-evidence-pack',
    version: 1,
    tool: { name: 'segur-trace', version },
    product,
    profile: { ...profile, profils: [...profile.profils] },
    catalogs: catalogs.map(({ id, title, edition }) => ({ id, title, ...(edition === undefined ? {} : { edition }) })),
    ...(chapter === undefined ? {} : { chapter }),
    commit: commit ?? null,
    values: [...values].map(([entry, requirements]) => ({
      requirements,
      kind: entry.kind,
      ...(entry.value === undefined ? {} : { value: entry.value }),
      ...(entry.link === undefined ? {} : { link: entry.link }),
      ...(entry.date === undefined ? {} : { date: entry.date }),
    })),
    missing: rows
      .filter(({ state }) => !isSettled(state))
      .map((row) => ({
        requirement: row.requirement.id,
        ...(row.requirement.chapter === undefined ? {} : { chapter: row.requirement.chapter }),
        blocks: row.requirement.nature === 'exigence',
        state: row.state,
        gaps: row.gaps.map((gap) => gapText(t, gap)),
      })),
  };
}
