import type { Encoding } from '../base/decodeText';
import { sha256 } from '../base/sha256';
import { looksLikeWorkbook } from '../xlsx/fileKind';
import { usualLimits } from '../xlsx/limits';
import { readWorkbook, type ReadOptions } from '../xlsx/readWorkbook';
import { readCsv } from './csvSheet';
import { Grid } from './grid';

/** A spreadsheet, read but not yet understood. */
export interface Spreadsheet {
  /** Its name, without folders. */
  readonly file: string;
  readonly format: 'xlsx' | 'xlsm' | 'csv';
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly sha256: string;
  readonly grids: readonly Grid[];
}

/**
 * Reads a spreadsheet by what its bytes are, not by how it is called: a workbook, else a text with separated cells.
 * @throws SpreadsheetRefusal, and nothing else, whatever the bytes are
 */
export async function openSpreadsheet(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions = {},
): Promise<Spreadsheet> {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  if (looksLikeWorkbook(bytes) || (bytes.length > 0 && /\.xls[xm]$/iu.test(name))) {
    const { sheets, hasMacros } = await readWorkbook(bytes, options);
    return {
      file: name,
      format: hasMacros ? 'xlsm' : 'xlsx',
      sha256: sha256(bytes),
      grids: sheets.map((sheet) => new Grid(sheet)),
    };
  }
  const { sheet, encoding, delimiter } = readCsv(bytes, name, options.limits ?? usualLimits);
  return { file: name, format: 'csv', encoding, delimiter, sha256: sha256(bytes), grids: [new Grid(sheet)] };
}
