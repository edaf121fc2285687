import { message } from '../base/message';
import type { CatalogDocument } from '../catalog/catalogSchema';
import type { Requirement } from '../catalog/model';
import { columnLetters } from '../xlsx/model';
import { SpreadsheetRefusal } from '../xlsx/refusal';
import { chooseSheets, type SheetChoice } from './chooseSheets';
import { collect } from './collect';
import { fieldNames } from './fields';
import { fieldWords } from './fieldWords';
import { headerLabel } from './headerWords';
import { layoutOf } from './layouts';
import type { Mapping } from './mapping';
import type { ImportReport, Notice, ReadSheetReport } from './model';
import type { Spreadsheet } from './openSpreadsheet';
import { likelyHeader, type RecognizedColumn } from './recognize';
import { dayNamed, remNamed } from './remName';
import { remRows } from './remRows';

export interface ImportOptions {
  /** Names of sheets, or numbers from 1; without any, those that have the columns. */
  readonly sheets?: readonly string[];
  /** Columns that the user chose. */
  readonly mapping?: Mapping;
  /** `REM-MDV-LGC-Va2`; by the name of the file when absent. */
  readonly rem?: string;
  /** By the day in the name of the file when absent. */
  readonly edition?: string;
  /** What the catalogue that ships knows of an id. */
  readonly shipped: (id: string) => Requirement | undefined;
}

export interface ImportedRem {
  readonly document: CatalogDocument;
  readonly report: ImportReport;
}

/** Makes a catalogue of a spreadsheet of requirements. @throws SpreadsheetRefusal when there is none in it */
// @segur ST.IMP.01
export function importRem(spreadsheet: Spreadsheet, options: ImportOptions): ImportedRem {
  const { mapping = {} } = options;
  const choice = chooseSheets(spreadsheet.grids, mapping, options.sheets);
  if (choice.chosen.length === 0) {
    throw nothingFound(spreadsheet, mapping);
  }
  const rem = options.rem ?? remNamed(spreadsheet.file);
  const edition = options.edition ?? dayNamed(spreadsheet.file);
  const read = choice.chosen.map(({ grid, recognized }) => remRows(grid, recognized));
  const rows = read.flatMap((one) => one.rows);
  const facts = { ...(rem === undefined ? {} : { rem }), severalSheets: choice.chosen.length > 1 };
  const collected = collect(rows, facts, options.shipped);
  if (collected.requirements.length === 0) {
    throw new SpreadsheetRefusal(
      message('No row below the header has an id of a requirement'),
      message('Say which column holds the ids: {0}', '--map id=…'),
    );
  }
  const named = { ...(rem === undefined ? {} : { rem }), ...(edition === undefined ? {} : { edition }) };
  const notices = [
    ...aboutNames(options, named),
    ...aboutSheets(choice),
    ...read.flatMap((one) => one.notices),
    ...collected.notices,
  ];
  return {
    document: {
      version: 1,
      catalog: infoOf(spreadsheet, options, named),
      requirements: [...collected.requirements],
    },
    report: {
      file: spreadsheet.file,
      format: spreadsheet.format,
      ...(spreadsheet.encoding === undefined ? {} : { encoding: spreadsheet.encoding }),
      ...(spreadsheet.delimiter === undefined ? {} : { delimiter: spreadsheet.delimiter }),
      ...named,
      sheets: sheetReports(spreadsheet, choice),
      counts: {
        rows: rows.length,
        requirements: collected.requirements.length,
        scenarios: collected.scenarios,
        proofs: collected.proofs,
        known: collected.known,
      },
      skipped: read.flatMap((one) => one.skipped),
      notices: [...(spreadsheet.format === 'xlsm' ? [macros] : []), ...notices],
    },
  };
}

const macros: Notice = {
  level: 'information',
  text: message('The workbook carries macros: they were neither run nor read'),
};

function infoOf(
  { file, sha256 }: Spreadsheet,
  { mapping = {}, sheets = [] }: ImportOptions,
  named: { readonly rem?: string; readonly edition?: string },
): NonNullable<CatalogDocument['catalog']> {
  const title = named.rem ?? file.replace(/\.\w{1,5}$/u, '');
  const chosen = fieldNames.flatMap((field) =>
    mapping[field] === undefined ? [] : [[field, mapping[field]] as const],
  );
  return {
    id: idFrom(title),
    title,
    ...(named.edition === undefined ? {} : { edition: named.edition }),
    ...(named.rem === undefined ? {} : { rem: named.rem }),
    import: {
      file,
      sha256,
      ...(sheets.length === 0 ? {} : { sheets: [...sheets] }),
      ...(chosen.length === 0 ? {} : { columns: Object.fromEntries(chosen) }),
    },
  };
}

