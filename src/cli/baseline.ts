import { message } from '../base/message';
import { readMatrix, type StoredMatrix } from '../report/matrixSchema';
import {
  problemFindingKey,
  proofKey,
  requirementKey,
  testFindingKey,
  unclaimedKey,
  type Finding,
  type FindingKey,
} from '../trace/findings';
import { inProfile } from '../trace/scope';
import { readInput } from './readInput';
import { UsageError } from './usageError';

/** What was there before: its findings, each as often as it was found. */
export interface Baseline {
  readonly findings: readonly FindingKey[];
}

/**
 * Reads the findings of a stored matrix (`matrix --format json`).
 *
 * @throws UsageError when the file cannot be read or is no such matrix: a gate must not pass on a baseline that it did not understand.
 */
export async function readBaseline(path: string): Promise<Baseline> {
  const stored = readMatrix(await readInput(path));
  if (stored === undefined) {
    throw new UsageError(message('{0} is not a matrix written by segur-trace matrix --format json.', path));
  }
  const rows = stored.requirements.filter(inProfile);
  return {
    findings: [
      ...stored.problems.map(({ code, file, args }) => problemFindingKey(code, file, args)),
      // A requirement that was missing and is now partial got better; one that was partial and is missing got worse.
      ...rows.flatMap(({ id, state }) =>
        acceptedStates(state).map((accepted) => ({ key: requirementKey(id, accepted) })),
      ),
      ...proofKeys(rows),
      ...testKeys(rows),
      ...(stored.unclaimed ?? []).map(({ kind, name, file }) => unclaimedKey(kind, name, file)),
    ],
  };
}

/** A proof that serves several requirements stands in each of their rows, and is one finding. */
function proofKeys(rows: StoredMatrix['requirements']): FindingKey[] {
  const keys = rows.flatMap(({ proofs }) =>
    proofs.map(({ state, for: ids, patterns: files, value, link }) =>
      proofKey(state, ids, files?.join(', ') ?? value ?? link ?? ''),
    ),
  );
  return [...new Set(keys)].map((key) => ({ key }));
}

/** A piece of code or a test that serves several requirements is one finding. One that failed and was not even run now is no worse. */
function testKeys(rows: StoredMatrix['requirements']): FindingKey[] {
  const tests = rows.flatMap(({ links, tests: own }) => [
    ...links.flatMap(({ tests, unit, file }) =>
      tests === undefined ? [] : [{ state: tests.state, name: unit?.name ?? '', file }],
    ),
    ...(own?.named ?? []).map(({ outcome, name, file }) => ({ state: outcome, name, file })),
  ]);
  const keys = tests.flatMap(({ state, name, file }): FindingKey[] => {
    if (state === 'passed') {
      return [];
    }
    const milder = ['skipped', 'not-run'].filter((one) => one !== state);
    return [testFindingKey(state, name, file), ...milder.map((one) => ({ key: testFindingKey(one, name, file).key }))];
  });
  return [...new Map(keys.map((one) => [one.key, one])).values()];
}

/**
 * The findings that the baseline does not have, or not so often. One that is gone from a file may have come up in another: that is no news, since
 * files are moved and renamed.
 */
// @segur ST.CLI.02
export function worseThan(now: readonly Finding[], { findings }: Baseline): Finding[] {
  const left = countBy(findings, ({ key }) => key);
  const rest = now.filter(({ key }) => !take(left, key));
  const gone = countBy(
    findings.filter(({ key }) => take(left, key)),
    ({ movable }) => movable ?? '',
  );
  return rest.filter(({ movable }) => movable === undefined || !take(gone, movable));
}

function countBy(all: readonly FindingKey[], keyOf: (key: FindingKey) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) {
    const key = keyOf(one);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Takes one away, if there is one. */
function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  counts.set(key, count - 1);
  return count > 0;
}

/** From worst to best; the same state or a better one than the stored one is no news. */
const RANKS = ['missing', 'suspect', 'partial', 'accepted-gap', 'not-applicable', 'satisfied'];

function acceptedStates(stored: string): readonly string[] {
  return RANKS.slice(Math.max(RANKS.indexOf(stored), 0));
}
