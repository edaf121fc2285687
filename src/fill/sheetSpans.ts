import { columnIndex } from '../xlsx/model';
import { walkXml, type Span } from './xmlSpans';

export interface CellSpan {
  /** From 0. */
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly style?: string;
}

export interface RowSpan {
  readonly span: Span;
  /** Where its last tag starts. */
  readonly closeStart: number;
  readonly cells: readonly CellSpan[];
}

/** Where the parts of a sheet stand that change when columns come to it. */
export interface SheetSpans {
  readonly rawName: string;
  readonly dimension?: Span;
  readonly columns?: { readonly start: number; readonly end: number; readonly items: readonly Span[] };
  /** Of the tag of the cells, which columns come before. */
  readonly dataStart: number;
  /** Those asked for, by their numbers. */
  readonly rows: ReadonlyMap<number, RowSpan>;
}

/** @param wanted numbers of rows; of the others nothing is kept */
export function sheetSpans(xml: string, wanted: ReadonlySet<number>): SheetSpans {
  const rows = new Map<number, RowSpan>();
  const items: Span[] = [];
  let rawName = '';
  let dimension: Span | undefined;
  let columns: SheetSpans['columns'];
  let dataStart = -1;
  let row = 0;
  let column = -1;
  let cells: CellSpan[] = [];
  walkXml(xml, {
    open(span, depth) {
      const { name, attributes } = span;
      if (depth === 0) {
        rawName = span.rawName;
      } else if (depth === 1 && name === 'sheetData') {
        dataStart = span.start;
      } else if (depth === 1 && name === 'dimension') {
        dimension = span;
      } else if (depth === 2 && name === 'col') {
        items.push(span);
      } else if (depth === 2 && name === 'row') {
        const number = Number(attributes['r']);
        row = Number.isInteger(number) && number > 0 ? number : row + 1;
        column = -1;
        cells = [];
      } else if (depth === 3 && name === 'c') {
        const letters = /^[A-Za-z]{1,3}/u.exec(attributes['r'] ?? '')?.[0] ?? '';
        column = columnIndex(letters) ?? column + 1;
      }
    },
    close(span, depth, closeStart, end) {
      const { name, attributes } = span;
      if (depth === 1 && name === 'cols') {
        columns = { start: span.start, end, items };
      } else if (depth === 3 && name === 'c' && wanted.has(row)) {
        const style = attributes['s'];
        cells.push({ column, start: span.start, end, ...(style === undefined ? {} : { style }) });
      } else if (depth === 2 && name === 'row' && wanted.has(row)) {
        rows.set(row, { span, closeStart, cells });
      }
    },
  });
  return {
    rawName,
    ...(dimension === undefined ? {} : { dimension }),
    ...(columns === undefined ? {} : { columns }),
    dataStart,
    rows,
  };
}
