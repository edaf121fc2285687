import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english, translator, type Translate } from '../../../src/base/message';
import { writeXlsx } from '../../../src/report/xlsx';
import { catalogOf, decisionOf, proofOf, traceOf } from '../trace/fixtures';
import { hasOffice, readByOffice } from './xlsx/office';
import { all, elementOf, faultsOf, partsOf, readBack, type ReadSheet } from './xlsx/reading';

const options = { t: english, language: 'en' as const };

const catalog = catalogOf(`requirements:
  - { id: A.01, title: Sauvegarde, chapter: Un, needs: [code, test, proof] }
  - { id: A.02, title: "=1+1", chapter: Un, needs: [code] }
  - { id: A.03, title: Usagers, chapter: Deux, needs: [code] }
`);

const trace = traceOf(catalog, {
  product: { name: 'Dossier & fils', version: '1.0' },
  files: {
    'src/été a.ts': '// @segur A.01 - la note\nexport function save() {}\n// @segur todo A.03\n',
    'test/a.ts': '// @segur A.01, X.99\nit("saves", () => {});\n',
  },
  proofs: [
    proofOf('A.01', 'ok', { date: '2026-09-01', author: 'RSSI' }),
    {
      ...proofOf('A.01', 'expired'),
      entry: { ...proofOf('A.01').entry, link: 'https://example.org/é?a b' },
      files: [],
    },
  ],
  decisions: [decisionOf('A.02', { by: 'Responsable' })],
});

async function rowsOf(bytes: Uint8Array, sheet: string): Promise<ReadSheet['rows']> {
  const found = (await readBack(bytes)).find(({ name }) => name === sheet);
  assert.ok(found, sheet);
  return found.rows;
}

function linksOf(bytes: Uint8Array, sheet: number): Readonly<Record<string, string | undefined>> {
  const parts = partsOf(bytes);
  const relations = elementOf(parts.get(`xl/worksheets/_rels/sheet${sheet}.xml.rels`) ?? '<none/>');
  const targets = new Map(
    all(relations, 'Relationship').map(({ attributes }) => [attributes['Id'], attributes['Target']]),
  );
  const links = all(elementOf(parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? ''), 'hyperlink');
  return Object.fromEntries<string | undefined>(
    links.map(({ attributes }) => [attributes['ref'] ?? '', attributes['location'] ?? targets.get(attributes['r:id'])]),
  );
}

function french(): Translate {
  const bundle = readFileSync(join(__dirname, '../../../l10n/bundle.l10n.fr.json'), 'utf8');
  return translator(JSON.parse(bundle) as Record<string, string>);
}

