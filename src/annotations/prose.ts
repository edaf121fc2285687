/**
 * List bullets, numbers, quote and table marks, task boxes, headings: what may stand before the marker on its line. Each can be read in one way alone:
 * with `#{1,6}` for a heading, a row of forty `#` could be parted in a billion ways.
 */
const BEFORE = /^[ \t]*(?:(?:[-*+>|•#]|\d{1,3}[.)]|\[[ xX]\])[ \t]*)*$/u;

/** No list is nested deeper than this; longer starts of lines are text. In characters. */
const LONGEST_START = 60;

/** Lines of a prose text that start with the marker: where the marker stands, where the line, or its table cell, ends. */
export function* proseLines(text: string, marker: string): Generator<{ at: number; end: number }> {
  for (let at = text.indexOf(marker); at !== -1; at = text.indexOf(marker, at + marker.length)) {
    const lineStart = startOfLine(text, at);
    if (lineStart === undefined) {
      continue;
    }
    const before = text.slice(lineStart, at).replace(/^\uFEFF/u, '');
    if (!BEFORE.test(before)) {
      continue;
    }
    let end = at;
    const isCell = before.includes('|');
    while (end < text.length && !'\r\n'.includes(text.charAt(end)) && !(isCell && text.startsWith(' |', end))) {
      end++;
    }
    yield { at, end };
  }
}

/** `undefined` when more than bullets can hold stands before. */
function startOfLine(text: string, at: number): number | undefined {
  for (let i = at; i >= 0 && at - i <= LONGEST_START; i--) {
    if (i === 0 || '\r\n'.includes(text.charAt(i - 1))) {
      return i;
    }
  }
  return undefined;
}
