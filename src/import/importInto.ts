import { message } from '../base/message';
import { parseYaml, validateYaml } from '../base/yaml';
import { catalogSchema, type CatalogDocument } from '../catalog/catalogSchema';
import { importRem, type ImportOptions } from './importRem';
import { knownEdition } from './edition';
import { keepEdits, type Renumbered } from './keepEdits';
import { savedMapping } from './mapping';
import type { ImportReport, Notice } from './model';
import type { Spreadsheet } from './openSpreadsheet';
import { dayNamed } from './remName';
import { succeed, type EditionChange } from './succession';
import { catalogText } from './writeCatalog';

export interface ImportedText {
  /** Of the catalogue file. */
  readonly text: string;
  readonly report: ImportReport;
  /** Of an earlier file at the same place: it would stay as it is, or another text would stand in its place. */
  readonly earlier: 'none' | 'same' | 'differs';
  /** Held against the earlier file, where that is a catalogue with requirements. */
  readonly change?: EditionChange;
}

export interface IntoOptions extends ImportOptions {
  /** Requirements of the earlier file that have another id in the spreadsheet, as the user says; ids in the spelling of the catalogues. */
  readonly renumbered?: readonly Renumbered[];
}

/**
 * The catalogue file that a spreadsheet makes. What was chosen for an earlier import into the same file (columns, sheets, the name of the REM) counts
 * again where nothing else is asked for, and what the user added to that file stays. An earlier file is an earlier edition: the new one notes what
 * became of it.
 * @param former the text that stands at the place to write to. @throws SpreadsheetRefusal
 */
export async function importInto(
  spreadsheet: Spreadsheet,
  options: IntoOptions,
  former?: string,
  breathe?: () => Promise<void>,
): Promise<ImportedText> {
  const earlier = former === undefined ? undefined : catalogIn(former);
  const saved = earlier?.catalog;
  const columns = saved?.import?.columns ?? {};
  const sheets = options.sheets ?? savedSheets(spreadsheet, saved?.import?.sheets);
  const rem = options.rem ?? saved?.rem;
  const edition = options.edition ?? knownEdition(spreadsheet, saved).edition;
  const imported = importRem(spreadsheet, {
    ...options,
    mapping: { ...savedMapping(columns), ...options.mapping },
    ...(sheets === undefined ? {} : { sheets }),
    ...(rem === undefined ? {} : { rem }),
    ...(edition === undefined || edition === dayNamed(spreadsheet.file) ? {} : { edition }),
  });
  if (former === undefined) {
    return { text: await catalogText(imported.document, breathe), report: imported.report, earlier: 'none' };
  }
  const before = earlier ?? { version: 1 };
  const { document: fresh, kept, gone } = keepEdits(imported.document, before, options.renumbered);
  const { document, change } = succeed(before, sameName(fresh, saved));
  const text = await catalogText(document, breathe);
  const notices = [
    ...imported.report.notices,
    ...about('information', kept, (ids) => message('Kept from the earlier file: {0}', ids)),
    ...about('warning', gone, (ids) => message('In the earlier file and no longer in this one: {0}', ids)),
  ];
  return {
    text,
    report: { ...imported.report, notices },
    earlier: text === former ? 'same' : 'differs',
    ...((earlier?.requirements ?? []).length === 0 ? {} : { change }),
  };
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
