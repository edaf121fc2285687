import { message } from '../base/message';
import { parseYaml, validateYaml } from '../base/yaml';
import { catalogSchema, type CatalogDocument } from '../catalog/catalogSchema';
import { importRem, type ImportOptions } from './importRem';
import { keepEdits } from './keepEdits';
import { savedMapping } from './mapping';
import type { ImportReport, Notice } from './model';
import type { Spreadsheet } from './openSpreadsheet';
import { catalogText } from './writeCatalog';

export interface ImportedText {
  /** Of the catalogue file. */
  readonly text: string;
  readonly report: ImportReport;
  /** Of an earlier file at the same place: it would stay as it is, or another text would stand in its place. */
  readonly earlier: 'none' | 'same' | 'differs';
}

/**
 * The catalogue file that a spreadsheet makes. What was chosen for an earlier import into the same file (columns, sheets, the name of the REM) counts
 * again where nothing else is asked for, and what the user added to that file stays.
 * @param former the text that stands at the place to write to. @throws SpreadsheetRefusal
 */
export async function importInto(
  spreadsheet: Spreadsheet,
  options: ImportOptions,
  former?: string,
  breathe?: () => Promise<void>,
): Promise<ImportedText> {
  const earlier = former === undefined ? undefined : catalogIn(former);
  const saved = earlier?.catalog;
  const columns = saved?.import?.columns ?? {};
  const sheets = options.sheets ?? savedSheets(spreadsheet, saved?.import?.sheets);
  const rem = options.rem ?? saved?.rem;
  const imported = importRem(spreadsheet, {
    ...options,
    mapping: { ...savedMapping(columns), ...options.mapping },
    ...(sheets === undefined ? {} : { sheets }),
    ...(rem === undefined ? {} : { rem }),
  });
  if (former === undefined) {
    return { text: await catalogText(imported.document, breathe), report: imported.report, earlier: 'none' };
  }
  const { document, kept, gone } = keepEdits(imported.document, earlier ?? { version: 1 });
  const text = await catalogText(sameName(document, saved), breathe);
  const notices = [
    ...imported.report.notices,
    ...about('information', kept, (ids) => message('Kept from the earlier file: {0}', ids)),
    ...about('warning', gone, (ids) => message('In the earlier file and no longer in this one: {0}', ids)),
  ];
  return { text, report: { ...imported.report, notices }, earlier: text === former ? 'same' : 'differs' };
}

/** The id by which other files know a catalogue, and a title that somebody gave it, stay. */
function sameName(document: CatalogDocument, saved: CatalogDocument['catalog']): CatalogDocument {
  const { catalog } = document;
  if (catalog === undefined || saved === undefined) {
    return document;
  }
  const { id, title, source } = saved;
  return { ...document, catalog: { ...catalog, id, title, ...(source === undefined ? {} : { source }) } };
}

function savedSheets({ grids }: Spreadsheet, saved: readonly string[] | undefined): readonly string[] | undefined {
  const names = new Set(grids.map(({ sheet }) => sheet.name));
  const there = saved?.filter((name) => names.has(name)) ?? [];
  return there.length === 0 ? undefined : there;
}

const mostNamed = 40;

function about(level: Notice['level'], ids: readonly string[], text: (ids: string) => Notice['text']): Notice[] {
  const named = ids.length > mostNamed ? [...ids.slice(0, mostNamed), '…'] : ids;
  return ids.length === 0 ? [] : [{ level, text: text(named.join(', ')) }];
}

function catalogIn(text: string): CatalogDocument | undefined {
  return validateYaml(catalogSchema, parseYaml(text, ''), '').output;
}
