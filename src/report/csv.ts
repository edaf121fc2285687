import Papa from 'papaparse';
import type { Trace } from '../trace/model';
import type { MatrixOptions } from './matrixFormat';
import { matrixCells, matrixHeadings, matrixRows } from './matrixRows';

/**
 * The matrix as a French Excel opens it with a double click: semicolons, UTF-8 with a byte order mark, CRLF.
 * No cell is ever a formula, whatever a title, a path or a reason starts with.
 */
// @segur ST.OUT.02
export function writeCsv(trace: Trace, { t }: MatrixOptions): string {
  const rows = matrixRows(trace, t).map((row) => matrixCells(row).map((lines) => cell(lines)));
  const table = Papa.unparse([[...matrixHeadings(t)], ...rows], {
    delimiter: ';',
    newline: '\r\n',
    escapeFormulae: false,
  });
  return `\uFEFF${table}\r\n`;
}

/** What spreadsheets take for the start of a formula, full-width forms included, also behind blanks that they drop. */
const FORMULA = /^[\s\u00A0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

function cell(lines: readonly string[]): string {
  const text = lines.map((line) => line.replace(/[\r\n\t\u2028\u2029\0]+/gu, ' ')).join('\n');
  // The apostrophe is the spreadsheet's own mark of a text; each line of a cell is guarded, should a reader split them.
  return text
    .split('\n')
    .map((line) => (FORMULA.test(line) ? `'${line}` : line))
    .join('\n');
}
