import type { SpreadsheetLimits } from './limits';
import { columnIndex, type CellNote, type MergedRange, type Sheet, type SheetRow } from './model';
import { dateText } from './numberFormats';
import { RichText, unescaped, type TextBudget } from './sharedStrings';
import { Enough, readXml, type XmlHandler } from './xmlPart';
import type { ZipArchive } from './zipArchive';

/** What the cells of all sheets need of their workbook. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly isDate: (style: string | undefined) => boolean;
  readonly isFrom1904: boolean;
  readonly budget: TextBudget;
  readonly limits: SpreadsheetLimits;
}

/** What a sheet holds, without its name, which the workbook gives it. */
export async function readSheet(
  archive: ZipArchive,
  part: string,
  context: CellContext,
  breathe?: () => Promise<void>,
): Promise<Omit<Sheet, 'name' | 'isHidden'>> {
  const reader = new SheetReader(context);
  await readXml(archive, part, reader, breathe);
  return reader.sheet;
}

class SheetReader implements XmlHandler {
  readonly #context: CellContext;
  readonly #rich = new RichText();
  readonly #rows: SheetRow[] = [];
  readonly #merges: MergedRange[] = [];
  #isLocked = false;
  #cutAfterRow: number | undefined;
  #hasMoreColumns = false;

  #rowNumber = 0;
  #isHidden = false;
  #texts: string[] = [];
  #notes = new Map<number, CellNote>();

  #column = -1;
  #type = '';
  #style: string | undefined;
  #value = '';
  #isInValue = false;
  #isInline = false;
  #hasFormula = false;

  constructor(context: CellContext) {
    this.#context = context;
  }

  get sheet(): Omit<Sheet, 'name' | 'isHidden'> {
    return {
      isLocked: this.#isLocked,
      rows: this.#rows,
      merges: this.#merges,
      ...(this.#cutAfterRow === undefined ? {} : { cutAfterRow: this.#cutAfterRow }),
      hasMoreColumns: this.#hasMoreColumns,
    };
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        this.#openRow(attributes);
        break;
      case 'c':
        this.#openCell(attributes);
        break;
      case 'v':
        this.#isInValue = true;
        break;
      case 'f':
        this.#hasFormula = true;
        break;
      case 'is':
        this.#isInline = true;
        break;
      case 'mergeCell':
        this.#merge(attributes['ref'] ?? '');
        break;
      case 'sheetProtection':
        this.#isLocked = attributes['sheet'] === '1' || attributes['sheet'] === 'true';
        break;
    }
    if (this.#isInline) {
      this.#rich.open(name);
    }
  }

  text(text: string): void {
    if (this.#isInValue) {
      this.#value += text;
    } else if (this.#isInline) {
      this.#rich.text(text);
    }
  }

  close(name: string): void {
    if (this.#isInline) {
      this.#rich.close(name);
    }
    switch (name) {
      case 'v':
        this.#isInValue = false;
        break;
      case 'is':
        this.#isInline = false;
        this.#value = this.#rich.whole;
        break;
      case 'c':
        this.#closeCell();
        break;
      case 'row':
        this.#closeRow();
        break;
    }
  }

  #openRow(attributes: Readonly<Record<string, string>>): void {
    const number = Number(attributes['r']);
    // Writers may leave the numbers out; then rows follow each other.
    this.#rowNumber = Number.isInteger(number) && number > 0 ? number : this.#rowNumber + 1;
    this.#isHidden = attributes['hidden'] === '1' || attributes['hidden'] === 'true';
    this.#column = -1;
    this.#texts = [];
    this.#notes = new Map();
  }

  #closeRow(): void {
    if (this.#texts.length === 0) {
      return;
    }
    const { limits } = this.#context;
    if (this.#rows.length >= limits.rows) {
      this.#cutAfterRow = this.#rows.at(-1)?.number ?? 0;
      throw new Enough();
    }
    this.#rows.push({
      number: this.#rowNumber,
      isHidden: this.#isHidden,
      texts: this.#texts,
      notes: this.#notes,
    });
    this.#texts = [];
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const letters = /^[A-Za-z]{1,3}/u.exec(attributes['r'] ?? '')?.[0];
    this.#column = (letters === undefined ? undefined : columnIndex(letters)) ?? this.#column + 1;
    this.#type = attributes['t'] ?? 'n';
    this.#style = attributes['s'];
    this.#value = '';
    this.#hasFormula = false;
    this.#rich.clear();
  }

  #closeCell(): void {
    const text = this.#cellText();
    const note = this.#note(text);
    if (text === '' && note === undefined) {
      return;
    }
    if (this.#column >= this.#context.limits.columns) {
      this.#hasMoreColumns = true;
      return;
    }
    while (this.#texts.length < this.#column) {
      this.#texts.push(this.#context.budget.keep(''));
    }
    this.#texts[this.#column] = this.#context.budget.keep(text);
    if (note !== undefined) {
      this.#notes.set(this.#column, note);
    }
  }

  #cellText(): string {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return this.#context.strings[Number(value)] ?? '';
      case 'inlineStr':
      case 'e':
      case 'd':
        return value;
      case 'str':
        return unescaped(value);
      case 'b':
        return value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE';
      default:
        if (value === '' || this.#isInlineValue(value)) {
          return value;
        }
        // 1.1000000000000001 is how 1.1 is stored.
        return this.#context.isDate(this.#style) ? dateText(value, this.#context.isFrom1904) : String(Number(value));
    }
  }

  /** Some writers put texts where numbers are announced. */
  #isInlineValue(value: string): boolean {
    return !Number.isFinite(Number(value));
  }

  #note(text: string): CellNote | undefined {
    if (this.#type === 'e') {
      return 'error';
    }
    return this.#hasFormula ? (text === '' ? 'formula-without-value' : 'formula') : undefined;
  }

  #merge(ref: string): void {
    const [, firstLetters = '', firstRow, lastLetters = '', lastRow] =
      /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(ref) ?? [];
    const firstColumn = columnIndex(firstLetters);
    const lastColumn = columnIndex(lastLetters);
    if (firstColumn !== undefined && lastColumn !== undefined && this.#merges.length < this.#context.limits.merges) {
      this.#merges.push({ firstRow: Number(firstRow), lastRow: Number(lastRow), firstColumn, lastColumn });
    }
  }
}
