import type { MergedRange, Sheet, SheetRow } from '../xlsx/model';
import { pushTo } from '../base/pushTo';

/** A sheet in which each cell of a merged range has the text of its first one. */
export class Grid {
  readonly sheet: Sheet;
  /** Those that cover a cell besides the first, by row. */
  readonly #merges = new Map<number, MergedRange[]>();
  readonly #byNumber: ReadonlyMap<number, SheetRow>;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.#byNumber = new Map(sheet.rows.map((row) => [row.number, row]));
    const [first, last] = [sheet.rows[0]?.number ?? 0, sheet.rows.at(-1)?.number ?? -1];
    let indexed = 0;
    for (const merge of sheet.merges) {
      // A range may be a whole column; only the rows with texts matter.
      for (let row = Math.max(merge.firstRow, first); row <= Math.min(merge.lastRow, last); row++) {
        if (++indexed > mostIndexed) {
          return;
        }
        pushTo(this.#merges, row, merge);
      }
    }
  }

  /** The text of a cell, its own or that of the range it is merged into. */
  text(row: SheetRow, column: number): string {
    const own = row.texts[column] ?? '';
    if (own !== '') {
      return own;
    }
    const merge = this.#mergeAt(row.number, column);
    return merge === undefined ? '' : (this.#byNumber.get(merge.firstRow)?.texts[merge.firstColumn] ?? '');
  }

  /** The text of a cell, its own or that of a cell above with which it is merged; titles across columns are not spread. */
  textFromAbove(row: SheetRow, column: number): string {
    const own = row.texts[column] ?? '';
    const merge = own === '' ? this.#mergeAt(row.number, column) : undefined;
    return merge?.firstColumn === column ? (this.#byNumber.get(merge.firstRow)?.texts[column] ?? '') : own;
  }

  #mergeAt(row: number, column: number): MergedRange | undefined {
    return this.#merges.get(row)?.find(({ firstColumn, lastColumn }) => column >= firstColumn && column <= lastColumn);
  }
}

/** Ranges that cover each other many times would cost their product. */
const mostIndexed = 500_000;
