import type { Gap, Link, RequirementTests, TestResult } from '../model';
import { stateOf, verifies } from './testVerdicts';

/** What the tests of one requirement lack. */
export interface TestGaps {
  /** Each piece of code of which a test failed, and each failed test that names the requirement. They count whatever the requirement needs. */
  readonly failed: readonly Gap[];
  /** Filled where nothing failed and nothing passed either: then nothing shows that the requirement is met. */
  readonly unshown: readonly Gap[];
}

const NONE: TestGaps = { failed: [], unshown: [] };

/** @param named absent where no test results were read: then a verifying link speaks for itself */
export function testGaps(links: readonly Link[], named: readonly TestResult[] | undefined): TestGaps {
  if (named === undefined) {
    return NONE;
  }
  const failed: Gap[] = [
    ...links.flatMap((link) => gapOf('test-failed', firstOf(link, 'failed'), link)),
    ...named.filter(({ outcome }) => outcome === 'failed').flatMap((result) => gapOf('test-failed', result)),
  ];
  const verifying = links.filter(verifies);
  const isShown =
    // Of code that is still looked for, nothing is known yet.
    verifying.some(({ tests }) => tests === undefined || tests.state === 'passed') ||
    named.some(({ outcome }) => outcome === 'passed');
  if (failed.length > 0 || isShown) {
    return { failed, unshown: [] };
  }
  return {
    failed,
    unshown: [
      ...verifying.map((link): Gap => {
        const skipped = firstOf(link, 'skipped');
        return skipped === undefined ? { kind: 'test-not-run', link } : { kind: 'test-skipped', result: skipped, link };
      }),
      ...named.flatMap((result) => gapOf('test-skipped', result)),
    ],
  };
}

/** `undefined` where nothing verifies the requirement, or nothing is known yet. */
export function requirementTests(
  links: readonly Link[],
  named: readonly TestResult[] | undefined,
): RequirementTests | undefined {
  const states = [...links.flatMap(({ tests }) => tests?.state ?? []), ...(named ?? []).map(({ outcome }) => outcome)];
  return named === undefined || states.length === 0 ? undefined : { state: stateOf(states), named };
}

function gapOf(kind: 'test-failed' | 'test-skipped', result: TestResult | undefined, link?: Link): Gap[] {
  return result === undefined ? [] : [{ kind, result, ...(link === undefined ? {} : { link }) }];
}

function firstOf({ tests }: Link, outcome: TestResult['outcome']): TestResult | undefined {
  return tests?.state === outcome ? tests.results.find((result) => result.outcome === outcome) : undefined;
}
