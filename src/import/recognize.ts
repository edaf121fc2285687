import type { SheetRow } from '../xlsx/model';
import type { ImportField } from './fields';
import { meaningOf, type ColumnMeaning } from './columnNames';
import type { Grid } from './grid';
import { foldHeader, headerLabel } from './headerWords';
import { isPlausibleId } from './idText';
import { columnMeant, type Mapping } from './mapping';

export interface RecognizedColumn {
  /** From 0. */
  readonly column: number;
  /** On one line; empty where there is none. */
  readonly header: string;
  /** Absent for a column of which nothing is kept. */
  readonly field?: ImportField;
  /** chosen: by the user; recognised: by its header; not-kept: known, of no use here; unknown: nobody knows. */
  readonly how: 'chosen' | 'recognised' | 'not-kept' | 'unknown';
}

/** Where the columns of a sheet stand. */
export interface Recognized {
  /** The numbers of the rows that make the header: one or two. */
  readonly headerRows: readonly number[];
  readonly columns: readonly RecognizedColumn[];
  /** Column by field. */
  readonly fields: ReadonlyMap<ImportField, number>;
  /** How many different fields; the more, the surer. */
  readonly score: number;
  /** Fields of the mapping whose column is not in this sheet. */
  readonly lost: readonly ImportField[];
}

/** Titles and notes above a table are shorter than this. In rows with a text. */
const farthestHeader = 60;

/** The fields of which a table of requirements has at least one beside the id. */
const telling: readonly ImportField[] = ['statement', 'scenario', 'scenarioId', 'function', 'title', 'proof1'];

/**
 * Finds the header of a table of requirements, which need not be the first row and may take two rows, and what its columns hold; `undefined` when there
 * is none. Columns that the user chose go before those that are recognised.
 */
// @segur ST.IMP.01
export function recognize(grid: Grid, mapping: Mapping = {}): Recognized | undefined {
  let best: Recognized | undefined;
  for (const rows of headerCandidates(grid)) {
    const found = recognizeAt(grid, rows, mapping);
    if (found !== undefined && found.score > (best?.score ?? 0)) {
      best = found;
    }
  }
  return best;
}

/**
 * Where the header most probably stands, whether or not its columns are recognised: for a user who is to say what they hold.
 * The first of the rows with the most cells.
 */
export function likelyHeader(grid: Grid, mapping: Mapping = {}): Recognized | undefined {
  const rows = grid.sheet.rows.slice(0, farthestHeader);
  const filled = rows.map((row) => row.texts.filter((text) => text.trim() !== '' && text.length < 200).length);
  const most = Math.max(0, ...filled);
  const row = rows.find((_, at) => (filled[at] ?? 0) >= Math.max(2, most * 0.8));
  return row === undefined ? undefined : columnsAt(grid, [row], mapping);
}

function* headerCandidates({ sheet }: Grid): Iterable<readonly SheetRow[]> {
  const rows = sheet.rows.slice(0, farthestHeader);
  for (const [at, row] of rows.entries()) {
    yield [row];
    const next = rows[at + 1];
    if (next?.number === row.number + 1 && !next.texts.some(isPlausibleIdWithNumber)) {
      yield [row, next];
    }
  }
}

function isPlausibleIdWithNumber(text: string): boolean {
  return /[./]\s?\d/u.test(text) && isPlausibleId(text);
}

function recognizeAt(grid: Grid, rows: readonly SheetRow[], mapping: Mapping): Recognized | undefined {
  const found = columnsAt(grid, rows, mapping);
  const { fields } = found;
  const isChosen = mapping.id !== undefined && fields.has('id');
  const isTable = fields.has('id') && telling.some((field) => fields.has(field)) && (fields.size >= 3 || isChosen);
  return isTable ? found : undefined;
}

function columnsAt(grid: Grid, rows: readonly SheetRow[], mapping: Mapping): Recognized {
  const headers = headersOf(grid, rows);
  const fields = new Map<ImportField, number>();
  const lost: ImportField[] = [];
  for (const [field, written] of Object.entries(mapping) as [ImportField, string][]) {
    const column = columnMeant(written, headers);
    if (column === undefined) {
      lost.push(field);
    } else {
      fields.set(field, column);
    }
  }
  const chosen = new Map([...fields].map(([field, column]) => [column, field]));
  const meanings = headers.map((header) => meaningOf(foldHeader(header)));
  for (const { column, field } of bySureness(meanings)) {
    if (!fields.has(field) && !chosen.has(column)) {
      fields.set(field, column);
    }
  }
  const byColumn = new Map([...fields].map(([field, column]) => [column, field]));
  const width = Math.max(headers.length, ...[...byColumn.keys()].map((column) => column + 1));
  return {
    headerRows: rows.map(({ number }) => number),
    columns: Array.from({ length: width }, (_, column): RecognizedColumn => {
      const header = headerLabel(headers[column] ?? '');
      const field = byColumn.get(column);
      if (field !== undefined) {
        return { column, header, field, how: chosen.has(column) ? 'chosen' : 'recognised' };
      }
      return { column, header, how: meanings[column]?.kind === 'unkept' ? 'not-kept' : 'unknown' };
    }).filter(({ header, field }) => header !== '' || field !== undefined),
    fields,
    score: fields.size,
    lost,
  };
}

interface Candidate {
  readonly column: number;
  readonly field: ImportField;
  readonly rank: number;
}

/** The surest column of each field goes first, and among equals the first one. */
function bySureness(meanings: readonly (ColumnMeaning | undefined)[]): Candidate[] {
  return meanings
    .flatMap((meaning, column): Candidate[] =>
      meaning?.kind === 'field' ? [{ column, field: meaning.field, rank: meaning.rank }] : [],
    )
    .sort((a, b) => a.rank - b.rank || a.column - b.column);
}

/** The header of each column; those of two rows are read together, the upper one often spanning several columns. */
function headersOf(grid: Grid, rows: readonly SheetRow[]): string[] {
  const width = Math.max(...rows.map(({ texts }) => texts.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = rows.map((row) => grid.text(row, column).trim()).filter((part) => part !== '');
    return [...new Set(parts)].join(' ');
  });
}
