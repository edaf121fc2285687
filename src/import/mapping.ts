import { message } from '../base/message';
import { columnIndex } from '../xlsx/model';
import { SpreadsheetRefusal } from '../xlsx/refusal';
import { fieldNamed, fieldNames, type ImportField } from './fields';
import { foldHeader } from './headerWords';

/** Which column a field is read from, as the user says it: its header, or its letters where no header tells it apart. */
export type Mapping = Readonly<Partial<Record<ImportField, string>>>;

/** A mapping from what a user wrote on the command line: `statement=Texte de l’exigence`, `id=C`. @throws SpreadsheetRefusal */
export function parseMapping(written: readonly string[]): Mapping {
  const mapping: Partial<Record<ImportField, string>> = {};
  for (const one of written) {
    const equals = one.indexOf('=');
    const name = equals === -1 ? one : one.slice(0, equals);
    const field = fieldNamed(name);
    const column = equals === -1 ? '' : one.slice(equals + 1).trim();
    if (field === undefined || column === '') {
      throw new SpreadsheetRefusal(
        message('This says of no column what it holds: {0}', one),
        message('Write FIELD=HEADER or FIELD=LETTER, with one of these fields: {0}', fieldNames.join(', ')),
      );
    }
    mapping[field] = column;
  }
  return mapping;
}

/** A mapping as a catalogue file keeps it; fields that this version does not know are left out. */
export function savedMapping(columns: Readonly<Record<string, string>>): Mapping {
  const mapping: Partial<Record<ImportField, string>> = {};
  for (const [name, column] of Object.entries(columns)) {
    const field = fieldNamed(name);
    if (field !== undefined) {
      mapping[field] = column;
    }
  }
  return mapping;
}

/** The column that a user means: the one under that header, spelling variants folded, else the one of these letters. @param headers by index of the column */
export function columnMeant(written: string, headers: readonly string[]): number | undefined {
  const folded = foldHeader(written);
  const named = folded === '' ? -1 : headers.findIndex((header) => foldHeader(header) === folded);
  if (named !== -1) {
    return named;
  }
  return columnIndex(written.trim());
}
