import type { Gap, Link, RequirementTrace, TestState } from '../model';
import { inProfile } from '../scope';
import { verifies } from './testVerdicts';

/** What a run says of the tests in one piece of code, or of one test that names a requirement itself, where it says that nothing passed. */
export interface UnpassedTest {
  readonly state: Exclude<TestState, 'passed'>;
  /** Says which, and why. */
  readonly gap: Gap & { readonly kind: 'test-failed' | 'test-skipped' | 'test-not-run' };
  /** The first requirement that relies on it. */
  readonly row: RequirementTrace;
  readonly name: string;
  /** Of the code, or of the results where the test is known by these alone. */
  readonly file: string;
}

/** Of the requirements of the profile, each piece of code and each test once, however many requirements rely on it. */
export function unpassedTests(requirements: readonly RequirementTrace[]): UnpassedTest[] {
  const found = new Map<string, UnpassedTest>();
  for (const row of requirements.filter(inProfile)) {
    for (const test of [...row.links.flatMap((link) => ofLink(link, row)), ...ofNamed(row)]) {
      const key = JSON.stringify([test.file, test.name, test.state]);
      found.set(key, found.get(key) ?? test);
    }
  }
  return [...found.values()];
}

function ofLink(link: Link, row: RequirementTrace): UnpassedTest[] {
  const { tests, file, unit } = link;
  if (tests === undefined || tests.state === 'passed' || !verifies(link)) {
    return [];
  }
  const common = { row, name: unit?.name ?? '', file };
  if (tests.state === 'not-run') {
    return [{ ...common, state: tests.state, gap: { kind: 'test-not-run', link } }];
  }
  const { state } = tests;
  const result = tests.results.find(({ outcome }) => outcome === state);
  return result === undefined ? [] : [{ ...common, state, gap: { kind: kindOf(state), result, link } }];
}

function ofNamed(row: RequirementTrace): UnpassedTest[] {
  return (row.tests?.named ?? []).flatMap((result): UnpassedTest[] => {
    const { outcome: state, name, file } = result;
    return state === 'passed' ? [] : [{ row, state, name, file, gap: { kind: kindOf(state), result } }];
  });
}

function kindOf(state: 'failed' | 'skipped'): 'test-failed' | 'test-skipped' {
  return state === 'failed' ? 'test-failed' : 'test-skipped';
}
