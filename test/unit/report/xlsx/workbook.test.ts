import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LONGEST_TEXT, piecesOf } from '../../../../src/report/xlsx/cellText';
import type { Row, Sheet, Workbook } from '../../../../src/report/xlsx/model';
import { columnLetters } from '../../../../src/xlsx/model';
import { styles, type Style } from '../../../../src/report/xlsx/styles';
import { writeWorkbook } from '../../../../src/report/xlsx/workbook';
import { all, elementOf, faultsOf, partsOf, readBack } from './reading';

function workbookOf(sheets: readonly Sheet[], title = 'Titre'): Workbook {
  return { sheets, properties: { title, language: 'fr' }, page: { left: title, right: 'Édition', pageOf: 'Page' } };
}

function sheetOf(rows: readonly Row[], name = 'Feuille', headings: readonly string[] = ['A', 'B']): Sheet {
  return { name, headings, rows, widths: [20, 20] };
}

/** A text as a reader of it has to find it. */
function asRead(text: string): string {
  return text.replaceAll(/\r\n?/gu, '\n').replaceAll(/[\uD800-\uDFFF\0]/gu, '\uFFFD');
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      "'",
      '"',
      '<',
      '&',
      ']]>',
      '_x0041_',
      '_',
      'x',
      '\u0007',
      '\uD800',
      '\uFFFF',
      ' ',
      '1',
      'é',
      '😀',
      '{',
      '|',
      '!',
    ),
  }),
  fc.constantFrom(
    '=1+1',
    '=HYPERLINK("https://example.org")',
    "=cmd|' /C calc'!A0",
    '@SUM(1)',
    '1e5',
    '2026-01-01',
    'TRUE',
    '#REF!',
    ' =1',
    '_x005F_x0041_',
  ),
);

