import type { Trace } from '../trace/model';
import { matrixCells, matrixHeadings, matrixRows } from './matrixRows';
import type { MatrixOptions } from './matrixFormat';
import { documentFacts, documentTitle } from './summary';
import { writeWorkbook } from './xlsx/workbook';

/** In characters, in the order of the headings of the matrix. */
const WIDTHS = [18, 36, 26, 18, 14, 40, 40, 40, 40, 40, 40];

/** The matrix as a spreadsheet: one row a requirement, cells of plain text, and a sheet that tells what the matrix is of. */
export function writeXlsx(trace: Trace, options: MatrixOptions): Uint8Array {
  const { t } = options;
  const rows = matrixRows(trace, t).map((row) => matrixCells(row).map((lines) => lines.join('\n')));
  return writeWorkbook([
    { name: t('Matrix'), headings: matrixHeadings(t), rows, widths: WIDTHS },
    { name: t('About'), rows: [[documentTitle(trace, t)], ...documentFacts(trace, options)], widths: [30, 80] },
  ]);
}
