import { escapeXml } from '../xmlText';
import { valueOf, type Cell, type Row } from './model';

/** What a cell of Excel holds. In UTF-16 units. */
export const LONGEST_TEXT = 32_767;

/** Nothing to write in another way; most texts are so. */
const PLAIN = /^[ !#-%'-;=?-^`-~\n\u00A0-\uD7FF\uE000-\uFFFD]*$/;

/** What XML has no place for, and what would read as a character that is written by its number. */
const ESCAPED = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;

/**
 * A text as SpreadsheetML holds it (ST_Xstring of ISO/IEC 29500): control characters by their number, `_x0007_`, and a text that looks like one
 * with its first mark so. Half a surrogate pair and NUL are no text anywhere and become U+FFFD; each kind of line break is a spreadsheet's own.
 */
export function cellText(text: string): string {
  if (PLAIN.test(text)) {
    return text;
  }
  const whole = text.replaceAll(/\r\n?/gu, '\n').replaceAll(/[\uD800-\uDFFF\0]/gu, '\uFFFD');
  return escapeXml(whole.replaceAll(ESCAPED, (character) => `_x${hex(character)}_`));
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** The text in pieces that a cell holds each, cut at the end of a line where there is one; together they are the text. */
export function piecesOf(text: string, longest = LONGEST_TEXT): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const lineEnd = rest.lastIndexOf('\n', longest - 1) + 1;
    const pairCut = /[\uD800-\uDBFF]/u.test(rest.charAt(longest - 1)) ? 1 : 0;
    const length = lineEnd > 0 ? lineEnd : longest - pairCut;
    pieces.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...pieces, rest];
}

/** A row whose text is longer than a cell goes on in the rows below, where its other cells stand again: filtered and sorted they stay together. */
export function rowsThatFit(row: Row): readonly Row[] {
  const { cells } = row;
  if (!cells.some(isTooLong)) {
    return [row];
  }
  const pieces = cells.map((cell) => (isTooLong(cell) ? piecesOf(String(valueOf(cell))) : undefined));
  const count = Math.max(...pieces.map((each) => each?.length ?? 1));
  return Array.from({ length: count }, (_, n) => ({
    ...row,
    cells: cells.map((cell, column): Cell => {
      const own = pieces[column];
      return own === undefined ? cell : { ...(typeof cell === 'object' ? cell : {}), value: own[n] ?? '' };
    }),
  }));
}

function isTooLong(cell: Cell): boolean {
  const value = valueOf(cell);
  return typeof value === 'string' && value.length > LONGEST_TEXT;
}
