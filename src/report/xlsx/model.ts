import type { StyleName } from './styles';

/** A workbook as the writer takes it: sheets of texts and counts. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly properties: Properties;
  /** What stands above and below each printed page. */
  readonly page: { readonly left: string; readonly right: string; readonly pageOf: string };
}

export interface Properties {
  readonly title: string;
  readonly subject?: string;
  readonly version?: string;
  readonly language: string;
  /** ISO 8601 with a time zone. */
  readonly created?: string;
}

export interface Sheet {
  readonly name: string;
  /** A first row that stays in sight and is repeated on each printed page, with a filter over the columns. */
  readonly headings?: readonly string[];
  readonly rows: readonly Row[];
  /** In characters, one a column. */
  readonly widths: readonly number[];
}

export interface Row {
  readonly cells: readonly Cell[];
  /** What links within the workbook name the row by; the first of several rows of one name is meant. */
  readonly key?: string;
}

/** A text is never anything else, whatever it starts with; a line break in it is one in the cell too. */
export type CellValue = string | number;

export type Cell = CellValue | StyledCell;

export interface StyledCell {
  readonly value: CellValue;
  readonly style?: StyleName;
  /** An address, or a row of another sheet, counted from 0. A link that leads nowhere is left out. */
  readonly link?: { readonly href: string } | { readonly sheet: number; readonly key: string };
}

export function valueOf(cell: Cell): CellValue {
  return typeof cell === 'object' ? cell.value : cell;
}
