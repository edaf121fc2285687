import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { english } from '../../../src/base/message';
import { fillHeadings } from '../../../src/fill/fillColumns';
import { fillWorkbook, type FillOptions } from '../../../src/fill/fillWorkbook';
import { patchSheet } from '../../../src/fill/sheetPatch';
import { replaceInZip } from '../../../src/fill/zipPatch';
import { SpreadsheetRefusal } from '../../../src/xlsx/refusal';
import { catalogOf, decisionOf, proofOf, traceOf } from '../trace/fixtures';
import { hasOffice, readByOffice } from '../report/xlsx/office';
import { all, elementOf, faultsOf, partsOf, readBack, type ReadSheet } from '../report/xlsx/reading';
import { asZip64 } from '../../support/workbookBuilder';
import { remWorkbook } from './remWorkbook';

const catalog = catalogOf(`requirements:
  - { id: A.01, title: Sauvegarde, needs: [code, test], scenarios: [{ id: A.01.01, text: x }, { id: A.01.02, text: y }] }
  - { id: A.02, title: Session, needs: [code] }
  - { id: A.03, title: Usagers, needs: [code, proof] }
`);

const trace = traceOf(catalog, {
  files: { 'src/a.ts': '// @segur A.01\n// @segur A.01.02\n', 'test/a.ts': '// @segur A.01.01\n' },
  proofs: [proofOf('A.03')],
  decisions: [decisionOf('A.02', { reason: '=cmd|x', by: 'Responsable' })],
});

const options: FillOptions = { trace, catalog, t: english, language: 'en' };

function rowsOf(sheets: readonly ReadSheet[], name = 'REM fictif'): ReadSheet['rows'] {
  const sheet = sheets.find((each) => each.name === name);
  assert.ok(sheet);
  return sheet.rows;
}

