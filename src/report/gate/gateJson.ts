import * as v from 'valibot';
import { storedProblemSchema } from '../matrixSchema';
import { problemJson, unclaimedJson } from '../json';
import type { Finding } from '../../trace/findings';
import { gapText } from '../../trace/words';
import { testWords, type GateOptions, type GateResult } from './gateReport';

const text = v.string();
const optional = v.exactOptional(text);
const line = v.pipe(v.number(), v.integer(), v.minValue(1));

const failure = v.variant('kind', [
  v.strictObject({ kind: v.literal('problem'), ...storedProblemSchema.entries }),
  v.strictObject({ kind: v.literal('requirement'), requirement: text, state: text, gaps: v.array(text) }),
  v.strictObject({
    kind: v.literal('proof'),
    /** As declared. */
    for: v.array(text),
    state: text,
    files: v.exactOptional(v.array(text)),
    value: optional,
    link: optional,
  }),
  v.strictObject({
    kind: v.literal('test'),
    /** The first requirement that relies on it. */
    requirement: text,
    state: v.picklist(['failed', 'skipped', 'not-run']),
    /** Of the code that verifies, or of the results where the test is known by these alone. */
    file: text,
    /** Of the code or the test; absent for all tests of the file. */
    name: optional,
    message: text,
  }),
  v.strictObject({ kind: v.literal('unclaimed'), file: text, unit: text, name: text, startLine: line, endLine: line }),
]);

/** What `segur-trace check --format json` writes. Lines and columns count from 1, columns in UTF-16 units. */
export const gateSchema = v.strictObject({
  version: v.literal(1),
  failed: v.boolean(),
  /** Only what got worse than a baseline fails. */
  baseline: v.boolean(),
  /** What the caller asked to fail on, and was found. */
  failures: v.array(failure),
  /** Every problem, those that fail and those that do not. */
  problems: v.array(storedProblemSchema),
});

type Gate = v.InferOutput<typeof gateSchema>;

/** The gate for programs; its form is `schemas/gate.schema.json`. */
export function writeGateJson({ trace, failing, hasBaseline }: GateResult, options: Pick<GateOptions, 't'>): string {
  const gate: Gate = {
    version: 1,
    failed: failing.size > 0,
    baseline: hasBaseline,
    failures: [...failing].map((finding) => failureJson(finding, options)),
    problems: trace.problems.map((problem) => problemJson(problem, options)),
  };
  return `${JSON.stringify(gate, null, 2)}\n`;
}

function failureJson(finding: Finding, options: Pick<GateOptions, 't'>): Gate['failures'][number] {
  switch (finding.kind) {
    case 'unclaimed': {
      const { kind: unit, ...place } = unclaimedJson(finding.code);
      return { kind: 'unclaimed', unit, ...place };
    }
    case 'problem':
      return { kind: 'problem', ...problemJson(finding.problem, options) };
    case 'requirement': {
      const { requirement, state, gaps } = finding.row;
      return {
        kind: 'requirement',
        requirement: requirement.id,
        state,
        gaps: gaps.map((gap) => gapText(options.t, gap)),
      };
    }
    case 'proof': {
      const { entry, state } = finding.proof;
      return {
        kind: 'proof',
        for: [...entry.for],
        state,
        ...(entry.files === undefined ? {} : { files: [...entry.files] }),
        ...(entry.value === undefined ? {} : { value: entry.value }),
        ...(entry.link === undefined ? {} : { link: entry.link }),
      };
    }
    case 'test': {
      const { row, state, file, name } = finding.test;
      return {
        kind: 'test',
        requirement: row.requirement.id,
        state,
        file,
        ...(name === '' ? {} : { name }),
        message: testWords(finding, options.t),
      };
    }
  }
}
