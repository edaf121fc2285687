import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { english, render } from '../../../src/base/message';
import { usualLimits } from '../../../src/xlsx/limits';
import { columnIndex, columnLetters } from '../../../src/xlsx/model';
import { isDateCode } from '../../../src/xlsx/numberFormats';
import { readWorkbook, type ReadOptions } from '../../../src/xlsx/readWorkbook';
import { SpreadsheetRefusal } from '../../../src/xlsx/refusal';
import { asZip64, buildWorkbook, zip, type TestCell } from '../../support/workbookBuilder';

async function textsOf(rows: readonly (readonly TestCell[])[], options = {}) {
  const { sheets } = await readWorkbook(buildWorkbook([{ name: 'A', rows }], options));
  return sheets[0]!.rows.map(({ texts }) => texts);
}

async function refusal(bytes: Uint8Array, options: ReadOptions = {}): Promise<string> {
  const error: unknown = await readWorkbook(bytes, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof SpreadsheetRefusal, String(error));
  return `${render(english, error.told)} / ${render(english, error.remedy)}`;
}

// @segur ST.IMP.02
describe('reading workbooks', () => {
  it('reads archives that have sizes and places in records of ZIP64, and refuses those cut short', async () => {
    const usual = buildWorkbook([{ name: 'A', rows: [['un', 2], ['trois']] }]);
    const bytes = asZip64(usual);
    assert.deepEqual(await readWorkbook(bytes), await readWorkbook(usual));
    for (const length of [bytes.length - 23, bytes.length - 60, bytes.length >> 1]) {
      assert.match(await refusal(bytes.slice(0, length)), /damaged|no spreadsheet|no workbook/iu);
    }
    // A place beyond the end of the file, in the record and in the table.
    const [record, table] = [bytes.slice(), bytes.slice()];
    const view = new DataView(record.buffer, record.byteOffset);
    const at = Number(view.getBigUint64(record.length - 98 + 48, true));
    view.setBigUint64(record.length - 98 + 48, 2n ** 63n, true);
    assert.match(await refusal(record), /damaged/u);
    const nameLength = new DataView(table.buffer, table.byteOffset).getUint16(at + 28, true);
    new DataView(table.buffer, table.byteOffset).setBigUint64(at + 46 + nameLength + 4 + 16, 2n ** 40n, true);
    assert.match(await refusal(table), /damaged/u);
  });

  it('gives each cell the text that stands for it', async () => {
    const rich =
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>gras</t></r><r><t xml:space="preserve"> et maigre</t></r><rPh><t>x</t></rPh></is></c>';
    assert.deepEqual(
      await textsOf([
        [
          'partagé',
          12,
          { xml: rich },
          { xml: '<c t="b"><v>1</v></c>' },
          { xml: '<c t="str"><f>A1</f><v>a_x000D_b</v></c>' },
        ],
        [],
        [undefined, { xml: '<c><v>1.1000000000000001</v></c>' }, { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }],
      ]),
      [
        ['partagé', '12', 'gras et maigre', 'TRUE', 'a\rb'],
        ['', '1.1', '#DIV/0!'],
      ],
    );
    assert.deepEqual(await textsOf([['en ligne']], { inline: true }), [['en ligne']]);
  });
  it('notes formulas and errors, and never evaluates', async () => {
    const { sheets } = await readWorkbook(
      buildWorkbook([
        {
          name: 'A',
          rows: [
            [
              { xml: '<c><f>HYPERLINK("http://a")</f><v>7</v></c>' },
              { xml: '<c><f>1+1</f></c>' },
              { xml: '<c t="e"><v>#REF!</v></c>' },
            ],
          ],
        },
      ]),
    );
    assert.deepEqual(
      [...sheets[0]!.rows[0]!.notes],
      [
        [0, 'formula'],
        [1, 'formula-without-value'],
        [2, 'error'],
      ],
    );
  });
  it('writes days by the style of the cell, counted from 1900 or 1904', async () => {
    const cells = ['<c s="1"><v>46266</v></c>', '<c s="2"><v>46266.5</v></c>', '<c s="0"><v>46266</v></c>'];
    const row = cells.map((xml) => ({ xml }));
    assert.deepEqual(await textsOf([row]), [['2026-09-01', '2026-09-01 12:00', '46266']]);
    assert.deepEqual(await textsOf([row], { from1904: true }), [['2030-09-02', '2030-09-02 12:00', '46266']]);
    assert.deepEqual(
      ['yyyy-mm-dd', 'h:mm', '[h]:mm', '0.00', '#,##0 "mds"', '[Red]0', '@', 'General', '0\\d'].map(isDateCode),
      [true, true, true, false, false, false, false, false, false],
    );
  });
  it('keeps row numbers, merges, locks and what is hidden', async () => {
    const { sheets, hasMacros } = await readWorkbook(
      buildWorkbook(
        [
          {
            name: 'Vu & lu',
            rows: [[], [], ['a'], ['b']],
            merges: ['A3:A4', 'nonsense'],
            locked: true,
            hiddenRows: [4],
          },
          { name: 'Caché', rows: [['x']], state: 'veryHidden' },
        ],
        { macros: true },
      ),
    );
    const [seen, hidden] = sheets;
    assert.deepEqual(
      seen!.rows.map(({ number, isHidden }) => [number, isHidden]),
      [
        [3, false],
        [4, true],
      ],
    );
    assert.deepEqual(seen!.merges, [{ firstRow: 3, lastRow: 4, firstColumn: 0, lastColumn: 0 }]);
    assert.deepEqual(
      [seen!.name, seen!.isLocked, seen!.isHidden, hidden!.isHidden, hasMacros],
      ['Vu & lu', true, false, true, true],
    );
  });
  it('reads a million rows no further than its limit, and says so', async () => {
    const limits = { ...usualLimits, rows: 100 };
    const bytes = buildWorkbook([{ name: 'A', rows: Array.from({ length: 5000 }, (_, i) => [`r${i}`]) }], {
      inline: true,
    });
    const { sheets } = await readWorkbook(bytes, { limits });
    assert.deepEqual([sheets[0]!.rows.length, sheets[0]!.cutAfterRow], [100, 100]);
  });
  it('does not count rows and cells that are empty but formatted', async () => {
    const limits = { ...usualLimits, rows: 2, columns: 3 };
    const empty = { xml: '<c s="1"/>' };
    const rows = [
      ['a'],
      ...Array.from({ length: 3000 }, () => [empty]),
      [...Array.from({ length: 50 }, () => empty), 'far'],
      ['b'],
    ];
    const { sheets } = await readWorkbook(buildWorkbook([{ name: 'A', rows }]), { limits });
    assert.deepEqual(
      sheets[0]!.rows.map(({ number }) => number),
      [1, 3003],
    );
    assert.deepEqual([sheets[0]!.cutAfterRow, sheets[0]!.hasMoreColumns], [undefined, true]);
  });
  it('stops at archives that unpack to far more than they are, whatever sizes they claim', async () => {
    const bomb = buildWorkbook([{ name: 'A', rows: [['a']] }], {
      parts: { 'xl/sharedStrings.xml': new Uint8Array(40 * 1024 * 1024).fill(32) },
    });
    assert.ok(bomb.length < 100_000);
    assert.match(await refusal(bomb), /sharedStrings\.xml.*unpacks to far more/u);
    const lying = bomb.slice();
    // The unpacked sizes of the central directory, all made small.
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 24, 10, true);
      }
    }
    assert.match(await refusal(lying), /unpacks to far more/u);
    const limits = { ...usualLimits, unpacked: 2000 };
    assert.match(
      await refusal(buildWorkbook([{ name: 'A', rows: [['é'.repeat(5000)]] }]), { limits }),
      /unpacks to far more/u,
    );
    const characters = { ...usualLimits, characters: 2000 };
    assert.match(
      await refusal(buildWorkbook([{ name: 'A', rows: [['é'.repeat(5000)]] }]), { limits: characters }),
      /more text/u,
    );
  });
  it('refuses declarations of entities, in whatever part', async () => {
    const laughs =
      '<!DOCTYPE a [<!ENTITY b "cccc">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    for (const part of [
      'xl/worksheets/sheet1.xml',
      'xl/workbook.xml',
      'xl/sharedStrings.xml',
      '_rels/.rels',
      'xl/styles.xml',
    ]) {
      assert.match(
        await refusal(buildWorkbook([{ name: 'A', rows: [['a']] }], { parts: { [part]: laughs } })),
        /DOCTYPE/u,
        part,
      );
    }
  });
  it('says of other files what they are and what to do', async () => {
    const compound = (name: string): Uint8Array => {
      const bytes = new Uint8Array(2048);
      bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      bytes.set(Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat(), 1024);
      return bytes;
    };
    assert.match(await refusal(compound('EncryptedPackage')), /protected by a password.*without one/u);
    assert.match(await refusal(compound('Workbook')), /old format.*save it as \.xlsx/u);
    assert.match(await refusal(new Uint8Array()), /empty/u);
    assert.match(await refusal(strToU8('hello')), /no Excel workbook/u);
    assert.match(await refusal(zip({ 'a.txt': 'a' })), /holds no Excel workbook/u);
    assert.match(await refusal(zip({ 'xl/workbook.bin': 'a' })), /\.xlsb/u);
    assert.match(await refusal(zip({ mimetype: 'x', 'content.xml': '<a/>' })), /\.ods/u);
    const whole = buildWorkbook([{ name: 'A', rows: [['a']] }]);
    assert.match(await refusal(whole.slice(0, whole.length - 30)), /damaged/u);
    assert.match(await refusal(whole, { limits: { ...usualLimits, file: 10 } }), /too large/u);
    const broken = buildWorkbook([{ name: 'A', rows: [] }], {
      parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' },
    });
    assert.match(await refusal(broken), /well-formed/u);
    const encrypted = whole.slice();
    const view = new DataView(encrypted.buffer);
    const central = encrypted.findIndex(
      (_, at) => at + 4 < encrypted.length && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint16(central + 8, 1, true);
    assert.match(await refusal(encrypted), /password/u);
  });
  it('throws nothing but refusals, whatever bytes are changed, cut or put in', async () => {
    const whole = buildWorkbook([{ name: 'A', rows: [['a', 'b', 3], ['c']], merges: ['A1:A2'] }]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.oneof(fc.constant(whole.length), fc.nat(whole.length)),
        fc.uint8Array({ maxLength: 20 }),
        async (changes, cut, tail) => {
          const bytes = new Uint8Array(cut + tail.length);
          bytes.set(whole.subarray(0, cut));
          changes.forEach(([at, byte]) => (bytes[at] = byte));
          bytes.set(tail, cut);
          await readWorkbook(bytes).catch((error: unknown) =>
            assert.ok(error instanceof SpreadsheetRefusal, String(error)),
          );
        },
      ),
      { numRuns: 400 },
    );
  });
  it('throws nothing but refusals on any XML in the place of a sheet', async () => {
    const piece = fc.constantFrom(
      '<row r="1">',
      '<row>',
      '</row>',
      '<c r="ZZZ9">',
      '<c t="s">',
      '<c>',
      '</c>',
      '<v>',
      '</v>',
      '9',
      '-1',
      '<is>',
      '</is>',
      '<t>',
      '</t>',
      '<mergeCell ref="A1:XFD1048576"/>',
      '&amp;',
      '&x;',
      '<![CDATA[x]]>',
      '<!--',
      '-->',
      '<?a?>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const xml = `<worksheet><sheetData>${pieces.join('')}</sheetData></worksheet>`;
        const bytes = buildWorkbook([{ name: 'A', rows: [] }], { parts: { 'xl/worksheets/sheet1.xml': xml } });
        await readWorkbook(bytes).catch((error: unknown) =>
          assert.ok(error instanceof SpreadsheetRefusal, String(error)),
        );
      }),
      { numRuns: 300 },
    );
  });
  it('reads back whatever texts were put in', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((one) => !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x/u.test(one) && one.normalize() === one);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 6 }),
        fc.boolean(),
        async (rows, inline) => {
          const wanted = rows
            .map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1))
            .filter((cells) => cells.length > 0);
          assert.deepEqual(await textsOf(rows, { inline }), wanted);
        },
      ),
      { numRuns: 100 },
    );
  });
  it('names columns as Excel does, and back', () => {
    assert.deepEqual([0, 25, 26, 701, 702, 16_383].map(columnLetters), ['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    for (let index = 0; index < 16_384; index += 37) {
      assert.equal(columnIndex(columnLetters(index)), index);
    }
    assert.deepEqual([columnIndex('XFE'), columnIndex('A1'), columnIndex('')], [undefined, undefined, undefined]);
  });
});
