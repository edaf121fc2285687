import assert from 'node:assert/strict';
import { english } from '../../../src/base/message';
import { loadCatalogFile } from '../../../src/catalog/loadCatalog';
import { fillWorkbook } from '../../../src/fill/fillWorkbook';
import { importInto } from '../../../src/import/importInto';
import { openSpreadsheet, type Spreadsheet } from '../../../src/import/openSpreadsheet';
import { usualLimits } from '../../../src/xlsx/limits';
import { readWorkbook } from '../../../src/xlsx/readWorkbook';
import { SpreadsheetRefusal } from '../../../src/xlsx/refusal';
import { inLayout, manyRows, row2024 } from '../../support/remFixtures';
import { asZip64, buildWorkbook, zip } from '../../support/workbookBuilder';
import { remWorkbook } from '../../unit/fill/remWorkbook';
import { catalogOf, traceOf } from '../../unit/trace/fixtures';
import { corpusFiles } from '../corpus';
import { assertBounded, assertMessage, assertProblems, assertSame } from '../invariants';
import { mutateTextSample, type TextWords } from '../mutations';
import type { Reader, Sample } from '../reader';
import { mutateZipSample } from '../zipMutations';

/** What an answer is waited for is not what is tested here: hostile sizes have limits that are a hundred times smaller. */
const limits = { ...usualLimits, unpacked: 16 * 1024 * 1024, characters: 1024 * 1024, rows: 5000, merges: 2000 };

const XML: TextWords = {
  words: [
    '<row r="1">', '</row>', '<c r="A1" t="s">', '<c r="XFE1048577">', '<c r="ZZZZZ1" t="inlineStr">', '</c>', '<v>', '</v>', '<v>4294967296</v>', '<v>-1</v>', '<v>1e400</v>', '<is><t>', '</t></is>', '<f>1+1</f>', 't="e"', 't="b"', 't="d"', 's="1"', 's="99999"', '<mergeCell ref="A1:XFD1048576"/>', '<mergeCell ref="B2:A1"/>', '<mergeCells>', '<si><t>', '</t></si>', '<rPh>', '</rPh>', '<r><t>', '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '&#0;', '&#x10FFFF;', '&amp;', '<![CDATA[', ']]>', '<!--', '-->', '<?xml version="1.0" encoding="UTF-16"?>', 'hidden="1"', 'numFmtId="14"', 'date1904="1"', 'r:id="rId1"', 'Target="../../../x"', 'TargetMode="External"', 'xmlns:x="y"', '<x:row>', 'ID', 'Exigence', 'N° scénario', 'SC.FIC/ESSAI.01', '<a>', '</a>', '"', "'", '<', '>', '/',
  ],
  nesting: [['<a>', '</a>'], ['<si>', '</si>'], ['<row>', '</row>'], ['<c>', '</c>'], ['<r>', '</r>']],
}; // prettier-ignore

const CSV: TextWords = {
  words: [';', ',', '\t', '|', '"', '""', '"\n', '\n', '\r', 'sep=;\n', 'sep=\u0000\n', 'ID;Chapitre;Exigence\n', 'SC.FIC/ESSAI.01', 'N° scénario', 'Preuve 1', 'EXIGENCE', '=HYPERLINK("x")', '-', '@', 'GEN.02 BIS', 'IE.56/57'],
  nesting: [['"', '"'], [';', '']],
}; // prettier-ignore

const shipped = () => undefined;

/** Its own words alone come out; anything else is a fault. */
async function refusedOr<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SpreadsheetRefusal)) {
      throw error;
    }
    assertMessage(error.told, 'refusal');
    assertMessage(error.remedy, 'remedy of a refusal');
    return undefined;
  }
}

async function assertImport({ name, bytes }: Sample): Promise<void> {
  const open = () => refusedOr(() => openSpreadsheet(bytes, name, { limits }));
  const spreadsheet = await open();
  const again = await open();
  assertSame(
    again?.grids.map((grid) => grid.sheet),
    spreadsheet?.grids.map((grid) => grid.sheet),
    'read twice',
  );
  if (spreadsheet === undefined) {
    return;
  }
  for (const { sheet } of spreadsheet.grids) {
    assert.ok(sheet.rows.length <= limits.rows && sheet.merges.length <= limits.merges, 'within the limits');
    let before = 0;
    for (const { number, texts } of sheet.rows) {
      assert.ok(Number.isInteger(number) && number > before, `row ${number} behind ${before}`);
      assert.ok(texts.length > 0 && texts.length <= limits.columns && texts.at(-1) !== '', `cells of row ${number}`);
      before = number;
    }
  }
  await assertCatalog(spreadsheet, bytes);
}

/** What an import writes is a catalogue without a fault, and the same import again changes nothing. */
async function assertCatalog(spreadsheet: Spreadsheet, bytes: Uint8Array): Promise<void> {
  const imported = await refusedOr(() => importInto(spreadsheet, { shipped }));
  if (imported === undefined) {
    return;
  }
  const { text, report } = imported;
  report.notices.forEach(({ text: { template, args }, words = [] }) =>
    assertMessage(
      { template, args: [...args, ...(words.length > 0 ? [words.map(({ template: one }) => one).join(', ')] : [])] },
      'notice',
    ),
  );
  report.skipped.forEach((row) => assertMessage(row.reason, 'skipped row'));
  assertBounded(text, bytes, 2000, 'catalogue');
  const read = loadCatalogFile(text, 'x.yaml');
  assertProblems(read.problems, text);
  assertSame(read.problems, [], 'no fault in what was written');
  assertSame(read.catalog?.requirements.length, report.counts.requirements, 'as many requirements as were told');
  const again = await importInto(spreadsheet, { shipped }, text);
  assertSame(again.text, text, 'imported again');
}

