import equal from 'fast-deep-equal';
import type { Link } from './model';

/** How the links of a file differ from those it had. */
export interface LinkDifference {
  /** As they are now, the same objects as before where they say the same. */
  readonly links: readonly Link[];
  /** Canonical ids of the requirements that one of the others belongs to. */
  readonly changed: ReadonlySet<string>;
}

/**
 * What is typed changes a line: the links before and behind it stay what they are, and rows that hold none of the others need not be made again.
 * Both in order of place.
 */
export function keepLinks(before: readonly Link[], after: readonly Link[]): LinkDifference {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && equal(before[start], after[start])) {
    start++;
  }
  let end = 0;
  while (end < most - start && equal(before.at(-1 - end), after.at(-1 - end))) {
    end++;
  }
  const gone = before.slice(start, before.length - end);
  const come = after.slice(start, after.length - end);
  return {
    links: [...before.slice(0, start), ...come, ...before.slice(before.length - end)],
    changed: new Set([...gone, ...come].map(({ id }) => id)),
  };
}
