import { zipSync, type Zippable } from 'fflate';
import { message, type Translate } from '../base/message';
import type { Catalog } from '../catalog/model';
import type { Trace } from '../trace/model';
import { chooseSheets, type ChosenSheet } from '../import/chooseSheets';
import { Grid } from '../import/grid';
import type { Repository } from '../report/repositoryHref';
import type { Mapping } from '../import/mapping';
import { remRows, type RemRow } from '../import/remRows';
import { usualLimits } from '../xlsx/limits';
import { readWorkbook } from '../xlsx/readWorkbook';
import { SpreadsheetRefusal } from '../xlsx/refusal';
import { workbookParts } from '../xlsx/workbookParts';
import { ZipArchive } from '../xlsx/zipArchive';
import { fillCells, unknownCells } from './fillCells';
import { fieldOfHeading, fillFields, fillHeadings, fillWidths, type FillField } from './fillColumns';
import { patchRelations, relationIds } from './relationPatch';
import { patchSheet, type NewCell } from './sheetPatch';
import { patchStyles } from './stylePatch';
import { replaceInZip } from './zipPatch';

export interface FillOptions {
  readonly trace: Trace;
  readonly catalog: Catalog;
  readonly t: Translate;
  readonly language: 'fr' | 'en';
  /** Where the traced folder is, seen from the file to be written; places in the code and files of proofs become links. */
  readonly baseHref?: string;
  /** Where readers find the code on the web: links lead there instead. */
  readonly repository?: Repository;
  /** Which columns hold what, where their headings do not tell. */
  readonly mapping?: Mapping;
  /** Names or numbers of the sheets to fill in, in place of those with a table of requirements. */
  readonly sheets?: readonly string[];
  /** Lets others have their turn. */
  readonly breathe?: () => Promise<void>;
}

export interface Filled {
  readonly bytes: Uint8Array;
  readonly sheets: readonly FilledSheet[];
}

export interface FilledSheet {
  readonly name: string;
  /** Rows that a requirement was found for. */
  readonly rows: number;
  /** Ids of rows that the catalogue does not know. */
  readonly unknown: readonly string[];
  /** Our columns were there before. */
  readonly isUpdate: boolean;
  /** The last row that was read, of a sheet with more than we read. */
  readonly cutAfterRow?: number;
}

/** No sheet has headings that are known: somebody has to say which columns hold what. */
export class NoTable extends SpreadsheetRefusal {
  constructor() {
    super(
      message('No sheet of this workbook has the header of a table of requirements'),
      message('Name the sheet and the column of the ids: --sheet NAME --map id=C'),
    );
  }
}

/**
 * Fills in somebody's own REM: columns at the right of the table that say for each row the state, code, tests, proofs, and the decision or what is
 * missing. Everything else of the workbook stays as it is; what is filled in a second time has its columns updated.
 * @throws SpreadsheetRefusal
 */
// @segur ST.IMP.05
export async function fillWorkbook(bytes: Uint8Array, options: FillOptions): Promise<Filled> {
  const { mapping = {}, sheets: wanted = [], breathe } = options;
  const { sheets } = await readWorkbook(bytes, breathe === undefined ? {} : { breathe });
  const { chosen } = chooseSheets(
    sheets.map((sheet) => new Grid(sheet)),
    mapping,
    wanted,
  );
  if (chosen.length === 0) {
    throw new NoTable();
  }
  const archive = new ZipArchive(bytes, usualLimits);
  const parts = await workbookParts(archive, usualLimits);
  const contents = new Map<string, Uint8Array>();
  const styles = await patchPart(archive, contents, parts?.styles ?? '', patchStyles);
  const filled: FilledSheet[] = [];
  for (const choice of chosen) {
    await breathe?.();
    const part = parts?.sheets[sheets.indexOf(choice.grid.sheet)]?.part ?? '';
    const plan = planSheet(choice, options);
    await patchSheetPart(archive, contents, part, plan, styles?.numbers ?? new Map());
    filled.push(plan.report);
  }
  return { bytes: replaceInZip(bytes, contents) ?? (await rewritten(archive, contents)), sheets: filled };
}

/** Changes a sheet, and the part that says where its links lead. */
async function patchSheetPart(
  archive: ZipArchive,
  contents: Map<string, Uint8Array>,
  part: string,
  plan: SheetPlan,
  styleNumbers: Parameters<typeof patchSheet>[2],
): Promise<void> {
  const sheet = nameIn(archive, part) ?? part;
  const slash = sheet.lastIndexOf('/') + 1;
  const usual = `${sheet.slice(0, slash)}_rels/${sheet.slice(slash)}.rels`;
  const there = nameIn(archive, usual);
  const before = there === undefined ? undefined : await textOf(archive, there);
  const taken = before === undefined ? new Set<string>() : idsIn(before);
  const patched = await patchPart(archive, contents, sheet, (xml) => patchSheet(xml, plan, styleNumbers, taken));
  const after =
    patched === undefined ? undefined : patchRelations(before, patched.added, patched.removed, patched.relations);
  if (after !== undefined && after !== before) {
    contents.set(there ?? usual, new TextEncoder().encode(after));
  }
}

function idsIn(relations: string): ReadonlySet<string> {
  try {
    return relationIds(relations);
  } catch {
    throw new SpreadsheetRefusal(
      message('This file is damaged or was cut short: it is no complete spreadsheet'),
      message('Download it again, or open it in Excel or LibreOffice and save it under another name'),
    );
  }
}

