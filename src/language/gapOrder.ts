import type { Translate } from '../base/message';
import { render } from '../base/message';
import { compare, type Position, type Range } from '../base/text';
import type { Trace } from '../trace/model';
import { inProfile } from '../trace/scope';
import { isSettled } from '../trace/totals';
import { gapText } from '../trace/words';
import { pushTo } from '../base/pushTo';

/** A line whose annotation asks for work: by its requirement, which is not satisfied, or by a problem of its own. */
export interface GapStop {
  readonly file: string;
  /** Of the first id on the line, or of the problem. */
  readonly range: Range;
  /** What is missing, one text a requirement or problem. */
  readonly reasons: (t: Translate) => readonly string[];
}

export type Direction = 'next' | 'previous';

/** Where somebody is: nowhere in particular before the first step. */
export interface Standpoint {
  readonly file: string;
  readonly position: Position;
}

const known = new WeakMap<Trace, readonly GapStop[]>();

/**
 * The stops of a folder, by file and line, in the order in which they are visited. Requirements of the profile that have gaps and no annotation
 * at all have no place to stop at.
 */
// @segur ST.EDT.07
export function gapStops(trace: Trace): readonly GapStop[] {
  let stops = known.get(trace);
  if (stops === undefined) {
    stops = stopsOf(trace);
    known.set(trace, stops);
  }
  return stops;
}

interface Finding {
  readonly file: string;
  readonly range: Range;
  readonly reason: (t: Translate) => string;
  /** Findings of one key tell the same. */
  readonly key: string;
}

function stopsOf(trace: Trace): GapStop[] {
  const lines = new Map<string, Finding[]>();
  const add = (finding: Finding): void => {
    const line = `${finding.range.start.line}\n${finding.file}`;
    pushTo(lines, line, finding);
  };
  for (const row of trace.requirements) {
    const [gap] = row.gaps;
    if (gap !== undefined && inProfile(row) && !isSettled(row.state)) {
      const { id } = row.requirement;
      const reason = (t: Translate): string => t('{0}: {1}', id, gapText(t, gap));
      row.links.forEach(({ file, range }) => add({ file, range, reason, key: id }));
    }
  }
  for (const { code, severity, file, range, message } of trace.problems) {
    if (range !== undefined && code.startsWith('annotation.') && (severity === 'error' || severity === 'warning')) {
      add({ file, range, reason: (t) => render(t, message), key: `${code} ${JSON.stringify(message)}` });
    }
  }
  return [...lines.values()].map(stopOf).sort(byPlace);
}

function stopOf(findings: readonly Finding[]): GapStop {
  const [only, second] = findings;
  if (only === undefined) {
    throw new Error('A line without findings is no stop.');
  }
  if (second === undefined) {
    return { file: only.file, range: only.range, reasons: (t) => [only.reason(t)] };
  }
  const [first = only, ...others] = [...findings].sort((a, b) => compare(a.range.start, b.range.start));
  return {
    file: first.file,
    range: first.range,
    reasons: (t) =>
      [...new Map([first, ...others].map((finding) => [finding.key, finding])).values()].map(({ reason }) => reason(t)),
  };
}

function byPlace(a: { file: string; range: Range }, b: { file: string; range: Range }): number {
  return a.file === b.file ? compare(a.range.start, b.range.start) : a.file < b.file ? -1 : 1;
}

/** The index of the next place behind a standpoint, or of the one before it, round the end; -1 of none. `places` are by file and place. */
export function stepFrom(
  places: readonly { readonly file: string; readonly range: Range }[],
  from: Standpoint | undefined,
  direction: Direction,
): number {
  const last = places.length - 1;
  if (from === undefined) {
    return direction === 'next' ? Math.min(0, last) : last;
  }
  const here = { file: from.file, range: { start: from.position, end: from.position } };
  if (direction === 'next') {
    const found = places.findIndex((place) => byPlace(place, here) > 0);
    return found === -1 ? Math.min(0, last) : found;
  }
  const found = places.findLastIndex((place) => byPlace(place, here) < 0);
  return found === -1 ? last : found;
}

/**
 * The index of the next wanted item of a list, or of the one before, round the end and last of all `from` itself; -1 of none.
 * @param from -1 before the first one, the list's length behind the last one
 */
export function stepRound(
  count: number,
  from: number,
  direction: Direction,
  isWanted: (index: number) => boolean,
): number {
  const step = direction === 'next' ? 1 : -1;
  for (let steps = 1; steps <= count; steps++) {
    const index = (from + step * steps + 2 * count) % count;
    if (isWanted(index)) {
      return index;
    }
  }
  return -1;
}
