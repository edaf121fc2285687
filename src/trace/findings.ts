import { plainArgs } from '../base/message';
import { problemKey, type Problem } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import type { Range } from '../base/text';
import type { Proof } from '../evidence/model';
import type { RequirementTrace, Trace } from './model';
import { unpassedTests, type UnpassedTest } from './results/testFindings';
import { inProfile } from './scope';
import { proofStateCode } from './stateNames';
import type { PlacedUnit } from './unclaimed/model';
import { proofName } from './words';

/** Something that `check` can fail on: a problem, the state of a requirement of the profile, that of a proof which no problem tells of, or of a test. */
export type Finding = FindingKey &
  (
    | { readonly kind: 'problem'; readonly problem: Problem }
    | { readonly kind: 'requirement'; readonly row: RequirementTrace }
    /** `row`: the first requirement that the proof was declared for. */
    | { readonly kind: 'proof'; readonly proof: Proof; readonly row: RequirementTrace }
    | { readonly kind: 'test'; readonly test: UnpassedTest }
    | { readonly kind: 'unclaimed'; readonly code: PlacedUnit }
  );

export interface FindingKey {
  /** Holds no line number, so that moving code within a file is no news against a baseline. */
  readonly key: string;
  /** The same without the file, where there is one: neither is moving it to another file, or giving the file another name. */
  readonly movable?: string;
}

/**
 * Every problem, every requirement of the profile that is not satisfied, every proof in a state that no problem tells of, and every test that did not pass.
 * @param unclaimed code that should serve a requirement, where somebody asked for it
 */
export function findings(trace: Trace, unclaimed: readonly PlacedUnit[] = []): Finding[] {
  return [
    ...trace.problems.map((problem) => ({
      kind: 'problem' as const,
      ...problemFindingKey(problem.code, problem.file, plainArgs(problem.message)),
      problem,
    })),
    ...trace.requirements
      .filter((row) => inProfile(row) && row.state !== 'satisfied')
      .map((row) => ({ kind: 'requirement' as const, key: requirementKey(row.requirement.id, row.state), row })),
    ...proofFindings(trace),
    ...unpassedTests(trace.requirements).map((test) => ({
      kind: 'test' as const,
      ...testFindingKey(test.state, test.name, test.file),
      test,
    })),
    ...unclaimed.map((code) => ({
      kind: 'unclaimed' as const,
      ...unclaimedKey(code.unit.kind, code.unit.name, code.file),
      code,
    })),
  ];
}

/** Whether a document is hardly begun depends on the requirement that it is a proof of: no problem of its entry says it. */
function proofFindings(trace: Trace): Finding[] {
  const told = new Set(trace.problems.map(({ code, file, range }) => placeKey(code, file, range)));
  const found = new Map<string, Finding>();
  for (const row of trace.requirements.filter(inProfile)) {
    for (const proof of row.proofs) {
      const { state, entry } = proof;
      const key = proofKey(state, entry.for, proofName(entry));
      const code = proofStateCode(state);
      const isTold = code !== undefined && told.has(placeKey(code, PROJECT_FILE, entry.range));
      if (state !== 'ok' && !isTold && !found.has(key)) {
        found.set(key, { kind: 'proof', key, proof, row });
      }
    }
  }
  return [...found.values()];
}

function placeKey(code: string, file: string, range: Range | undefined): string {
  return JSON.stringify([code, file, range?.start.line, range?.start.character]);
}

export function problemFindingKey(code: string, file: string, args: readonly (string | number)[]): FindingKey {
  return { key: problemKey(code, file, args), movable: problemKey(code, '', args) };
}

export function requirementKey(id: string, state: string): string {
  return ['requirement', state, id].join('\u0000');
}

/** @param name of the code or of the test, empty for all tests of a file @param file where it is */
export function testFindingKey(state: string, name: string, file: string): FindingKey {
  const movable = ['test', state, name].join('\u0000');
  const key = [movable, file].join('\u0000');
  return name === '' ? { key } : { key, movable };
}

/** A whole file is itself wherever it is, by its name. */
export function unclaimedKey(kind: string, name: string, file: string): FindingKey {
  const movable = ['unclaimed', kind, name].join('\u0000');
  return { key: [movable, file].join('\u0000'), movable };
}

/** @param name as `proofName` gives it */
export function proofKey(state: string, ids: readonly string[], name: string): string {
  return ['proof', state, ids.join(','), name].join('\u0000');
}