/** Changes a part, where there is such a part and there is something to change. */
async function patchPart<T extends { readonly xml: string }>(
  archive: ZipArchive,
  contents: Map<string, Uint8Array>,
  part: string,
  patch: (xml: string) => T | undefined,
): Promise<T | undefined> {
  const name = nameIn(archive, part);
  const xml = name === undefined ? undefined : await textOf(archive, name);
  if (name === undefined || xml === undefined) {
    return undefined;
  }
  const patched = patch(xml);
  if (patched !== undefined && patched.xml !== xml) {
    contents.set(name, new TextEncoder().encode(patched.xml));
  }
  return patched;
}

/** Names of parts know no case. */
function nameIn(archive: ZipArchive, part: string): string | undefined {
  return archive.names.find((each) => each.toLowerCase() === part.toLowerCase());
}

async function textOf(archive: ZipArchive, name: string): Promise<string | undefined> {
  const bytes = await archive.read(name);
  try {
    return bytes === undefined ? undefined : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SpreadsheetRefusal(
      message('“{0}” in this file is not in UTF-8', name),
      message('Open the file in Excel or LibreOffice and save it under another name'),
    );
  }
}

/** For archives of ZIP64: the same files, packed anew. */
async function rewritten(archive: ZipArchive, contents: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const files: Zippable = {};
  for (const name of new Set([...archive.names, ...contents.keys()])) {
    files[name] = contents.get(name) ?? (await archive.read(name)) ?? new Uint8Array();
  }
  return zipSync(files, { mtime: new Date(2000, 0, 1), level: 6 });
}

interface SheetPlan {
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, NewCell>>;
  readonly widths: ReadonlyMap<number, number>;
  readonly report: FilledSheet;
}

function planSheet(choice: ChosenSheet, options: FillOptions): SheetPlan {
  const { grid, recognized } = choice;
  const { sheet } = grid;
  const headerRow = recognized.headerRows.at(-1) ?? 1;
  const { rows } = remRows(grid, recognized);
  const known = ownColumns(choice);
  const fresh = fillFields.filter((field) => !known.has(field));
  const next = freeColumn(choice, rows);
  const columns = new Map([...known, ...fresh.map((field, n): [FillField, number] => [field, next + n])]);
  const cells = new Map<number, ReadonlyMap<number, NewCell>>();
  if (fresh.length > 0) {
    cells.set(
      headerRow,
      new Map(
        fresh.map((field) => [
          columns.get(field) ?? 0,
          { text: fillHeadings[field][options.language], style: 'heading' },
        ]),
      ),
    );
  }
  const unknown = new Set<string>();
  let found = 0;
  for (const row of rows) {
    const own = cellsOf(row, options);
    if (own === undefined) {
      unknown.add(row.id);
    } else {
      found++;
    }
    const placed = [...(own ?? unknownCells(options.t))].map(([field, cell]): [number, NewCell] => [
      columns.get(field) ?? 0,
      cell,
    ]);
    cells.set(row.row, new Map(placed));
  }
  return {
    cells,
    widths: new Map(fresh.map((field) => [columns.get(field) ?? 0, fillWidths[field]])),
    report: {
      name: sheet.name,
      rows: found,
      unknown: [...unknown],
      isUpdate: known.size > 0,
      ...(sheet.cutAfterRow === undefined ? {} : { cutAfterRow: sheet.cutAfterRow }),
    },
  };
}

function cellsOf({ id, values }: RemRow, options: FillOptions): ReadonlyMap<FillField, NewCell> | undefined {
  const { trace, catalog } = options;
  const { kind, targets } = catalog.resolve(id);
  const row = kind === 'range' ? undefined : trace.requirement(targets[0]?.requirement ?? '');
  if (row === undefined) {
    return undefined;
  }
  const written = values.get('scenarioId') ?? id;
  const scenario = catalog
    .resolve(written)
    .targets.find(({ requirement, level }) => requirement === row.requirement.id && level === 'scenario')?.item;
  return fillCells(row, scenario, catalog, options);
}

/** Our columns from a former time, by their headings. */
function ownColumns({ grid, recognized }: ChosenSheet): ReadonlyMap<FillField, number> {
  const found = new Map<FillField, number>();
  const header = grid.sheet.rows.find(({ number }) => number === recognized.headerRows.at(-1));
  for (const [column, text] of (header?.texts ?? []).entries()) {
    const field = fieldOfHeading(text);
    if (field !== undefined && !found.has(field)) {
      found.set(field, column);
    }
  }
  return found;
}

/** The first column with nothing in it or right of it, ranges that are shown as one cell included. */
function freeColumn({ grid: { sheet }, recognized }: ChosenSheet, rows: readonly RemRow[]): number {
  if (sheet.hasMoreColumns) {
    throw new SpreadsheetRefusal(
      message('The sheet “{0}” has texts beyond its {1}th column', sheet.name, usualLimits.columns),
      message('Copy the sheet of the requirements into a workbook of its own, and take that'),
    );
  }
  const [first, last] = [recognized.headerRows[0] ?? 1, rows.at(-1)?.row ?? 1];
  const merged = sheet.merges
    .filter(({ firstRow, lastRow }) => lastRow >= first && firstRow <= last)
    .map(({ lastColumn }) => lastColumn + 1)
    .filter((column) => column <= usualLimits.columns);
  return Math.max(
    0,
    ...sheet.rows.map(({ texts, notes }) => Math.max(texts.length, ...[...notes.keys()].map((column) => column + 1))),
    ...merged,
  );
}
