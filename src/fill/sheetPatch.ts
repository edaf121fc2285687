import { columnIndex, columnLetters } from '../xlsx/model';
import { cellText } from '../report/xlsx/cellText';
import { linkChanges, type CellLink, type LinkChanges } from './sheetLinks';
import { sheetSpans, type CellSpan, type RowSpan, type SheetSpans } from './sheetSpans';
import type { FillStyle } from './stylePatch';
import { edited, type Edit } from './textEdits';
import { prefixOf, withAttribute } from './xmlSpans';

export interface NewCell {
  readonly text: string;
  /** `heading`: as the cell before it looks. */
  readonly style: FillStyle | 'heading';
  readonly link?: CellLink;
}

export interface SheetChange {
  /** Cells by the numbers of their rows, and by their columns from 0. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, NewCell>>;
  /** Columns that were not there before, and their widths in characters. */
  readonly widths: ReadonlyMap<number, number>;
}

export interface PatchedSheet extends Pick<LinkChanges, 'added' | 'removed'> {
  readonly xml: string;
  /** The namespace of relations, as the sheet has it. */
  readonly relations: string;
}

/**
 * The part of a sheet with other cells in some columns. Nothing else of its text changes, except for what says how far the sheet goes, how wide its
 * columns are, and where these cells lead. Rows that are not in it are left out.
 * @param taken ids that the relations of the sheet have
 */
export function patchSheet(
  xml: string,
  { cells, widths }: SheetChange,
  styleNumbers: ReadonlyMap<FillStyle, number>,
  taken: ReadonlySet<string> = new Set(),
): PatchedSheet {
  const spans = sheetSpans(xml, new Set(cells.keys()));
  const prefix = prefixOf(spans.rawName);
  const rows = [...cells].flatMap(([number, own]) => {
    const row = spans.rows.get(number);
    return row === undefined ? [] : rowEdits(xml, number, row, own, prefix, styleNumbers);
  });
  const { edits, added, removed } = linkChanges(xml, spans, linksOf(cells, spans), taken);
  const own = [...dimensionEdit(xml, spans, widths), ...columnEdits(xml, spans, widths, prefix), ...rows];
  return { xml: edited(xml, [...own, ...edits]), added, removed, relations: spans.relations };
}

function linksOf(cells: SheetChange['cells'], { rows }: SheetSpans): ReadonlyMap<string, CellLink | undefined> {
  return new Map(
    [...cells].flatMap(([number, own]) =>
      rows.has(number)
        ? [...own].map(([column, { link }]) => [`${columnLetters(column)}${number}`, link] as const)
        : [],
    ),
  );
}

function rowEdits(
  xml: string,
  number: number,
  { span, closeStart, cells }: RowSpan,
  own: ReadonlyMap<number, NewCell>,
  prefix: string,
  styleNumbers: ReadonlyMap<FillStyle, number>,
): readonly Edit[] {
  const columns = [...own].sort(([a], [b]) => a - b);
  const before = cells.findLast(({ column }) => column < (columns[0]?.[0] ?? 0));
  const written = columns.map(([column, cell]) => ({
    column,
    xml: cellXml(`${columnLetters(column)}${number}`, cell, before, prefix, styleNumbers),
  }));
  // How far a row goes is only a hint, which would be wrong now.
  const tag = withAttribute(xml.slice(span.start, span.tagEnd), 'spans', undefined);
  if (span.isSelfClosing) {
    const whole = `${tag.replace(/\s*\/>$/u, '>')}${written.map((each) => each.xml).join('')}</${span.rawName}>`;
    return [{ start: span.start, end: span.tagEnd, text: whole }];
  }
  return [
    { start: span.start, end: span.tagEnd, text: tag },
    ...written.map(({ column, xml: text }): Edit => {
      const there = cells.find((cell) => cell.column >= column);
      if (there?.column === column) {
        return { start: there.start, end: there.end, text };
      }
      const at = there?.start ?? closeStart;
      return { start: at, end: at, text };
    }),
  ];
}

function cellXml(
  reference: string,
  { text, style }: NewCell,
  before: CellSpan | undefined,
  prefix: string,
  styleNumbers: ReadonlyMap<FillStyle, number>,
): string {
  const number = style === 'heading' ? before?.style : styleNumbers.get(style);
  const tag = `${prefix}c r="${reference}"${number === undefined ? '' : ` s="${number}"`}`;
  return text === ''
    ? `<${tag}/>`
    : `<${tag} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${cellText(text)}</${prefix}t></${prefix}is></${prefix}c>`;
}

function dimensionEdit(xml: string, { dimension }: SheetSpans, widths: ReadonlyMap<number, number>): readonly Edit[] {
  const last = Math.max(-1, ...widths.keys());
  const [, first, letters, row] = /^([A-Z]+\d+)(?::([A-Z]+)(\d+))?$/u.exec(dimension?.attributes['ref'] ?? '') ?? [];
  if (dimension === undefined || first === undefined || last <= (columnIndex(letters ?? '') ?? last)) {
    return [];
  }
  const tag = xml.slice(dimension.start, dimension.tagEnd);
  const { start, tagEnd: end } = dimension;
  return [{ start, end, text: withAttribute(tag, 'ref', `${first}:${columnLetters(last)}${row ?? ''}`) }];
}

/** Makes room for new columns in the list of widths: an entry that covers them is cut in two. */
function columnEdits(
  xml: string,
  { columns, dataStart }: SheetSpans,
  widths: ReadonlyMap<number, number>,
  prefix: string,
): readonly Edit[] {
  if (widths.size === 0) {
    return [];
  }
  const own = [...widths].map(([column, width]) => ({
    min: column + 1,
    text: `<${prefix}col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`,
  }));
  const first = Math.min(...widths.keys()) + 1;
  const last = Math.max(...widths.keys()) + 1;
  const others = (columns?.items ?? []).flatMap(({ start, tagEnd, attributes }) => {
    const tag = xml.slice(start, tagEnd).replace(/\s*\/?>$/u, '/>');
    const [min, max] = [Number(attributes['min']), Number(attributes['max'])];
    if (max < first || min > last) {
      return [{ min, text: tag }];
    }
    const cut = (from: number, to: number) =>
      from > to ? [] : [{ min: from, text: withAttribute(withAttribute(tag, 'min', String(from)), 'max', String(to)) }];
    return [...cut(min, first - 1), ...cut(last + 1, max)];
  });
  const all = [...others, ...own].sort((a, b) => a.min - b.min).map(({ text }) => text);
  const list = `<${prefix}cols>${all.join('')}</${prefix}cols>`;
  return [
    columns === undefined
      ? { start: dataStart, end: dataStart, text: list }
      : { start: columns.start, end: columns.end, text: list },
  ];
}
