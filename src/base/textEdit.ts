import { LineMap, type Range } from './text';

/** A stretch of text and what is put in its place; places count in the text before any edit. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** The text after edits that do not overlap, in whatever order they are given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineMap(text);
  const placed = edits
    .map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, newText } of placed) {
    parts.push(text.slice(at, start), newText);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** The one edit that makes a text of another, without what both start and end with; `undefined` when they are the same. */
export function editBetween(before: string, after: string): TextEdit | undefined {
  if (before === after) {
    return undefined;
  }
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before.charCodeAt(start) === after.charCodeAt(start)) {
    start++;
  }
  // An edit never parts the two halves of a line end.
  if (start > 0 && before.charCodeAt(start - 1) === 13) {
    start--;
  }
  let end = 0;
  while (
    end < shortest - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  if (end > 0 && before.charCodeAt(before.length - end) === 10) {
    end--;
  }
  const lines = new LineMap(before);
  return {
    range: lines.rangeOf(start, before.length - end),
    newText: after.slice(start, after.length - end),
  };
}
