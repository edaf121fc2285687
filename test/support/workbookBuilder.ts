import { strToU8, zipSync, type Zippable } from 'fflate';
import { columnLetters } from '../../src/xlsx/model';

/** A cell as a test writes it: a text, or XML of its own. */
export type TestCell = string | number | { readonly xml: string } | undefined;

export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  /** `A2:A4` */
  readonly merges?: readonly string[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly locked?: boolean;
  /** Numbers of rows, from 1. */
  readonly hiddenRows?: readonly number[];
}

export interface BuildOptions {
  readonly macros?: boolean;
  /** Texts stand in the cells, not in a table of their own. */
  readonly inline?: boolean;
  readonly from1904?: boolean;
  /** More files of the archive, or others in the place of ours. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Style 1 shows dates. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

/** A workbook as Excel lays one out, with what a test wants in it. */
export function buildWorkbook(sheets: readonly TestSheet[], options: BuildOptions = {}): Uint8Array {
  const strings = new Map<string, number>();
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${options.from1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i): [string, string, string] => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['rIdS', 'styles', 'styles.xml'],
      ['rIdT', 'sharedStrings', '/xl/sharedStrings.xml'],
    ]),
    'xl/styles.xml': STYLES,
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, options.inline === true ? undefined : strings);
  });
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="${MAIN}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`;
  if (options.macros === true) {
    parts['xl/vbaProject.bin'] = 'not really';
  }
  return zip({ ...parts, ...options.parts });
}

export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = Object.fromEntries(
    Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
  );
  return zipSync(files, { mtime: new Date(2000, 0, 1), level: 6 });
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

/**
 * The same archive with its sizes and places in records of ZIP64 (APPNOTE 4.3.14 to 4.5.3), as writers make them that do not know beforehand how large
 * a file becomes: .NET's, and streams of Java.
 */
export function asZip64(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - 22;
  const before: Uint8Array[] = [];
  const table: Uint8Array[] = [];
  let at = 0;
  for (let from = view.getUint32(end + 16, true); view.getUint32(from, true) === CENTRAL;) {
    const nameLength = view.getUint16(from + 28, true);
    const sizes = [view.getUint32(from + 24, true), view.getUint32(from + 20, true)];
    const header = view.getUint32(from + 42, true);
    const data = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const name = archive.slice(from + 46, from + 46 + nameLength);
    const local = [
      saturated(archive.slice(header, header + 30), 18, 28),
      name,
      extraOf(sizes),
      archive.slice(data, data + (sizes[1] ?? 0)),
    ];
    const central = saturated(archive.slice(from, from + 46), 20, 30);
    new DataView(central.buffer).setUint32(42, 0xffffffff, true);
    table.push(central, name, extraOf([...sizes, at]));
    before.push(...local);
    at += local.reduce((sum, { length }) => sum + length, 0);
    from += 46 + nameLength + view.getUint16(from + 30, true) + view.getUint16(from + 32, true);
  }
  const count = view.getUint16(end + 10, true);
  const size = table.reduce((sum, { length }) => sum + length, 0);
  const record = new DataView(new ArrayBuffer(56 + 20 + 22));
  record.setUint32(0, 0x06064b50, true);
  record.setBigUint64(4, 44n, true);
  record.setUint16(12, 45, true);
  record.setUint16(14, 45, true);
  [count, count, size, at].forEach((value, n) => record.setBigUint64(24 + 8 * n, BigInt(value), true));
  record.setUint32(56, 0x07064b50, true);
  record.setBigUint64(64, BigInt(at + size), true);
  record.setUint32(72, 1, true);
  record.setUint32(76, END, true);
  [84, 86].forEach((place) => record.setUint16(place, 0xffff, true));
  [88, 92].forEach((place) => record.setUint32(place, 0xffffffff, true));
  return Buffer.concat([...before, ...table, new Uint8Array(record.buffer)]);
}

/** A header without its two sizes, and with the length of the field that has them. */
function saturated(header: Uint8Array, sizesAt: number, extraAt: number): Uint8Array {
  const view = new DataView(header.buffer);
  view.setUint32(sizesAt, 0xffffffff, true);
  view.setUint32(sizesAt + 4, 0xffffffff, true);
  view.setUint16(extraAt, view.getUint32(0, true) === LOCAL ? 20 : 28, true);
  return header;
}

/** The field of ZIP64: unpacked size, packed size, place. */
function extraOf(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 + 8 * values.length));
  view.setUint16(0, 1, true);
  view.setUint16(2, 8 * values.length, true);
  values.forEach((value, n) => view.setBigUint64(4 + 8 * n, BigInt(value), true));
  return new Uint8Array(view.buffer);
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

function sheetXml(
  { rows, merges = [], locked, hiddenRows = [] }: TestSheet,
  strings: Map<string, number> | undefined,
): string {
  const body = rows
    .map((cells, y) => {
      const hidden = hiddenRows.includes(y + 1) ? ' hidden="1"' : '';
      return `<row r="${y + 1}"${hidden}>${cells.map((cell, x) => cellXml(cell, `${columnLetters(x)}${y + 1}`, strings)).join('')}</row>`;
    })
    .join('');
  const merged =
    merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData>${locked === true ? '<sheetProtection password="CAFE" sheet="1"/>' : ''}${merged}</worksheet>`;
}

function cellXml(cell: TestCell, ref: string, strings: Map<string, number> | undefined): string {
  if (cell === undefined || cell === '') {
    return '';
  }
  if (typeof cell === 'number') {
    return `<c r="${ref}"><v>${cell}</v></c>`;
  }
  if (typeof cell !== 'string') {
    return cell.xml.replace('<c', `<c r="${ref}"`);
  }
  if (strings === undefined) {
    return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  }
  const index = strings.get(cell) ?? strings.size;
  strings.set(cell, index);
  return `<c r="${ref}" t="s"><v>${index}</v></c>`;
}

function relationships(all: readonly (readonly [id: string, kind: string, target: string])[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;
}
