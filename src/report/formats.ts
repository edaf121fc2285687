import { message } from '../base/message';
import { writeCsv } from './csv';
import { writeHtml } from './html';
import { writeJson } from './json';
import { writeMarkdown } from './markdown';
import { writeXlsx } from './xlsx';
import { writeReqif } from './reqif';
import type { MatrixFormat } from './matrixFormat';

export { decodeText } from '../base/decodeText';
export { diffMarkdown } from './compare/diffMarkdown';
export { parseTrace } from './compare/readTrace';
export { diffTraces } from './compare/traceDiff';
export { traceDiffDocument } from './compare/traceDiffDocument';
export { comparedOf } from './history/comparedOf';
export { comparedSchema } from './history/comparedTrace';
export { StoredTraces } from './history/storedTraces';
export { pageContent, writeHtml } from './html';
export type { MatrixFormat, MatrixOptions } from './matrixFormat';

/** Every format of the matrix, in the order in which they are offered. */
export const MATRIX_FORMATS: readonly MatrixFormat[] = [
  { id: 'html', extension: 'html', label: message('Web page (HTML)'), write: writeHtml },
  { id: 'md', extension: 'md', label: message('Markdown'), write: writeMarkdown },
  { id: 'csv', extension: 'csv', label: message('Spreadsheet (CSV)'), write: writeCsv },
  { id: 'xlsx', extension: 'xlsx', label: message('Workbook (Excel, LibreOffice)'), write: writeXlsx },
  { id: 'reqif', extension: 'reqif', label: message('Requirements for other tools (ReqIF)'), write: writeReqif },
  { id: 'json', extension: 'json', label: message('Data (JSON)'), write: writeJson },
];
