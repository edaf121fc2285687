import { escapeXml } from '../xmlText';

/** A sheet of plain texts; a line break in a cell is one there too. */
export interface Sheet {
  readonly name: string;
  /** A first row that stays in sight, with a filter over the columns. */
  readonly headings?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** In characters, one a column. */
  readonly widths: readonly number[];
}

/** What a cell of Excel holds. In UTF-16 units. */
const LONGEST = 32_767;

export function sheetXml({ headings, rows, widths }: Sheet, namespace: string): string {
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const all = headings === undefined ? rows : [headings, ...rows];
  const lines = all.map((cells, index) => row(cells, index === 0 && headings !== undefined ? 2 : 1));
  const view =
    headings === undefined
      ? ''
      : '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>';
  const filter = headings === undefined ? '' : `<autoFilter ref="A1:${columnName(headings.length - 1)}${all.length}"/>`;
  return `<worksheet xmlns="${namespace}">${view}<cols>${columns}</cols><sheetData>${lines.join('')}</sheetData>${filter}</worksheet>`;
}

/** `A`, `B`, … `Z`, `AA`. @param index from 0 */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function row(cells: readonly string[], style: number): string {
  return `<row>${cells
    .map((text) =>
      text === ''
        ? `<c s="${style}"/>`
        : `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`,
    )
    .join('')}</row>`;
}

function cellText(text: string): string {
  const cut = text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
  // `_x0041_` is how SpreadsheetML writes a character by its number: a text that looks like one has its first mark written so.
  return escapeXml(cut.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_'));
}
