import { strToU8, zipSync, type Zippable } from 'fflate';
import { escapeXml } from '../xmlText';
import { rowsThatFit } from './cellText';
import type { Properties, Sheet, Workbook } from './model';
import { quotedName, rowOffset, sheetParts, tableRange, type LaidSheet } from './sheet';
import { stylesXml } from './styles';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A workbook as Excel, LibreOffice and others read it (ISO/IEC 29500, SpreadsheetML). Every text is an inline string: whatever it starts with, it
 * is no formula, no number and no link. Same workbook, same bytes.
 */
// @segur ST.OUT.02
export function writeWorkbook(workbook: Workbook): Uint8Array {
  const laid: LaidSheet[] = [];
  for (const sheet of workbook.sheets) {
    laid.push(layOut(sheet, laid));
  }
  const sheets = laid.map((_, index) => sheetParts(index, workbook, laid, `xmlns="${MAIN}" xmlns:r="${RELATIONS}"`));
  const parts: [path: string, xml: string][] = [
    ['[Content_Types].xml', contentTypes(laid.length)],
    ['_rels/.rels', packageRelations()],
    ['docProps/app.xml', appXml()],
    ['docProps/core.xml', coreXml(workbook.properties)],
    ['xl/workbook.xml', workbookXml(laid)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(laid.length)],
    ['xl/styles.xml', stylesXml(MAIN)],
    ...sheets.flatMap(({ xml, targets }, index): [string, string][] => [
      [`xl/worksheets/sheet${index + 1}.xml`, xml],
      ...(targets.length === 0
        ? []
        : [[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, addresses(targets)] as [string, string]]),
    ]),
  ];
  const files: Zippable = Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(HEAD + xml)]));
  // ZIP has local times: this one is written with the same digits everywhere. More effort makes a fifth less of it and takes twice the time.
  return zipSync(files, { mtime: new Date(2000, 0, 1), level: 1 });
}

function layOut(sheet: Sheet, before: readonly LaidSheet[]): LaidSheet {
  const rows = sheet.rows.flatMap(rowsThatFit);
  const rowNumbers = new Map<string, number>();
  for (const [index, { key }] of rows.entries()) {
    if (key !== undefined && !rowNumbers.has(key)) {
      rowNumbers.set(key, index + rowOffset(sheet));
    }
  }
  return { ...sheet, name: sheetName(sheet.name, before), rows, rowNumbers };
}

/** At most 31 characters, none of those that Excel refuses, and none twice. */
function sheetName(name: string, before: readonly LaidSheet[]): string {
  const plain =
    name
      .replaceAll(/[[\]:*?/\\'\p{Cc}\p{Cs}]/gu, ' ')
      .trim()
      .slice(0, 31) || '-';
  const taken = new Set(before.map((other) => other.name.toLowerCase()));
  let free = plain;
  for (let n = 2; taken.has(free.toLowerCase()); n++) {
    free = `${plain.slice(0, 27)} ${n}`;
  }
  return free;
}

function workbookXml(sheets: readonly LaidSheet[]): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets>${listed.join('')}</sheets>${definedNames(sheets)}</workbook>`;
}

/** Excel keeps the range of a filter under a name of its own, and repairs a workbook that has the filter without it. */
function definedNames(sheets: readonly LaidSheet[]): string {
  const names = (kind: string, rest: string, range: (sheet: LaidSheet) => string | undefined): string[] =>
    sheets.flatMap((sheet, index) => {
      const area = range(sheet);
      const reference = escapeXml(`${quotedName(sheet.name)}!${area ?? ''}`);
      return area === undefined
        ? []
        : [`<definedName name="_xlnm.${kind}" localSheetId="${index}"${rest}>${reference}</definedName>`];
    });
  const all = [
    ...names('_FilterDatabase', ' hidden="1"', (sheet) => tableRange(sheet)?.replaceAll(/([A-Z]+)(\d+)/gu, '$$$1$$$2')),
    ...names('Print_Titles', '', ({ headings }) => (headings === undefined ? undefined : '$1:$1')),
  ];
  return all.length === 0 ? '' : `<definedNames>${all.join('')}</definedNames>`;
}

function contentTypes(sheets: number): string {
  const overrides = [
    ['/docProps/app.xml', `${TYPE}.extended-properties+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/xl/workbook.xml', `${TYPE}.spreadsheetml.sheet.main+xml`],
    ['/xl/styles.xml', `${TYPE}.spreadsheetml.styles+xml`],
    ...Array.from({ length: sheets }, (_, index) => [
      `/xl/worksheets/sheet${index + 1}.xml`,
      `${TYPE}.spreadsheetml.worksheet+xml`,
    ]),
  ];
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
    .map(([part = '', content = '']) => `<Override PartName="${part}" ContentType="${content}"/>`)
    .join('')}</Types>`;
}

interface Relation {
  readonly type: string;
  readonly target: string;
  readonly isOutside?: boolean;
}

function relationships(all: readonly Relation[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(
      ({ type, target, isOutside }, index) =>
        `<Relationship Id="rId${index + 1}" Type="${type}" Target="${escapeXml(target)}"${isOutside === true ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;
}

function packageRelations(): string {
  return relationships([
    { type: `${RELATIONS}/officeDocument`, target: 'xl/workbook.xml' },
    { type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    { type: `${RELATIONS}/extended-properties`, target: 'docProps/app.xml' },
  ]);
}

function workbookRelations(sheets: number): string {
  return relationships([
    ...Array.from({ length: sheets }, (_, index) => ({
      type: `${RELATIONS}/worksheet`,
      target: `worksheets/sheet${index + 1}.xml`,
    })),
    { type: `${RELATIONS}/styles`, target: 'styles.xml' },
  ]);
}

function addresses(targets: readonly string[]): string {
  return relationships(targets.map((target) => ({ type: `${RELATIONS}/hyperlink`, target, isOutside: true })));
}

function appXml(): string {
  return `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Ségur Trace</Application></Properties>`;
}

function coreXml({ title, subject, version, language, created }: Properties): string {
  const time =
    created === undefined ? '' : `<dcterms:created xsi:type="dcterms:W3CDTF">${escapeXml(created)}</dcterms:created>`;
  const element = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<${name}>${escapeXml(value)}</${name}>`;
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${element('dc:title', title)}${element('dc:subject', subject)}<dc:creator>Ségur Trace</dc:creator>${element('dc:language', language)}${element('cp:version', version)}${time}</cp:coreProperties>`;
}
