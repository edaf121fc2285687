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
  /** Links of cells; there may be none. */
  readonly links?: { readonly start: number; readonly end: number; readonly items: readonly Element[] };
  /** Where the list of links belongs. */
  readonly linksAt: number;
  /** The namespace of relations, and `r:` where the sheet names it. */
  readonly relations: string;
  readonly relationPrefix?: string;
  /** Those asked for, by their numbers. */
  readonly rows: ReadonlyMap<number, RowSpan>;
}

type Element = Span & { readonly end: number };

/** What a sheet has before its links (CT_Worksheet of ISO/IEC 29500). */
const BEFORE_LINKS = new Set([
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
]);

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** @param wanted numbers of rows; of the others nothing is kept */
export function sheetSpans(xml: string, wanted: ReadonlySet<number>): SheetSpans {
  const rows = new Map<number, RowSpan>();
  const items: Span[] = [];
  let rawName = '';
  let dimension: Span | undefined;
  let columns: SheetSpans['columns'];
  let links: SheetSpans['links'];
  const linkItems: Element[] = [];
  let linksAt = -1;
  let root: Readonly<Record<string, string>> = {};
  let dataStart = -1;
  let row = 0;
  let column = -1;
  let cells: CellSpan[] = [];
  walkXml(xml, {
    open(span, depth) {
      const { name, attributes } = span;
      if (depth === 0) {
        rawName = span.rawName;
        root = attributes;
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
      if (depth === 1 && BEFORE_LINKS.has(name)) {
        linksAt = end;
      }
      if (depth === 1 && name === 'cols') {
        columns = { start: span.start, end, items };
      } else if (depth === 1 && name === 'hyperlinks') {
        links = { start: span.start, end, items: linkItems };
      } else if (depth === 2 && name === 'hyperlink') {
        linkItems.push({ ...span, end });
      } else if (depth === 3 && name === 'c' && wanted.has(row)) {
        const style = attributes['s'];
        cells.push({ column, start: span.start, end, ...(style === undefined ? {} : { style }) });
      } else if (depth === 2 && name === 'row' && wanted.has(row)) {
        rows.set(row, { span, closeStart, cells });
      }
    },
  });
  const isStrict = Object.values(root).includes(STRICT_MAIN);
  const relations = isStrict ? STRICT_RELATIONS : RELATIONS;
  const prefix = Object.entries(root).find(([name, value]) => name.startsWith('xmlns:') && value === relations)?.[0];
  return {
    rawName,
    ...(dimension === undefined ? {} : { dimension }),
    ...(columns === undefined ? {} : { columns }),
    ...(links === undefined ? {} : { links }),
    linksAt,
    relations,
    ...(prefix === undefined ? {} : { relationPrefix: `${prefix.slice('xmlns:'.length)}:` }),
    dataStart,
    rows,
  };
}