let books: Promise<readonly Sample[]> | undefined;

/** Workbooks made as the tests make them, and those that once were a bug. */
function workbooks(): Promise<readonly Sample[]> {
  const rows = inLayout('rem-2024', manyRows(9));
  const dates = [
    ['ID', 'Chapitre', 'Exigence', 'Profil'],
    ['A.01', { xml: '<c s="1"><v>45000.5</v></c>' }, { xml: '<c t="str"><f>A1</f><v>DOIT</v></c>' }, { xml: '<c t="b"><v>1</v></c>' }],
    ['A.02', 12.5, { xml: '<c t="e"><v>#REF!</v></c>' }, { xml: '<c t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c>' }],
  ]; // prettier-ignore
  const sheets = [{ name: 'Exigences', rows, merges: ['A3:A4', 'C3:C4'], locked: true, hiddenRows: [4] }];
  const built: [string, Uint8Array][] = [
    ['REM-FICTIF-Va1.xlsx', buildWorkbook(sheets)],
    ['inline.xlsx', buildWorkbook(sheets, { inline: true })],
    ['macros.xlsm', buildWorkbook(sheets, { macros: true })],
    ['dates.xlsx', buildWorkbook([{ name: 'D', rows: dates }], { from1904: true })],
    ['hidden.xlsx', buildWorkbook([{ name: 'Lisez-moi', rows: [['Bonjour']], state: 'veryHidden' }, ...sheets])],
    ['title above 2026-02-01.xlsx', buildWorkbook([{ name: 'T', rows: [['Référentiel fictif'], [], ...rows] }])],
    ['zip64.xlsx', asZip64(buildWorkbook(sheets))],
    ['empty.xlsx', buildWorkbook([{ name: 'E', rows: [] }])],
    ['doctype.xlsx', buildWorkbook(sheets, { parts: { 'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY a "b">]><sst/>' } })],
    ['no workbook.xlsx', zip({ 'word/document.xml': '<w/>' })],
    ['spaces.xlsx', buildWorkbook([{ name: 'S', rows: inLayout('rem-2024', [row2024(' GEN.02\u00a0BIS '), row2024('IE‑56')]) }])],
    ['rem.xlsx', remWorkbook()],
  ]; // prettier-ignore
  books ??= Promise.resolve([...built.map(([name, bytes]) => ({ name, bytes })), ...corpusFiles('xlsx')]);
  return books;
}

export const xlsxReader: Reader = {
  name: 'xlsx',
  iterations: 100,
  corpus: workbooks,
  mutate: (random, corpus) => mutateZipSample(random, corpus, XML),
  check: assertImport,
};

export const csvReader: Reader = {
  name: 'csv',
  iterations: 1000,
  corpus: () => Promise.resolve(corpusFiles('csv')),
  mutate: (random, corpus) => mutateTextSample(random, corpus, CSV),
  check: assertImport,
};

const catalog = catalogOf(`requirements:
  - { id: A.01, title: Sauvegarde, needs: [code], scenarios: [{ id: A.01.01, text: Un }] }
  - { id: A.02, title: Délai, needs: [code] }
  - { id: SC.FIC/ESSAI.01, title: Essai, needs: [code] }
`);
const trace = traceOf(catalog, { files: { 'src/a.ts': '// @segur A.01, SC.FIC/ESSAI.01\nexport function f() {}\n' } });

/** The user's own workbook, filled in: it still reads as before, with our columns behind its own. */
export const fillReader: Reader = {
  name: 'fill',
  iterations: 100,
  corpus: workbooks,
  mutate: (random, corpus) => mutateZipSample(random, corpus, XML),
  async check({ bytes }) {
    const fill = () => refusedOr(() => fillWorkbook(bytes, { trace, catalog, t: english, language: 'en' }));
    const filled = await fill();
    assertSame((await fill())?.bytes, filled?.bytes, 'filled twice');
    if (filled === undefined) {
      return;
    }
    const before = await readWorkbook(bytes);
    const after = await readWorkbook(filled.bytes);
    assertSame(
      after.sheets.map(({ name }) => name),
      before.sheets.map(({ name }) => name),
      'the sheets',
    );
    before.sheets.forEach((sheet, at) => {
      const rows = new Map(after.sheets[at]?.rows.map(({ number, texts }) => [number, texts]));
      for (const { number, texts } of sheet.rows) {
        const now = rows.get(number) ?? [];
        const isKept = texts.every((text, column) => now[column] === text || filled.sheets.some((one) => one.isUpdate));
        assert.ok(isKept, `row ${number} of ${sheet.name}: ${JSON.stringify(texts)}, now ${JSON.stringify(now)}`);
      }
    });
  },
};