/** A short name for a catalogue: `rem-mdv-lgc-va2`. */
export function idFrom(title: string): string {
  const id = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 60)
    .replace(/-$/u, '');
  return id === '' ? 'rem' : id;
}

function aboutNames(options: ImportOptions, { rem, edition }: { rem?: string; edition?: string }): Notice[] {
  const notices: Notice[] = [];
  if (rem === undefined) {
    notices.push({
      level: 'warning',
      text: message(
        'The name of the file does not say which REM it is: its profils count for every dispositif. Say it with {0}',
        '--rem REM-MDV-LGC-Va2',
      ),
    });
  } else if (options.rem === undefined) {
    notices.push({ level: 'guess', text: message('Which REM it is was read from the name of the file: {0}', rem) });
  }
  if (edition !== undefined && options.edition === undefined) {
    notices.push({ level: 'guess', text: message('The edition was read from the name of the file: {0}', edition) });
  }
  return notices;
}

function aboutSheets({ chosen }: SheetChoice): Notice[] {
  return chosen.flatMap(({ grid: { sheet }, recognized }): Notice[] => {
    const about = (level: Notice['level'], text: Notice['text'], words?: Notice['words']): Notice => ({
      level,
      text,
      ...(words === undefined ? {} : { words }),
      sheet: sheet.name,
    });
    const left = (how: RecognizedColumn['how'], text: (headers: string) => Notice['text']): Notice[] => {
      const headers = recognized.columns.filter((column) => column.how === how).map(({ header }) => header);
      return headers.length === 0 ? [] : [about('information', text(headers.slice(0, 40).join(', ')))];
    };
    return [
      ...(sheet.cutAfterRow === undefined
        ? []
        : [about('warning', message('Rows after row {0} were not read: there are too many', sheet.cutAfterRow))]),
      ...(sheet.hasMoreColumns ? [about('warning', message('Columns far to the right were not read'))] : []),
      ...(recognized.lost.length === 0
        ? []
        : [
            about(
              'warning',
              message('Columns that were asked for are not there: {0}'),
              recognized.lost.map((field) => fieldWords(field, message)),
            ),
          ]),
      ...(recognized.fields.has('statement') ? [] : [about('warning', message('No column holds the statements'))]),
      ...left('unknown', (headers) => message('Columns that nobody knows were left out: {0}', headers)),
      ...left('not-kept', (headers) => message('Columns of no use here were left out: {0}', headers)),
      ...(sheet.isLocked
        ? [about('information', message('The sheet is locked, which does not keep it from being read'))]
        : []),
      ...(sheet.rows.some(({ isHidden }) => isHidden)
        ? [about('information', message('Hidden rows were read too'))]
        : []),
    ];
  });
}

function sheetReports({ grids }: Spreadsheet, { chosen, passedOver }: SheetChoice): ReadSheetReport[] {
  return grids.flatMap((grid): ReadSheetReport[] => {
    const { name, rows } = grid.sheet;
    const read = chosen.find((one) => one.grid === grid)?.recognized;
    if (read === undefined) {
      const reason = passedOver.find((one) => one.grid === grid)?.reason;
      return [{ name, use: 'passed-over', ...(reason === undefined ? {} : { reason }) }];
    }
    const layout = layoutOf(read.columns.map(({ header }) => header));
    const last = read.headerRows.at(-1) ?? 0;
    return [
      {
        name,
        use: 'read',
        headerRows: read.headerRows,
        columns: read.columns,
        rows: rows.filter(({ number }) => number > last).length,
        ...(layout === undefined ? {} : { layout }),
      },
    ];
  });
}

function nothingFound({ grids }: Spreadsheet, mapping: Mapping): SpreadsheetRefusal {
  const [seen] = grids
    .flatMap((grid) => {
      const likely = likelyHeader(grid, mapping);
      return likely === undefined ? [] : [{ grid, likely }];
    })
    .sort((a, b) => b.likely.columns.length - a.likely.columns.length);
  if (seen === undefined) {
    return new SpreadsheetRefusal(
      message('There is no table in this file'),
      message('Take the spreadsheet of the REM, as the ANS publishes it'),
    );
  }
  const headers = seen.likely.columns.map(
    ({ column, header }) => `${columnLetters(column)} ${headerLabel(header).slice(0, 40)}`,
  );
  return new SpreadsheetRefusal(
    message(
      'No header of a table of requirements was found. The closest is row {0} of “{1}”: {2}',
      seen.likely.headerRows[0] ?? 1,
      seen.grid.sheet.name,
      headers.slice(0, 40).join(' | '),
    ),
    message('Say which columns hold the ids and the statements: {0}', '--map id=… --map statement=…'),
  );
}
