import { message } from '../base/message';
import { usualLimits, type SpreadsheetLimits } from './limits';
import type { Sheet, Workbook } from './model';
import { dateStyles } from './numberFormats';
import { SpreadsheetRefusal } from './refusal';
import { sharedStrings, TextBudget } from './sharedStrings';
import { readSheet, type CellContext } from './sheetReader';
import { checkKind, notAWorkbook } from './fileKind';
import { workbookParts } from './workbookParts';
import { ZipArchive } from './zipArchive';

export interface ReadOptions {
  readonly limits?: SpreadsheetLimits;
  /** Lets others have their turn, every megabyte or so. */
  readonly breathe?: () => Promise<void>;
}

/**
 * Reads the texts of a workbook (.xlsx, .xlsm; ISO/IEC 29500): every cell as the text that stands for it, never a formula evaluated nor a macro run.
 * Parts are read as streams, and no more of them than the limits allow. @throws SpreadsheetRefusal, and nothing else, whatever the bytes are
 */
// @segur ST.IMP.02
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): Promise<Workbook> {
  const { limits = usualLimits, breathe } = options;
  checkKind(bytes, limits);
  const archive = new ZipArchive(bytes, limits);
  const parts = await workbookParts(archive, limits);
  if (parts === undefined) {
    throw notAWorkbook(archive);
  }
  const budget = new TextBudget(limits);
  const context: CellContext = {
    strings: await sharedStrings(archive, parts.strings, budget, breathe),
    isDate: await dateStyles(archive, parts.styles),
    isFrom1904: parts.isFrom1904,
    budget,
    limits,
  };
  const sheets: Sheet[] = [];
  for (const { name, isHidden, part } of parts.sheets) {
    sheets.push({ name, isHidden, ...(await readSheet(archive, part, context, breathe)) });
  }
  if (sheets.length === 0) {
    throw new SpreadsheetRefusal(
      message('This workbook has no sheet with cells'),
      message('Open it in Excel or LibreOffice, and save the sheet of the requirements'),
    );
  }
  return { sheets, hasMacros: archive.names.some((name) => /vbaProject\.bin$/iu.test(name)) };
}
