import { fillWorkbook, NoTable, type Filled, type FillOptions } from '../../fill/fillWorkbook';
import type { Mapping } from '../../import/mapping';
import { openSpreadsheet } from '../../import/openSpreadsheet';
import { SpreadsheetRefusal } from '../../xlsx/refusal';
import { chooseColumns } from '../import/importHub';
import { t } from '../support/translate';

/** Where the table of a workbook is, when its headings do not tell. */
export interface TableColumns {
  readonly mapping?: Mapping;
  readonly sheets?: readonly string[];
}

/** The filled workbook; `no-table` when the columns have to be said. @throws SpreadsheetRefusal */
export async function fillIn(bytes: Uint8Array, options: FillOptions): Promise<Filled | 'no-table'> {
  try {
    return await fillWorkbook(bytes, options);
  } catch (error) {
    if (error instanceof NoTable) {
      return 'no-table';
    }
    throw error;
  }
}

/** Asks which columns hold the ids and what else tells a row; `undefined` when the user gives up. @throws SpreadsheetRefusal */
export async function askColumns(bytes: Uint8Array, file: string): Promise<TableColumns | undefined> {
  const spreadsheet = await openSpreadsheet(bytes, file);
  const choices = await chooseColumns(
    spreadsheet,
    { mapping: {} },
    { name: t('Fill in your REM'), go: t('Fill in'), fields: ['id', 'scenarioId', 'scenario', 'statement'] },
  );
  if (choices === undefined) {
    return undefined;
  }
  const { mapping, sheets } = choices;
  return { mapping, ...(sheets === undefined ? {} : { sheets }) };
}

/** Why a workbook was refused; `undefined` for any other fault. For callers outside of this bundle, whose own classes are not those thrown here. */
export function refusalOf(error: unknown): Pick<SpreadsheetRefusal, 'told' | 'remedy'> | undefined {
  return error instanceof SpreadsheetRefusal ? error : undefined;
}
