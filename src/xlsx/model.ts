/** What a reader should know about the text of a cell. A formula is never evaluated: its text is what the workbook was saved with. */
export type CellNote = 'formula' | 'formula-without-value' | 'error';

export interface SheetRow {
  /** As Excel numbers it, from 1. */
  readonly number: number;
  /** By hand or by a filter. */
  readonly isHidden: boolean;
  /** From column A on; empty cells are empty texts, and those behind the last text are left out. */
  readonly texts: readonly string[];
  /** By index of the column. */
  readonly notes: ReadonlyMap<number, CellNote>;
}

/** A range of cells shown as one; only the first has a text. Rows from 1, columns from 0, both ends included. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Protected against changes, which does not keep anybody from reading it. */
  readonly isLocked: boolean;
  /** Those with a text, in order. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedRange[];
  /** The last row that was read, when there are more than the limit. */
  readonly cutAfterRow?: number;
  /** There are texts beyond the last column that is looked at. */
  readonly hasMoreColumns: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Carries macros. They are neither run nor read. */
  readonly hasMacros: boolean;
}

/** `A`, `B`, … `Z`, `AA`. @param index from 0 */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** Index of a column from its letters, from 0; `undefined` for what is no column of Excel's. */
export function columnIndex(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/u.test(letters)) {
    return undefined;
  }
  const index = Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return index < 16_384 ? index : undefined;
}
