import { strToU8, zipSync, type Zippable } from 'fflate';
import { columnName, sheetXml, type Sheet } from './sheet';
import { escapeXml } from '../xmlText';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A workbook of plain texts, as Excel, LibreOffice and others read it (ISO/IEC 29500, SpreadsheetML). Every cell is an inline string: whatever a text
 * starts with, none is a formula, a number or a link. Same sheets, same bytes.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const numbered = sheets.map((sheet, index) => ({ sheet, number: index + 1 }));
  const parts: [path: string, xml: string][] = [
    ['[Content_Types].xml', contentTypes(numbered.map(({ number }) => number))],
    ['_rels/.rels', relationships([{ id: 'rId1', type: `${RELATIONS}/officeDocument`, target: 'xl/workbook.xml' }])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbered
        .map(({ sheet, number }) => `<sheet name="${sheetName(sheet.name)}" sheetId="${number}" r:id="rId${number}"/>`)
        .join('')}</sheets>${filterNames(numbered)}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...numbered.map(({ number }) => ({
          id: `rId${number}`,
          type: `${RELATIONS}/worksheet`,
          target: `worksheets/sheet${number}.xml`,
        })),
        { id: `rId${numbered.length + 1}`, type: `${RELATIONS}/styles`, target: 'styles.xml' },
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ...numbered.map(({ sheet, number }): [string, string] => [
      `xl/worksheets/sheet${number}.xml`,
      sheetXml(sheet, MAIN),
    ]),
  ];
  const files: Zippable = Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(HEAD + xml)]));
  // ZIP has local times: this one is written with the same digits everywhere.
  return zipSync(files, { mtime: new Date(2000, 0, 1), level: 6 });
}

interface Numbered {
  readonly sheet: Sheet;
  readonly number: number;
}

/** Excel keeps the range of a filter under this name, and repairs a workbook that has the filter without it. */
function filterNames(sheets: readonly Numbered[]): string {
  const names = sheets
    .filter(({ sheet }) => sheet.headings !== undefined)
    .map(({ sheet, number }) => {
      const quoted = `'${sheetName(sheet.name).replaceAll("'", "''")}'`;
      const range = `$A$1:$${columnName((sheet.headings?.length ?? 1) - 1)}$${sheet.rows.length + 1}`;
      return `<definedName name="_xlnm._FilterDatabase" localSheetId="${number - 1}" hidden="1">${quoted}!${range}</definedName>`;
    });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

/** At most 31 characters, none of those that Excel refuses. */
function sheetName(name: string): string {
  return escapeXml(name.replaceAll(/[[\]:*?/\\']/gu, ' ').slice(0, 31));
}

function contentTypes(numbers: readonly number[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = [
    ['/xl/workbook.xml', `${type}.sheet.main+xml`],
    ['/xl/styles.xml', `${type}.styles+xml`],
    ...numbers.map((number) => [`/xl/worksheets/sheet${number}.xml`, `${type}.worksheet+xml`]),
  ];
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
    .map(([part = '', content = '']) => `<Override PartName="${part}" ContentType="${content}"/>`)
    .join('')}</Types>`;
}

function relationships(
  all: readonly { readonly id: string; readonly type: string; readonly target: string }[],
): string {
  return `<Relationships xmlns="${PACKAGE_RELATIONS}">${all
    .map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
}

/** 0: plain; 1: wrapped, at the top; 2: a heading. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3E8F0"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
