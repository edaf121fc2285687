import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** What another reader than ours finds in a workbook: its sheets, row by row. */
export async function readBack(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  const sheets = await readExcelFile(Buffer.from(bytes), { trim: false });
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(plainValue)) }));
}

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A date or a truth is nothing that we write. */
function plainValue(value: unknown): string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number' ? value : `?${typeof value}`;
}

/** The parts of a package, by their paths. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
}

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** The root of a part; throws where it is not well-formed. */
export function elementOf(xml: string): Element {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const path: Open[] = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const element: Open = { name, attributes: { ...attributes }, children: [], text: '' };
    path.at(-1)?.children.push(element);
    path.push(element);
  });
  parser.on('text', (text) => {
    const last = path.at(-1);
    if (last !== undefined) {
      last.text += text;
    }
  });
  parser.on('closetag', () => path.pop());
  parser.write(xml).close();
  const [only] = root.children;
  if (only === undefined) {
    throw new Error('No element');
  }
  return only;
}

interface Open extends Element {
  readonly children: Open[];
  text: string;
}

/** Every element of that name below one, in the order of the document. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** What is wrong with a workbook as a package of SpreadsheetML; nothing, when Excel has nothing to repair that we know of. */
export function faultsOf(bytes: Uint8Array): readonly string[] {
  const parts = partsOf(bytes);
  const faults: string[] = [];
  const types = elementOf(parts.get('[Content_Types].xml') ?? '<none/>');
  const defaults = all(types, 'Default').map(({ attributes }) => attributes['Extension']);
  const overrides = all(types, 'Override').map(({ attributes }) => attributes['PartName'] ?? '');
  const check = (ok: boolean, fault: string): void => {
    if (!ok) {
      faults.push(fault);
    }
  };
  check(new Set(overrides).size === overrides.length, 'a part has two types');
  for (const name of overrides) {
    check(parts.has(name.slice(1)), `a type for ${name}, which is not there`);
  }
  for (const [path, text] of parts) {
    check(
      path === '[Content_Types].xml' || overrides.includes(`/${path}`) || !path.endsWith('.xml'),
      `no type: ${path}`,
    );
    check(defaults.includes(path.slice(path.lastIndexOf('.') + 1)), `no default type: ${path}`);
    if (!/\.(?:xml|rels)$/u.test(path)) {
      continue;
    }
    const root = elementOf(text);
    if (path.endsWith('.rels')) {
      relationFaults(path, root, parts, check);
    }
    if (root.name === 'worksheet') {
      sheetFaults(path, root, parts, check);
    }
  }
  const sheets = all(elementOf(parts.get('xl/workbook.xml') ?? '<none/>'), 'sheet').map(({ attributes }) => attributes);
  const names = sheets.map(({ name = '' }) => name.toLowerCase());
  check(new Set(names).size === names.length, 'two sheets of one name');
  check(new Set(sheets.map(({ sheetId }) => sheetId)).size === sheets.length, 'two sheets of one number');
  for (const name of names) {
    check(/^[^[\]:*?/\\']{1,31}$/u.test(name), `a name that Excel refuses: ${name}`);
  }
  return faults;
}

type Check = (ok: boolean, fault: string) => void;

function relationFaults(path: string, root: Element, parts: ReadonlyMap<string, string>, check: Check): void {
  const relations = all(root, 'Relationship').map(({ attributes }) => attributes);
  check(new Set(relations.map(({ Id }) => Id)).size === relations.length, `${path}: two relations of one id`);
  const folder = path.replace(/_rels\/[^/]*$/u, '');
  for (const { Target = '', TargetMode } of relations) {
    check(
      TargetMode === 'External' ? /^[!-~]+$/u.test(Target) : parts.has(folder + Target),
      `${path} leads nowhere: ${Target}`,
    );
  }
}

/** ISO/IEC 29500-1, CT_Worksheet: what there may be in a sheet, in this order. */
const ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection'],
  ...['protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells'],
  ...['phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins'],
  ...['pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors'],
  ...['smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls'],
  ...['webPublishItems', 'tableParts', 'extLst'],
];

function sheetFaults(path: string, root: Element, parts: ReadonlyMap<string, string>, check: Check): void {
  const places = root.children.map(({ name }) => ORDER.indexOf(name));
  check(!places.includes(-1), `${path}: an element that no sheet has`);
  check(
    places.every((place, n) => n === 0 || place >= (places[n - 1] ?? 0)),
    `${path}: elements out of order`,
  );
  check(all(root, 'f').length === 0, `${path}: a formula`);
  const references = all(root, 'c').map(({ attributes }) => attributes['r'] ?? '');
  check(new Set(references).size === references.length, `${path}: two cells at one place`);
  const numbers = all(root, 'row').map(({ attributes }) => Number(attributes['r']));
  check(
    numbers.every((number, n) => n === 0 || number > (numbers[n - 1] ?? 0)),
    `${path}: rows out of order`,
  );
  const relations = parts.get(path.replace('worksheets/', 'worksheets/_rels/').concat('.rels')) ?? '<none/>';
  const ids = all(elementOf(relations), 'Relationship').map(({ attributes }) => attributes['Id']);
  for (const { attributes } of all(root, 'hyperlink')) {
    const id = attributes['r:id'];
    check(references.includes(attributes['ref'] ?? ''), `${path}: a link of no cell`);
    check(id === undefined ? attributes['location'] !== undefined : ids.includes(id), `${path}: a link to nowhere`);
  }
}
