import { escapeXml } from '../xmlText';
import { cellText } from './cellText';
import type { Cell, Row, Sheet, StyledCell, Workbook } from './model';
import { valueOf } from './model';
import { rowHeight } from './rowHeight';
import { styleNumbers, type StyleName } from './styles';
import { columnLetters } from '../../xlsx/model';

/** A sheet whose rows fit, with the place of each row that links name. */
export interface LaidSheet extends Sheet {
  readonly rowNumbers: ReadonlyMap<string, number>;
}

export interface SheetParts {
  readonly xml: string;
  /** Addresses outside the workbook, `rId1` first. */
  readonly targets: readonly string[];
}

/** What a sheet of Excel has of links, and what a link has of characters; more of either, and it repairs the workbook. */
const MOST_LINKS = 65_530;
const LONGEST_ADDRESS = 2_079;

/** The part of one sheet, its elements in the order of the schema (CT_Worksheet). */
export function sheetParts(
  index: number,
  workbook: Workbook,
  laid: readonly LaidSheet[],
  namespaces: string,
): SheetParts {
  const sheet = laid[index];
  if (sheet === undefined) {
    throw new RangeError(`No sheet ${index}`);
  }
  const { headings, rows, widths } = sheet;
  const links = new Links(laid);
  const lines = rows.map((row, n) => rowXml(row, n + rowOffset(sheet), widths, links));
  const heads = headings === undefined ? '' : rowXml({ cells: headings.map(headingCell) }, 1, widths, links);
  const range = tableRange(sheet);
  return {
    xml: [
      `<worksheet ${namespaces}>`,
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      `<dimension ref="${usedRange(sheet)}"/>`,
      viewXml(headings !== undefined, index === 0),
      columnsXml(widths),
      `<sheetData>${heads}${lines.join('')}</sheetData>`,
      range === undefined ? '' : `<autoFilter ref="${range}"/>`,
      links.xml(),
      '<printOptions gridLines="0"/>',
      '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
      // 9 is A4.
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      pageTexts(workbook.page),
      '</worksheet>',
    ].join(''),
    targets: links.targets,
  };
}

/** The number of the first row below the headings. */
export function rowOffset({ headings }: Pick<Sheet, 'headings'>): number {
  return headings === undefined ? 1 : 2;
}

/** `A1:K12`, headings included; `undefined` for a sheet without. */
export function tableRange(sheet: Sheet): string | undefined {
  return sheet.headings === undefined
    ? undefined
    : `A1:${columnLetters(sheet.headings.length - 1)}${sheet.rows.length + 1}`;
}

function usedRange(sheet: Sheet): string {
  const columns = Math.max(
    1,
    sheet.headings?.length ?? 0,
    ...sheet.rows.slice(0, 1000).map(({ cells }) => cells.length),
  );
  return `A1:${columnLetters(columns - 1)}${Math.max(1, sheet.rows.length + rowOffset(sheet) - 1)}`;
}

function headingCell(value: string): StyledCell {
  return { value, style: 'heading' };
}

function viewXml(isTable: boolean, isFirst: boolean): string {
  const shown = isFirst ? ' tabSelected="1"' : '';
  return isTable
    ? `<sheetViews><sheetView${shown} workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="B2" sqref="B2"/></sheetView></sheetViews>`
    : `<sheetViews><sheetView showGridLines="0"${shown} workbookViewId="0"/></sheetViews>`;
}

function columnsXml(widths: readonly number[]): string {
  const columns = widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`);
  return `<cols>${columns.join('')}</cols>`;
}

/** What Excel takes of a text above or below a page. */
const LONGEST_PAGE_TEXT = 100;

function pageTexts({ left, right, pageOf }: Workbook['page']): string {
  return `<headerFooter><oddHeader>&amp;L${pageText(left)}&amp;R${pageText(right)}</oddHeader><oddFooter>&amp;L&amp;A&amp;R${pageText(pageOf)} &amp;P / &amp;N</oddFooter></headerFooter>`;
}

/** `&` begins a code there. */
function pageText(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').slice(0, LONGEST_PAGE_TEXT);
  return escapeXml(line.replaceAll('&', '&&').replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD'));
}

function rowXml({ cells }: Row, number: number, widths: readonly number[], links: Links): string {
  const all = cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${number}`, links));
  return `<row r="${number}" ht="${rowHeight(cells, widths)}">${all.join('')}</row>`;
}

function cellXml(cell: Cell, reference: string, links: Links): string {
  const value = valueOf(cell);
  const isLinked = typeof cell === 'object' && value !== '' && links.add(reference, cell);
  const own = typeof cell === 'object' ? cell.style : undefined;
  const style = styleNumbers.get(own ?? usualStyle(value, isLinked)) ?? 0;
  if (value === '') {
    return `<c r="${reference}" s="${style}"/>`;
  }
  return typeof value === 'number'
    ? `<c r="${reference}" s="${style}"><v>${value}</v></c>`
    : `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}

function usualStyle(value: string | number, isLinked: boolean): StyleName {
  if (isLinked) {
    return 'link';
  }
  return typeof value === 'number' ? 'number' : 'text';
}

/** The links of one sheet; an address that many cells lead to is written once. */
class Links {
  readonly #laid: readonly LaidSheet[];
  readonly #elements: string[] = [];
  readonly #ids = new Map<string, string>();

  constructor(laid: readonly LaidSheet[]) {
    this.#laid = laid;
  }

  get targets(): readonly string[] {
    return [...this.#ids.keys()];
  }

  /** Whether the cell became a link. */
  add(reference: string, { link }: StyledCell): boolean {
    if (link === undefined || this.#elements.length >= MOST_LINKS) {
      return false;
    }
    const target = 'href' in link ? this.#outside(link.href) : this.#inside(link.sheet, link.key);
    if (target === undefined) {
      return false;
    }
    this.#elements.push(`<hyperlink ref="${reference}" ${target}/>`);
    return true;
  }

  xml(): string {
    return this.#elements.length === 0 ? '' : `<hyperlinks>${this.#elements.join('')}</hyperlinks>`;
  }

  #outside(href: string): string | undefined {
    if (href.length > LONGEST_ADDRESS) {
      return undefined;
    }
    const id = this.#ids.get(href) ?? `rId${this.#ids.size + 1}`;
    this.#ids.set(href, id);
    return `r:id="${id}"`;
  }

  #inside(sheetIndex: number, key: string): string | undefined {
    const sheet = this.#laid[sheetIndex];
    const row = sheet?.rowNumbers.get(key);
    return sheet === undefined || row === undefined
      ? undefined
      : `location="${escapeXml(quotedName(sheet.name))}!A${row}"`;
  }
}

/** The name of a sheet as references have it. */
export function quotedName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
