import type { Position } from '../../base/text';

/** Titles, notes and the like are cut after so many characters. */
const SHORT = 160;

/** Bidirectional controls and those of terminals, which could disguise a text. */
const disguises =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Text of the workspace in one line, cut at `max` characters. */
export function oneLine(text: string, max = SHORT): string {
  const line = clean(text).replace(/\s+/gu, ' ').trim();
  return line.length <= max ? line : `${whole(line.slice(0, max - 1))}…`;
}

/** As {@link oneLine}, between “ and ”, which the text itself then does not hold: who reads can tell where it ends. */
export function quoted(text: string, max = SHORT): string {
  return `“${oneLine(text, max).replace(/[“”]/gu, '"')}”`;
}

/** A text of several lines, each marked as quoted, cut at `max` characters. */
export function quotedBlock(text: string, max: number): { readonly block: string; readonly cut: boolean } {
  const trimmed = clean(text).trim();
  const cut = trimmed.length > max;
  const kept = cut ? `${whole(trimmed.slice(0, max - 1))}…` : trimmed;
  const block = kept
    .split(/\r\n|\r|\n/u)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
  return { block, cut };
}

/** `src/a.ts:12`; a name with line ends in it stays in its line. */
export function placeOf(file: string, start: Position): string {
  return `${oneLine(file, 500)}:${start.line + 1}`;
}

function clean(text: string): string {
  return text.replace(disguises, '');
}

/** Without half of a character at its end. */
function whole(text: string): string {
  return /[\uD800-\uDBFF]$/u.test(text) ? text.slice(0, -1) : text;
}
