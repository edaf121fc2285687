import { readFile } from 'node:fs/promises';
import { message } from '../base/message';
import { readMatrix } from '../report/matrixSchema';
import { inProfile } from '../trace/scope';
import { problemKey } from '../base/problem';
import { requirementKey } from '../trace/findings';
import { UsageError } from './usageError';

/**
 * Counts the findings of a stored matrix (`matrix --format json`) by key.
 *
 * @throws UsageError when the file cannot be read or is no such matrix: a gate must not pass on a baseline that it did not understand.
 */
export async function readBaseline(path: string): Promise<ReadonlyMap<string, number>> {
  const stored = readMatrix(await readText(path));
  if (stored === undefined) {
    throw new UsageError(message('{0} is not a matrix written by segur-trace matrix --format json.', path));
  }
  const counts = new Map<string, number>();
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  stored.problems.forEach((problem) => add(problemKey(problem.code, problem.file, problem.args)));
  // A requirement that was missing and is now partial got better; one that was partial and is missing got worse.
  for (const row of stored.requirements.filter(inProfile)) {
    acceptedStates(row.state).forEach((state) => add(requirementKey(row.id, state)));
  }
  return counts;
}

/** From worst to best; the same state or a better one than the stored one is no news. */
const RANKS = ['missing', 'suspect', 'partial', 'accepted-gap', 'not-applicable', 'satisfied'];

function acceptedStates(stored: string): readonly string[] {
  return RANKS.slice(Math.max(RANKS.indexOf(stored), 0));
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(message('Cannot read {0}.', path));
  }
}