// @segur ST.OUT.02
describe('writeWorkbook', () => {
  it('writes texts that read back as they were, and as texts, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 5 }), async (texts) => {
        const bytes = writeWorkbook(workbookOf([sheetOf(texts.map((cells) => ({ cells })))]));
        assert.deepEqual(faultsOf(bytes), []);
        const [sheet] = await readBack(bytes);
        const expected = texts.map((cells) => cells.map((text) => (text === '' ? null : asRead(text))));
        // That reader leaves empty rows and columns at the end out.
        const read = expected.map((cells, n) => cells.map((_, column) => sheet?.rows[n + 1]?.[column] ?? null));
        assert.deepEqual(read, expected);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every text from being a formula, a number, a date or a truth in the file itself', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const bytes = writeWorkbook(workbookOf([sheetOf([{ cells: [text] }])]));
        const cells = all(elementOf(partsOf(bytes).get('xl/worksheets/sheet1.xml') ?? ''), 'c').slice(2);
        assert.deepEqual(
          cells.map(({ attributes, children }) => [attributes['t'], children.map(({ name }) => name)]),
          [text === '' ? [undefined, []] : ['inlineStr', ['is']]],
        );
      }),
    );
  });

  it('goes on in a further row where a text is longer than a cell, and loses none of it', async () => {
    const lines = Array.from({ length: 4000 }, (_, n) => `Ligne ${n} : un endroit du code`).join('\n');
    const unbroken = '😀'.repeat(LONGEST_TEXT);
    const bytes = writeWorkbook(
      workbookOf([sheetOf([{ cells: ['GEN.1', lines] }, { cells: ['GEN.2', unbroken] }, { cells: ['GEN.3', 'fin'] }])]),
    );
    assert.deepEqual(faultsOf(bytes), []);
    const rows = (await readBack(bytes))[0]?.rows.slice(1) ?? [];
    const textOf = (id: string) => rows.filter(([own]) => own === id).map(([, text]) => String(text));
    assert.equal(textOf('GEN.1').join(''), lines);
    assert.equal(textOf('GEN.2').join(''), unbroken);
    assert.equal(textOf('GEN.3').join(''), 'fin');
    assert.ok(
      textOf('GEN.1')
        .slice(0, -1)
        .every((piece) => piece.endsWith('\n')),
      'cut between two lines',
    );
    assert.ok(rows.every(([, text]) => String(text).length <= LONGEST_TEXT));
  });

  it('cuts a text into pieces that are the text together, none of them longer than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '😀') }),
        fc.integer({ min: 2, max: 9 }),
        (text, longest) => {
          const pieces = piecesOf(text, longest);
          assert.equal(pieces.join(''), text);
          assert.ok(pieces.every((piece) => piece.length <= longest && !/^[\uDC00-\uDFFF]/u.test(piece)));
        },
      ),
    );
  });

  it('links cells to addresses and to rows of other sheets, and writes no link that leads nowhere', () => {
    const bytes = writeWorkbook(
      workbookOf([
        sheetOf([
          {
            cells: [
              { value: 'a', link: { href: '../src/a%20b.ts' } },
              { value: 'b', link: { sheet: 1, key: 'two' } },
            ],
          },
          {
            cells: [
              { value: 'c', link: { href: '../src/a%20b.ts' } },
              { value: 'd', link: { sheet: 1, key: 'none' } },
            ],
          },
          { cells: [{ value: 'e', link: { href: `https://example.org/${'x'.repeat(2079)}` } }] },
        ]),
        sheetOf(
          [
            { key: 'one', cells: ['x'.repeat(LONGEST_TEXT + 1)] },
            { key: 'two', cells: ['x'] },
          ],
          "L'autre",
        ),
      ]),
    );
    assert.deepEqual(faultsOf(bytes), []);
    const parts = partsOf(bytes);
    assert.deepEqual(
      all(elementOf(parts.get('xl/worksheets/sheet1.xml') ?? ''), 'hyperlink').map(({ attributes }) => attributes),
      [
        { ref: 'A2', 'r:id': 'rId1' },
        { ref: 'B2', location: "'L autre'!A4" },
        { ref: 'A3', 'r:id': 'rId1' },
      ],
    );
    assert.equal(parts.has('xl/worksheets/_rels/sheet2.xml.rels'), false);
  });

  it('has no more links in a sheet than Excel reads', () => {
    const rows = Array.from({ length: 65_600 }, (): Row => ({ cells: [{ value: 'a', link: { href: './a' } }] }));
    const xml = partsOf(writeWorkbook(workbookOf([sheetOf(rows)]))).get('xl/worksheets/sheet1.xml') ?? '';
    assert.equal(xml.split('<hyperlink ').length - 1, 65_530);
  });

  it('keeps the headings in sight and on each printed page, and filters its columns', () => {
    const parts = partsOf(writeWorkbook(workbookOf([sheetOf([{ cells: ['a', 'b'] }], "Aujourd'hui & demain")])));
    const sheet = elementOf(parts.get('xl/worksheets/sheet1.xml') ?? '');
    assert.equal(all(sheet, 'pane')[0]?.attributes['state'], 'frozen');
    assert.equal(all(sheet, 'autoFilter')[0]?.attributes['ref'], 'A1:B2');
    assert.deepEqual(all(sheet, 'pageSetup')[0]?.attributes, {
      paperSize: '9',
      orientation: 'landscape',
      fitToWidth: '1',
      fitToHeight: '0',
    });
    assert.deepEqual(
      all(elementOf(parts.get('xl/workbook.xml') ?? ''), 'definedName').map(({ attributes, text }) => [
        attributes['name'],
        text,
      ]),
      [
        ['_xlnm._FilterDatabase', "'Aujourd hui & demain'!$A$1:$B$2"],
        ['_xlnm.Print_Titles', "'Aujourd hui & demain'!$1:$1"],
      ],
    );
  });

  it('lets no name of a product become a code of the header or the footer', () => {
    const parts = partsOf(writeWorkbook(workbookOf([sheetOf([])], 'A&B &Z &F')));
    const header = all(elementOf(parts.get('xl/worksheets/sheet1.xml') ?? ''), 'oddHeader')[0];
    assert.equal(header?.text, '&LA&&B &&Z &&F&RÉdition');
  });

  it('gives each sheet a name that Excel takes, and none twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'A', '/', "'", '[', ' ', 'é', '\n', 'lang ') }), {
          minLength: 1,
          maxLength: 6,
        }),
        (names) => {
          assert.deepEqual(faultsOf(writeWorkbook(workbookOf(names.map((name) => sheetOf([], name))))), []);
        },
      ),
    );
  });

  it('has texts that can be read on their ground: 4.5 to 1 at least', () => {
    for (const [name, style] of Object.entries<Style>(styles)) {
      const ratio = contrast(style.color ?? '000000', style.fill ?? 'FFFFFF');
      assert.ok(ratio >= 4.5, `${name}: ${ratio}`);
    }
  });

  it('names columns as spreadsheets do', () => {
    assert.deepEqual([0, 25, 26, 701, 702].map(columnLetters), ['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

/** WCAG 2: contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
