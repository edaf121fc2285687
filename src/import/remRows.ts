import { message, type Message } from '../base/message';
import type { SheetRow } from '../xlsx/model';
import { isBlankValue, tidyText, tidyValue } from './cellText';
import { meaningOf } from './columnNames';
import type { ImportField } from './fields';
import type { Grid } from './grid';
import { foldHeader, headerLabel } from './headerWords';
import { idIn, isPlaceholder } from './idText';
import type { Notice, SkippedRow } from './model';
import type { Recognized } from './recognize';

/** A row of a REM that speaks of a requirement. */
export interface RemRow {
  readonly sheet: string;
  readonly row: number;
  /** In its tidy spelling. */
  readonly id: string;
  /** Texts of cells that are not empty. */
  readonly values: ReadonlyMap<ImportField, string>;
}

/** Texts of several lines; the others are values on one. */
const isProse = (field: ImportField): boolean =>
  field === 'statement' || field === 'scenario' || field === 'comment' || /^proof\d/u.test(field);

/** Reads the rows below a header; the others are told of. */
export function remRows(
  grid: Grid,
  recognized: Recognized,
): { rows: RemRow[]; skipped: SkippedRow[]; notices: Notice[] } {
  const reader = new RowReader(grid, recognized);
  for (const row of grid.sheet.rows) {
    if (row.number > (recognized.headerRows.at(-1) ?? 0)) {
      reader.read(row);
    }
  }
  return { rows: reader.rows, skipped: reader.skipped, notices: reader.notices };
}

class RowReader {
  readonly rows: RemRow[] = [];
  readonly skipped: SkippedRow[] = [];
  readonly #grid: Grid;
  readonly #sheet: string;
  readonly #fields: ReadonlyMap<ImportField, number>;
  readonly #continued: number[] = [];
  readonly #formulas: number[] = [];
  readonly #unsaved: number[] = [];
  readonly #errors: number[] = [];

  constructor(grid: Grid, { fields }: Recognized) {
    this.#grid = grid;
    this.#sheet = grid.sheet.name;
    this.#fields = fields;
  }

  get notices(): Notice[] {
    const notice = (level: Notice['level'], rows: number[], text: Message): Notice[] =>
      rows.length === 0 ? [] : [{ level, text, sheet: this.#sheet, rows }];
    return [
      ...notice(
        'warning',
        this.#errors,
        message('Cells that show an error of a formula were taken as empty: {0}', { count: this.#errors.length }),
      ),
      ...notice(
        'warning',
        this.#unsaved,
        message('Formulas without a saved result were taken as empty: {0}', { count: this.#unsaved.length }),
      ),
      ...notice(
        'information',
        this.#formulas,
        message('Formulas were not evaluated; the results that the file was saved with were taken: {0}', {
          count: this.#formulas.length,
        }),
      ),
      ...notice(
        'guess',
        this.#continued,
        message('Rows without an id were added to the requirement above them: {0}', { count: this.#continued.length }),
      ),
    ];
  }

  read(row: SheetRow): void {
    const values = this.#valuesOf(row);
    const cell = values.get('id') ?? '';
    const skip = (reason: Message): void => {
      this.skipped.push({ sheet: this.#sheet, row: row.number, reason });
    };
    if (values.size === 0) {
      skip(message('nothing in the columns that are read'));
      return;
    }
    if (cell === '') {
      this.#readWithoutId(row, values, skip);
      return;
    }
    const meaning = meaningOf(foldHeader(cell));
    if (meaning?.kind === 'field' && meaning.field === 'id') {
      skip(message('the header once more'));
      return;
    }
    const id = idIn(cell);
    const isAlone = row.texts.filter((text) => text.trim() !== '').length === 1;
    if (id === undefined || (isAlone && !/[./-]\s?\p{N}/u.test(id))) {
      skip(
        isAlone
          ? message('a heading: “{0}”', headerLabel(cell))
          : message('“{0}” is no id', headerLabel(cell).slice(0, 60)),
      );
      return;
    }
    if (isPlaceholder(id)) {
      skip(message('{0} keeps a place for an id to come', id));
      return;
    }
    this.#add(row, id, values);
  }

  #readWithoutId(row: SheetRow, values: ReadonlyMap<ImportField, string>, skip: (reason: Message) => void): void {
    const before = this.rows.at(-1);
    const goesOn = [...values.keys()].some((field) => /^(?:scenario|proof)/u.test(field));
    if (before?.row === row.number - 1 && goesOn) {
      this.#continued.push(row.number);
      this.#add(row, before.id, values);
      return;
    }
    const only = values.size === 1 ? [...values.values()][0] : undefined;
    skip(only === undefined ? message('no id') : message('a heading: “{0}”', headerLabel(only).slice(0, 60)));
  }

  #add(row: SheetRow, id: string, values: ReadonlyMap<ImportField, string>): void {
    this.rows.push({ sheet: this.#sheet, row: row.number, id, values });
  }

  #valuesOf(row: SheetRow): Map<ImportField, string> {
    const values = new Map<ImportField, string>();
    for (const [field, column] of this.#fields) {
      const note = row.notes.get(column);
      if (note === 'error') {
        this.#errors.push(row.number);
        continue;
      }
      const cell = this.#grid.textFromAbove(row, column);
      const text = isProse(field) ? tidyText(cell) : field === 'id' ? cell.trim() : tidyValue(cell);
      if (note === 'formula-without-value') {
        this.#unsaved.push(row.number);
      } else if (note === 'formula') {
        this.#formulas.push(row.number);
      }
      if (!isBlankValue(text)) {
        values.set(field, text);
      }
    }
    return values;
  }
}