// @segur ST.IMP.05
describe('fillWorkbook', () => {
  it('says beside each row of the user’s REM how far its requirement is', async () => {
    const { bytes, sheets } = await fillWorkbook(remWorkbook(), options);
    const rows = rowsOf(await readBack(bytes)).map((row) => row.slice(6, 11));
    assert.deepEqual(rows.slice(6), [
      Object.values(fillHeadings).map(({ en }) => en),
      ['Satisfied', 'src/a.ts:1', 'test/a.ts:1', null, null],
      ['Satisfied', 'src/a.ts:1\nsrc/a.ts:2', null, null, null],
      ['Not applicable', null, null, null, '=cmd|x — Responsable'],
      ['not in the catalogue', null, null, null, null],
      ['Partial', null, null, 'preuves/a.pdf (documentation, ok)', 'no code implements it'],
    ]);
    assert.deepEqual(sheets, [{ name: 'REM fictif', rows: 4, unknown: ['Z.99'], isUpdate: false }]);
    assert.deepEqual(
      faultsOf(bytes).filter((fault) => !fault.endsWith('a formula')),
      [],
    );
  });

  it('leaves every cell that was there as it was, and every part that it does not change byte by byte', async () => {
    // As Node reads files: slices of a Buffer share its memory.
    const whole = remWorkbook();
    const before = Buffer.from(whole);
    const { bytes } = await fillWorkbook(before, options);
    const [old, now] = [await readBack(before), await readBack(bytes)];
    assert.deepEqual(
      now.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.slice(0, 6)) })),
      old.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.slice(0, 6)) })),
    );
    assert.deepEqual(new Uint8Array(before), whole);
    const [oldParts, newParts] = [unzipSync(before), unzipSync(bytes)];
    assert.deepEqual(Object.keys(newParts), Object.keys(oldParts));
    const changed = Object.keys(oldParts).filter((name) => !same(oldParts[name], newParts[name]));
    assert.deepEqual(changed, ['xl/worksheets/sheet1.xml', 'xl/styles.xml']);
  });

  it('keeps the text of the sheet but for what comes to it: protection, merged cells, filter, validations, formats', async () => {
    const before = partsOf(remWorkbook()).get('xl/worksheets/sheet1.xml') ?? '';
    const after = partsOf((await fillWorkbook(remWorkbook(), options)).bytes).get('xl/worksheets/sheet1.xml') ?? '';
    const without = after
      .replaceAll(/<c r="[G-K]\d+"[^>]*?(?:\/>|>.*?<\/c>)/gsu, '')
      .replace(/<cols>.*<\/cols>/u, '')
      .replace('A1:K12', 'A1:F12');
    assert.equal(without, before.replaceAll(' spans="1:6"', '').replace(/<cols>.*<\/cols>/u, ''));
    assert.deepEqual(
      all(elementOf(after), 'col').map(({ attributes: { min, max, width, style } }) => [min, max, width, style]),
      [
        ['1', '2', '12', undefined],
        ['3', '6', '9.140625', '3'],
        ['7', '7', '16', undefined],
        ['8', '8', '40', undefined],
        ['9', '9', '40', undefined],
        ['10', '10', '40', undefined],
        ['11', '11', '44', undefined],
        ['12', '16384', '9.140625', '3'],
      ],
    );
  });

  it('gives states a ground, headings the look of their neighbours, and the user’s styles back as they were', async () => {
    const parts = partsOf((await fillWorkbook(remWorkbook(), options)).bytes);
    const styles = elementOf(parts.get('xl/styles.xml') ?? '');
    const formats = all(all(styles, 'cellXfs')[0] ?? styles, 'xf');
    assert.equal(all(styles, 'cellXfs')[0]?.attributes['count'], String(formats.length));
    assert.equal(all(styles, 'fills')[0]?.attributes['count'], String(all(styles, 'fill').length));
    const cells = all(elementOf(parts.get('xl/worksheets/sheet1.xml') ?? ''), 'c');
    const styleAt = (reference: string): string | undefined =>
      cells.find(({ attributes }) => attributes['r'] === reference)?.attributes['s'];
    assert.equal(styleAt('G7'), styleAt('F7'));
    const fillAt = (reference: string): string | undefined => {
      const fill = all(styles, 'fill')[Number(formats[Number(styleAt(reference))]?.attributes['fillId'])];
      return fill === undefined ? undefined : all(fill, 'fgColor')[0]?.attributes['rgb'];
    };
    assert.equal(fillAt('G8'), 'FFDFF2E4');
    assert.equal(fillAt('G12'), 'FFFFF3CD');
    assert.equal(fillAt('H8'), undefined);
  });

  it('updates its own columns the second time, in whichever language they were written', async () => {
    const first = await fillWorkbook(remWorkbook(), { ...options, language: 'fr' });
    const later = traceOf(catalog, { files: { 'src/b.ts': '// @segur A.03\n' } });
    const second = await fillWorkbook(first.bytes, { ...options, trace: later });
    const rows = rowsOf(await readBack(second.bytes));
    assert.deepEqual(
      rows[6]?.slice(6),
      Object.values(fillHeadings).map(({ fr }) => fr),
    );
    assert.deepEqual(rows[7]?.slice(6), ['Missing', null, null, null, 'no code implements it\nno test verifies it']);
    assert.equal(rows[11]?.[7], 'src/b.ts:1');
    assert.equal(second.sheets[0]?.isUpdate, true);
    const again = await fillWorkbook(second.bytes, { ...options, trace: later });
    assert.deepEqual(again.bytes, second.bytes);
  });

  it('finds its columns where the user moved them, and adds the one that was deleted at the right', async () => {
    const { bytes } = await fillWorkbook(remWorkbook(), options);
    const sheet = partsOf(bytes).get('xl/worksheets/sheet1.xml') ?? '';
    const moved = sheet
      .replaceAll(/<c r="H\d+"[^>]*?(?:\/>|>.*?<\/c>)/gsu, '')
      .replace(fillHeadings.state.en, 'swap')
      .replace(fillHeadings.tests.en, fillHeadings.state.en)
      .replace('swap', fillHeadings.tests.en);
    const changed = replaceInZip(bytes, new Map([['xl/worksheets/sheet1.xml', new TextEncoder().encode(moved)]]));
    assert.ok(changed);
    const rows = rowsOf(await readBack((await fillWorkbook(changed, options)).bytes));
    assert.deepEqual(rows[6]?.slice(6), [
      fillHeadings.tests.en,
      null,
      fillHeadings.state.en,
      fillHeadings.proofs.en,
      fillHeadings.remarks.en,
      fillHeadings.code.en,
    ]);
    assert.deepEqual(rows[7]?.slice(6), ['test/a.ts:1', null, 'Satisfied', null, null, 'src/a.ts:1']);
  });

  it('leads from a cell with one place to it, in the folder or in the repository, and to proofs', async () => {
    const linksOf = (bytes: Uint8Array) => {
      const parts = partsOf(bytes);
      const relations = all(elementOf(parts.get('xl/worksheets/_rels/sheet1.xml.rels') ?? '<none/>'), 'Relationship');
      return all(elementOf(parts.get('xl/worksheets/sheet1.xml') ?? ''), 'hyperlink').map(({ attributes }) => [
        attributes['ref'],
        relations.find((relation) => relation.attributes['Id'] === attributes['r:id'])?.attributes['Target'],
      ]);
    };
    const beside = await fillWorkbook(remWorkbook(), { ...options, baseHref: '../' });
    assert.deepEqual(linksOf(beside.bytes), [
      ['H8', '../src/a.ts'],
      ['I8', '../test/a.ts'],
      // H9 has two places.
      ['J12', '../preuves/a.pdf'],
    ]);
    assert.deepEqual(
      faultsOf(beside.bytes).filter((fault) => !fault.endsWith('a formula')),
      [],
    );
    assert.deepEqual(
      rowsOf(await readBack(beside.bytes)),
      rowsOf(await readBack((await fillWorkbook(remWorkbook(), options)).bytes)),
    );
    const repository = { url: 'https://git.example/a/b', commit: 'abc', folder: 'x/' };
    const onTheWeb = await fillWorkbook(remWorkbook(), { ...options, baseHref: '../', repository });
    assert.deepEqual(linksOf(onTheWeb.bytes)[0], ['H8', 'https://git.example/a/b/blob/abc/x/src/a.ts#L1']);
    // Those of before go, and nothing is left of them; nor is anything left where there are no links any more.
    const again = await fillWorkbook(beside.bytes, { ...options, baseHref: '../', repository });
    assert.deepEqual(linksOf(again.bytes), linksOf(onTheWeb.bytes));
    assert.doesNotMatch(partsOf(again.bytes).get('xl/worksheets/_rels/sheet1.xml.rels') ?? '', /\.\.\//u);
    assert.deepEqual((await fillWorkbook(again.bytes, { ...options, repository })).bytes, again.bytes);
    const without = partsOf((await fillWorkbook(beside.bytes, options)).bytes);
    assert.doesNotMatch(without.get('xl/worksheets/sheet1.xml') ?? '', /hyperlink/u);
    assert.doesNotMatch(without.get('xl/worksheets/_rels/sheet1.xml.rels') ?? '<none/>', /<Relationship /u);
  });

  it('packs an archive of ZIP64 anew, with the same files and those that come', async () => {
    const usual = (await fillWorkbook(remWorkbook(), { ...options, baseHref: './' })).bytes;
    const { bytes } = await fillWorkbook(asZip64(remWorkbook()), { ...options, baseHref: './' });
    assert.deepEqual(unzipSync(bytes), unzipSync(usual));
  });

  it('keeps links and relations that were there, by ids of its own', async () => {
    const sheet = partsOf(remWorkbook()).get('xl/worksheets/sheet1.xml') ?? '';
    const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const theirs = `<Relationship Id="rIdSegur1" Type="${types}/hyperlink" Target="https://example.org/" TargetMode="External"/><Relationship Id="rId2" Type="${types}/printerSettings" Target="../printerSettings/printerSettings1.bin"/>`;
    const before = replaceInZip(
      remWorkbook(),
      new Map(
        Object.entries({
          'xl/worksheets/sheet1.xml': sheet.replace(
            '<pageMargins',
            '<hyperlinks><hyperlink ref="C8" r:id="rIdSegur1" tooltip="le leur"/></hyperlinks><pageMargins',
          ),
          'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${theirs}</Relationships>`,
        }).map(([name, text]) => [name, new TextEncoder().encode(text)]),
      ),
    );
    assert.ok(before);
    const { bytes } = await fillWorkbook(before, { ...options, baseHref: './' });
    const relations = partsOf(bytes).get('xl/worksheets/_rels/sheet1.xml.rels') ?? '';
    assert.ok(relations.includes(theirs));
    assert.match(relations, /Id="rIdSegur2"[^>]*Target="\.\/src\/a\.ts"/u);
    assert.match(
      partsOf(bytes).get('xl/worksheets/sheet1.xml') ?? '',
      /<\/dataValidations><hyperlinks><hyperlink ref="C8" r:id="rIdSegur1" tooltip="le leur"\/><hyperlink ref="H8" r:id="rIdSegur2"\/>/u,
    );
    const again = (await fillWorkbook(bytes, { ...options, baseHref: './' })).bytes;
    assert.deepEqual(again, bytes);
    const without = partsOf((await fillWorkbook(again, options)).bytes);
    assert.equal(
      without.get('xl/worksheets/_rels/sheet1.xml.rels'),
      partsOf(before).get('xl/worksheets/_rels/sheet1.xml.rels'),
    );
    assert.match(
      without.get('xl/worksheets/sheet1.xml') ?? '',
      /<hyperlinks><hyperlink ref="C8" [^>]*><\/hyperlinks>/u,
    );
  });

  it('is opened by LibreOffice, where there is one, with every text that was there and ours beside them', async function () {
    if (!hasOffice()) {
      this.skip();
    }
    this.timeout(360_000);
    const before = await readByOffice(remWorkbook());
    const after = await readByOffice((await fillWorkbook(remWorkbook(), { ...options, baseHref: './' })).bytes);
    assert.deepEqual(after.get('Historique'), before.get('Historique'));
    const rows = after.get('REM fictif') ?? [];
    assert.deepEqual(
      rows.map((row) => row.slice(0, 6)),
      before.get('REM fictif')?.map((row) => row.slice(0, 6)),
    );
    assert.deepEqual(
      rows.slice(7).map((row) => row[6]),
      ['Satisfied', 'Satisfied', 'Not applicable', 'not in the catalogue', 'Partial'],
    );
  });

  it('takes the column of the ids and the sheet from the user where nothing tells them', async () => {
    await assert.rejects(fillWorkbook(remWorkbook(), { ...options, sheets: ['Historique'] }), SpreadsheetRefusal);
    const { sheets } = await fillWorkbook(remWorkbook(), { ...options, sheets: ['REM fictif'], mapping: { id: 'A' } });
    assert.equal(sheets[0]?.rows, 4);
  });

  it('refuses what is no workbook, and nothing but a refusal comes of broken ones', async () => {
    const whole = remWorkbook();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, by, cut) => {
          const broken = cut ? whole.slice(0, at) : whole.slice();
          if (!cut) {
            broken[at] = ((broken[at] ?? 0) + by) % 256;
          }
          try {
            await fillWorkbook(broken, options);
          } catch (error) {
            assert.ok(error instanceof SpreadsheetRefusal, String(error));
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('patchSheet', () => {
  it('puts cells into rows of any shape, and changes no other cell', () => {
    const column = fc.integer({ min: 0, max: 8 });
    const rows = fc.array(fc.uniqueArray(column, { maxLength: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        rows,
        fc.uniqueArray(column, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (columns, own, prefixed) => {
          const p = prefixed ? 'x:' : '';
          const letter = (at: number): string => 'ABCDEFGHI'[at] ?? '';
          const body = columns.map((each, n) => {
            const cells = each
              .toSorted((a, b) => a - b)
              .map((at) => `<${p}c r="${letter(at)}${n + 1}"><${p}v>${at}</${p}v></${p}c>\n`);
            return cells.length === 0
              ? `<${p}row r="${n + 1}" spans='1:1' />`
              : `<${p}row r="${n + 1}">${cells.join('')}</${p}row>`;
          });
          const xml = `\uFEFF<?xml version="1.0"?>\r\n<${p}worksheet xmlns${prefixed ? ':x' : ''}="m"><!-- <row> --><${p}sheetData>${body.join('\r\n')}</${p}sheetData></${p}worksheet>`;
          const cell = { text: 'é<&', style: 'text' as const };
          const cells = new Map(columns.map((_, n) => [n + 1, new Map(own.map((at) => [at, cell]))]));
          const root = elementOf(patchSheet(xml, { cells, widths: new Map() }, new Map()).xml.slice(1));
          for (const [n, row] of all(root, `${p}row`).entries()) {
            const expected = [...new Set([...(columns[n] ?? []), ...own])].sort((a, b) => a - b);
            assert.deepEqual(
              row.children.map(({ attributes }) => attributes['r']),
              expected.map((at) => `${letter(at)}${n + 1}`),
            );
            for (const [index, at] of expected.entries()) {
              const value = all(row.children[index] ?? row, own.includes(at) ? `${p}t` : `${p}v`)[0]?.text;
              assert.equal(value, own.includes(at) ? 'é<&' : String(at));
            }
          }
        },
      ),
    );
  });
});

function same(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return Buffer.compare(Buffer.from(one ?? []), Buffer.from(other ?? [])) === 0;
}
