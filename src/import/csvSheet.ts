import { parse } from 'papaparse';
import { decodeText, type Encoding } from '../base/decodeText';
import { message } from '../base/message';
import { usualLimits, type SpreadsheetLimits } from '../xlsx/limits';
import type { CellNote, Sheet, SheetRow } from '../xlsx/model';
import { SpreadsheetRefusal } from '../xlsx/refusal';
import { checkSize } from '../xlsx/fileKind';

export interface CsvSheet {
  readonly sheet: Sheet;
  readonly encoding: Encoding;
  readonly delimiter: string;
}

const delimiters = [';', ',', '\t', '|'];
/** So much of a file tells what its cells are separated by. In UTF-16 units. */
const sample = 64 * 1024;
const noNotes: ReadonlyMap<number, CellNote> = new Map();

/**
 * Reads a table of texts: UTF-8 or UTF-16, with or without a byte order mark, else Windows-1252; cells separated by `;`, `,`, tabs or `|`, with quotes as in
 * RFC 4180. Row numbers are those that a spreadsheet program shows, not lines: a cell may hold several. @throws SpreadsheetRefusal
 */
export function readCsv(bytes: Uint8Array, name: string, limits: SpreadsheetLimits = usualLimits): CsvSheet {
  checkSize(bytes, limits);
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) {
    throw new SpreadsheetRefusal(
      message('This file is neither an Excel workbook nor a text'),
      message('Take the .xlsx file of the REM, or save it as .csv'),
    );
  }
  const { text, encoding } = decoded;
  if (text.trim() === '') {
    throw new SpreadsheetRefusal(message('This file is empty'), message('Download it again'));
  }
  const delimiter = delimiterOf(text);
  const rows: SheetRow[] = [];
  let number = 0;
  let characters = 0;
  let cutAfterRow: number | undefined;
  let hasMoreColumns = false;
  parse<string[]>(withoutSeparatorLine(text), {
    delimiter,
    step({ data }, parser) {
      number++;
      const texts = data.slice(0, limits.columns);
      hasMoreColumns ||= data.length > limits.columns;
      while (texts.length > 0 && texts.at(-1) === '') {
        texts.pop();
      }
      if (texts.length === 0) {
        return;
      }
      characters += texts.reduce((sum, { length }) => sum + length + 4, 0);
      if (rows.length >= limits.rows || characters > limits.characters) {
        cutAfterRow = rows.at(-1)?.number ?? 0;
        parser.abort();
        return;
      }
      rows.push({ number, isHidden: false, texts, notes: noNotes });
    },
  });
  const sheet: Sheet = {
    name,
    isHidden: false,
    isLocked: false,
    rows,
    merges: [],
    ...(cutAfterRow === undefined ? {} : { cutAfterRow }),
    hasMoreColumns,
  };
  return { sheet, encoding, delimiter };
}

/** Excel writes and reads a first line `sep=;`. */
const separatorLine = /^sep=(.)\r?\n/iu;

function withoutSeparatorLine(text: string): string {
  // The line stays as an empty one, so that rows keep their numbers.
  return text.replace(separatorLine, '\n');
}

/** The one that splits the first rows into the most cells, of like number. */
function delimiterOf(text: string): string {
  const said = separatorLine.exec(text)?.[1];
  if (said !== undefined) {
    return said;
  }
  const start = text.slice(0, sample);
  const scores = delimiters.map((delimiter) => {
    const counts = parse<string[]>(start, { delimiter, preview: 30 })
      .data.map(({ length }) => length)
      .filter((length) => length > 1)
      .sort((a, b) => a - b);
    // The median: a title above the table has few, a text with commas has many.
    return { delimiter, score: (counts[counts.length >> 1] ?? 1) * counts.length };
  });
  return scores.reduce((a, b) => (b.score > a.score ? b : a)).delimiter;
}