describe('writeXlsx', () => {
  it('has a sheet for each thing that a verifier looks for, in the language of the matrix', async () => {
    const names = async (t: Translate, language: 'fr' | 'en') =>
      (await readBack(writeXlsx(trace, { t, language }))).map(({ name }) => name);
    assert.deepEqual(await names(english, 'en'), ['Summary', 'Matrix', 'Links', 'Proofs', 'Gaps', 'Decisions']);
    assert.deepEqual(await names(french(), 'fr'), ['Synthèse', 'Matrice', 'Liens', 'Preuves', 'Écarts', 'Décisions']);
  });

  it('is a workbook with nothing to repair', () => {
    assert.deepEqual(faultsOf(writeXlsx(trace, { ...options, baseHref: '../' })), []);
    assert.deepEqual(faultsOf(writeXlsx(traceOf(catalogOf('requirements: []\n')), options)), []);
  });

  it('tells of the product, the totals and the chapters', async () => {
    const rows = await rowsOf(writeXlsx(trace, { ...options, commit: 'abc' }), 'Summary');
    const texts = rows.map((row) => row.filter((value) => value !== null));
    for (const expected of [
      ['Product', 'Dossier & fils'],
      ['Version', '1.0'],
      ['Catalogue', 'Référentiel (2026)'],
      ['Commit', 'abc'],
      ['Partial', 2],
      ['Not applicable', 1],
      ['All', 3],
      ['Chapter', 'Satisfied or decided', 'All', 'Partial', 'Not applicable', 'Ready'],
      ['Un', 1, 2, 1, 1, 'not ready'],
    ]) {
      assert.ok(
        texts.some((row) => JSON.stringify(row) === JSON.stringify(expected)),
        JSON.stringify([expected, texts]),
      );
    }
  });

  it('has the requirements in one sheet, and what stands behind each cell in the others', async () => {
    const bytes = writeXlsx(trace, options);
    const matrix = await rowsOf(bytes, 'Matrix');
    assert.deepEqual(
      matrix.map((row) => row.slice(0, 6)),
      [
        ['Requirement', 'Title', 'Chapter', 'Theme', 'State', 'Code'],
        ['A.01', 'Sauvegarde', 'Un', null, 'Partial', 'src/été a.ts:1'],
        ['A.02', '=1+1', 'Un', null, 'Not applicable', null],
        ['A.03', 'Usagers', 'Deux', null, 'Partial', 'src/été a.ts:3 (to do)'],
      ],
    );
    assert.deepEqual(
      (await rowsOf(bytes, 'Links')).slice(1).map((row) => [row[0], row[3], row[4], row[5], row[6], row[7], row[10]]),
      [
        ['A.01', 'implements', 'src/été a.ts', 1, null, 'ok', 'la note'],
        ['A.01', 'verifies', 'test/a.ts', 1, null, 'ok', null],
        ['A.03', 'to do', 'src/été a.ts', 3, null, 'ok', null],
        ['X.99', 'verifies', 'test/a.ts', 1, null, 'unknown requirement', null],
      ],
    );
    assert.deepEqual(
      (await rowsOf(bytes, 'Proofs')).slice(1).map((row) => row.slice(2, 8)),
      [
        ['preuves/a.pdf', 'documentation', 'ok', '2026-09-01', null, 'RSSI'],
        ['preuves/a.pdf', 'documentation', 'expired', null, null, null],
      ],
    );
    assert.deepEqual(
      (await rowsOf(bytes, 'Gaps')).slice(1).map((row) => [row[0], row[5], row[7]]),
      [
        ['A.01', 'yes', null],
        ['A.03', 'yes', null],
        ['A.03', 'yes', 'src/été a.ts:3'],
      ],
    );
    assert.deepEqual(
      (await rowsOf(bytes, 'Decisions')).slice(1).map((row) => [row[0], row[2], row[4], row[7]]),
      [['A.02', 'Not applicable', 'Responsable', 'yes']],
    );
  });

  it('leads to the code and the proofs beside it, and from row to row', () => {
    const bytes = writeXlsx(trace, { ...options, baseHref: '../' });
    assert.equal(linksOf(bytes, 2)['A2'], "'Links'!A2");
    assert.equal(linksOf(bytes, 2)['A3'], "'Decisions'!A2");
    assert.equal(linksOf(bytes, 3)['A4'], "'Matrix'!A4");
    assert.equal(linksOf(bytes, 3)['E2'], '../src/%C3%A9t%C3%A9%20a.ts');
    assert.equal(linksOf(bytes, 4)['C2'], '../preuves/a.pdf');
    assert.equal(linksOf(writeXlsx(trace, options), 3)['E2'], undefined);
  });

  it('leads into the repository, at the commit, where it knows both', () => {
    const repository = { url: 'https://gitlab.example.org/a/b.git', commit: 'abc', folder: 'produit/' };
    const bytes = writeXlsx(trace, { ...options, baseHref: '../', repository });
    assert.equal(
      linksOf(bytes, 3)['E2'],
      'https://gitlab.example.org/a/b/-/blob/abc/produit/src/%C3%A9t%C3%A9%20a.ts#L1',
    );
  });

  it('shows of a long list what a row has room for, says how much there is, and has all of it in its own sheet', async () => {
    const code = Array.from({ length: 60 }, (_, n) => `// @segur A.03\nfunction f${n}() {}\n`).join('');
    const bytes = writeXlsx(traceOf(catalog, { files: { 'a.ts': code } }), options);
    const cell = (await rowsOf(bytes, 'Matrix'))[3]?.[5];
    const lines = typeof cell === 'string' ? cell.split('\n') : [];
    assert.equal(lines.length, 24);
    assert.equal(lines.at(-1), '… and 37 more in the sheet “Links”');
    assert.equal((await rowsOf(bytes, 'Links')).length, 61);
  });

  it('names product and version in its properties, and a time only where one was asked for', () => {
    const core = (more: { readonly generatedAt?: string }): string =>
      partsOf(writeXlsx(trace, { ...options, ...more })).get('docProps/core.xml') ?? '';
    assert.match(core({}), /<dc:title>Traceability matrix — Dossier &amp; fils 1\.0<\/dc:title>/u);
    assert.match(core({}), /<cp:version>1\.0<\/cp:version>/u);
    assert.doesNotMatch(core({}), /dcterms:created/u);
    assert.match(core({ generatedAt: '2026-11-28T10:00:00Z' }), />2026-11-28T10:00:00Z<\/dcterms:created>/u);
    assert.doesNotMatch(core({ generatedAt: 'hier' }), /dcterms:created/u);
  });

  it('is read by LibreOffice, where there is one, as by us', async function () {
    if (!hasOffice()) {
      this.skip();
    }
    this.timeout(180_000);
    const bytes = writeXlsx(trace, options);
    const shown = await readByOffice(bytes);
    for (const { name, rows } of await readBack(bytes)) {
      assert.deepEqual(
        shown.get(name)?.map((row, n) => row.slice(0, rows[n]?.length).join('|')),
        rows.map((row) => row.map((value) => value ?? '').join('|')),
        name,
      );
    }
  });
});
