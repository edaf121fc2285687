import type { Position, Range } from './text';

/**
 * The same data with its ranges where they stand in a newer text, as far as the lines tell that both texts begin and end with. What stands in the
 * lines between stays where it was.
 */
export function withMovedRanges<T>(data: T, before: string, after: string): T {
  const old = linesOf(before);
  const now = linesOf(after);
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) {
    start++;
  }
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) {
    end++;
  }
  const shift = now.length - old.length;
  if (shift === 0) {
    return data;
  }
  const moved = (position: Position): Position =>
    position.line < old.length - end ? position : { line: position.line + shift, character: position.character };
  return mapRanges(data, (range) => ({ start: moved(range.start), end: moved(range.end) }));
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/u);
}

/** Plain data alone: arrays, objects and what stands in them. */
function mapRanges<T>(data: T, map: (range: Range) => Range): T {
  if (typeof data !== 'object' || data === null) {
    return data;
  }
  if (Array.isArray(data)) {
    return data.map((item: unknown) => mapRanges(item, map)) as T;
  }
  if (isRange(data)) {
    return map(data) as T;
  }
  return Object.fromEntries(
    Object.entries(data).map(([key, value]: [string, unknown]) => [key, mapRanges(value, map)]),
  ) as T;
}

function isRange(data: object): data is Range {
  return 'start' in data && 'end' in data && isPosition(data.start) && isPosition(data.end);
}

function isPosition(data: unknown): data is Position {
  return typeof data === 'object' && data !== null && 'line' in data && 'character' in data;
}
