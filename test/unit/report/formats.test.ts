import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { english } from '../../../src/base/message';
import { writeCsv } from '../../../src/report/csv';
import { MATRIX_FORMATS } from '../../../src/report/formats';
import { writeHtml } from '../../../src/report/html';
import { writeJson } from '../../../src/report/json';
import { writeMarkdown } from '../../../src/report/markdown';
import { readMatrix } from '../../../src/report/matrixSchema';
import { partsOf } from './xlsx/reading';
import { catalogOf, decisionOf, proofOf, traceOf } from '../trace/fixtures';

const options = { t: english, language: 'en' as const };

const catalog = catalogOf(`requirements:
  - { id: A.01, title: Sauvegarde, chapter: Un, needs: [code, proof], checklist: [{ id: raci, text: Les rôles }] }
  - { id: A.02, title: Session, chapter: Un, needs: [code] }
  - { id: A.03, title: Usagers, chapter: Deux, needs: [code], profiles: [{ dispositif: DPI, profil: Usagers }] }
faq:
  - { id: a01, subject: Contenu, answer: "Un <b>mot</b> et ![image](https://example.org/x.png)", requirements: [{ id: A.01 }] }
`);

const trace = traceOf(catalog, {
  product: { name: 'Dossier', version: '1.0' },
  profile: { dispositif: 'DPI', profils: [] },
  files: {
    'src/a.ts': '// @segur A.01\nexport function save() {}\n',
    'test/a.ts': '// @segur A.01, X.99\nit("saves", () => {});\n',
  },
  proofs: [proofOf('A.01', 'ok', { covers: ['raci'], date: '2026-09-01' })],
  decisions: [decisionOf('A.02', { by: 'Responsable' })],
});

// @segur ST.OUT.01
describe('the formats of the matrix', () => {
  it('give the same bytes for the same trace', () => {
    for (const format of MATRIX_FORMATS) {
      assert.deepEqual(format.write(trace, options), format.write(trace, options), format.id);
    }
  });

  it('have every requirement of the profile as a row, with its code, tests, proofs and decision', () => {
    for (const format of MATRIX_FORMATS) {
      const text = textOf(format.write(trace, options)).replaceAll('\\', '');
      for (const expected of ['A.01', 'A.02', 'A.03', 'src/a.ts', 'test/a.ts', 'preuves/a.pdf', 'Hors périmètre']) {
        assert.ok(text.includes(expected), `${format.id} lacks ${expected}`);
      }
    }
  });

  it('leave a requirement out of the profile out, unless something links to it', () => {
    const profile = { dispositif: 'DPI', profils: ['Général'] };
    assert.doesNotMatch(writeCsv(traceOf(catalog, { profile }), options), /A\.03/u);
    const linked = traceOf(catalog, { profile, files: { 'a.ts': '// @segur A.03\n' } });
    assert.match(writeCsv(linked, options), /A\.03.*out of profile/u);
  });
});

/** What a reader finds in a document: of a workbook, the text of all of its parts. */
function textOf(document: string | Uint8Array): string {
  return typeof document === 'string' ? document : [...partsOf(document).values()].join('\n');
}

describe('writeJson', () => {
  it('writes what readMatrix reads back, places counted from 1', () => {
    const stored = readMatrix(writeJson(trace, options));
    assert.ok(stored);
    const row = stored.requirements.find(({ id }) => id === 'A.01');
    assert.equal(row?.state, 'satisfied');
    assert.deepEqual(
      row.links.map(({ file, line, column, endColumn, verb }) => ({ file, line, column, endColumn, verb })),
      [
        { file: 'src/a.ts', line: 1, column: 11, endColumn: 15, verb: 'implements' },
        { file: 'test/a.ts', line: 1, column: 11, endColumn: 15, verb: 'verifies' },
      ],
    );
    assert.deepEqual(row.checklist, [{ id: 'raci', text: 'Les rôles', covered: true }]);
    assert.deepEqual(
      stored.unknownLinks.map(({ id }) => id),
      ['X.99'],
    );
  });

  it('fits its schema', () => {
    const text = readFileSync(join(__dirname, '../../../schemas/matrix.schema.json'), 'utf8');
    const schema = JSON.parse(text) as { $schema: string };
    const ajv = schema.$schema.includes('2020') ? new Ajv2020() : new Ajv();
    const validate = ajv.compile(schema);
    assert.ok(validate(JSON.parse(writeJson(trace, options))), JSON.stringify(validate.errors));
    assert.equal(validate({ version: 1 }), false);
  });

  it('is told from other JSON', () => {
    assert.equal(readMatrix('{"version":2}'), undefined);
    assert.equal(readMatrix('{'), undefined);
  });
});

// @segur ST.OUT.02
describe('writeCsv', () => {
  it('opens rightly in a French Excel: byte order mark, semicolons, CRLF', () => {
    const csv = writeCsv(trace, options);
    assert.ok(csv.startsWith('\uFEFFRequirement;Title;'));
    assert.equal(csv.split('\r\n').length, 5);
  });

  it('never writes a formula, whatever a reason says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '\r@', '＝', '\u00a0+'),
        fc.string(),
        (start, rest) => {
          const hostile = traceOf(catalog, { decisions: [decisionOf('A.02', { reason: `${start}${rest}` })] });
          const cell = writeCsv(hostile, options).split('\r\n')[2]?.split(';').slice(10).join(';') ?? '';
          assert.doesNotMatch(cell.replace(/^"/u, ''), /^[\s\u00a0]*[=+\-@＝＋－＠]/u);
        },
      ),
    );
  });
});

describe('writeMarkdown', () => {
  it('keeps text in its cell', () => {
    const hostile = traceOf(catalog, {
      decisions: [decisionOf('A.02', { reason: 'a | b\n| c <script> [x](y) `z` @all' })],
    });
    const line =
      writeMarkdown(hostile, options)
        .split('\n')
        .find((each) => each.includes('A.02')) ?? '';
    assert.equal(line.split(/(?<!\\)\|/u).length, 10);
    assert.doesNotMatch(line, /(?<!\\)[<[`]/u);
  });
});

/** An answer that names two requirements and is shared by the family of the third. */
function guided(answer: string) {
  const text = JSON.stringify(answer);
  return traceOf(
    catalogOf(`requirements:
  - { id: A.01, title: Un, needs: [code] }
  - { id: A.02, title: Deux, needs: [code] }
  - { id: A.03, title: Trois, needs: [code] }
faq:
  - { id: a01, subject: Sujet, answer: ${text}, requirements: [{ id: A.01 }, { id: A.02, match: matched }, { id: A.03, match: family }] }
`),
    {},
  );
}

// @segur ST.OUT.03
describe('writeHtml', () => {
  it('allows its own styles and script by their digests, and nothing else', () => {
    const page = writeHtml(guided('| a |\n|:-:|\n| b |'), options);
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1] ?? '';
    const digests = (tag: string): string[] =>
      [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'gu'))].map(
        ([, text = '']) => `&#39;sha256-${createHash('sha256').update(text).digest('base64')}&#39;`,
      );
    assert.equal(
      policy,
      `default-src &#39;none&#39;; style-src ${digests('style').join(' ')}; script-src ${digests('script').join(' ')}; ` +
        'base-uri &#39;none&#39;; form-action &#39;none&#39;',
    );
    assert.equal(digests('script').length, 1);
    assert.match(page, /<td>b<\/td>/u);
    assert.doesNotMatch(page, /style="/u);
  });

  it('has each answer once, whatever the number of requirements that it speaks of', () => {
    const page = writeHtml(guided('Une seule fois'), options);
    assert.equal(page.split('Une seule fois').length, 2);
    const id = /<article id="([^"]+)"/u.exec(page)?.[1];
    assert.equal(page.split(`href="#${id}"`).length, 4);
    assert.equal(page.split(`data-answer="${id}"`).length, 3, 'only those on the very subject open in place');
  });

  it('makes no link of an address that is none of the web', () => {
    const page = writeHtml(
      guided('[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](../x) [e](https://example.org/ "f")'),
      options,
    );
    const links = [...page.matchAll(/<a [^>]*href="([^"]*)"/gu)].map(([, href]) => href ?? '');
    assert.deepEqual(
      links.filter((href) => !href.startsWith('#')),
      ['https://example.org/'],
    );
    assert.match(page, /<a href="https:\/\/example\.org\/" title="f" rel="noreferrer">/u);
  });

  it('leads from the readiness of a chapter to its rows', () => {
    assert.match(writeHtml(trace, options), /<a href="#group-1"[^>]*>Deux<\/a>[^]*<h2 id="group-1">Deux<\/h2>/u);
  });

  it('has a long chapter as several tables under one heading, each with its own headings of columns', () => {
    const rows = Array.from({ length: 250 }, (_, n) => `  - { id: L.${n + 1}, title: x, chapter: Un, needs: [code] }`);
    const page = writeHtml(traceOf(catalogOf(`requirements:\n${rows.join('\n')}\n`), {}), options);
    const matrix = page.slice(page.indexOf('<section data-group'));
    const count = (tag: string): number => matrix.split(tag).length - 1;
    assert.deepEqual(['<h2 ', '<table ', '<thead>', '<caption>', 'data-state="'].map(count), [1, 3, 3, 1, 250]);
    const names = [...matrix.matchAll(/role="region" aria-label="([^"]+)"/gu)].map(([, name]) => name);
    assert.deepEqual(names, ['Un', 'Un, part 2', 'Un, part 3']);
  });

  it('names the state of each point of a checklist for those who do not see it', () => {
    const page = writeHtml(trace, options);
    assert.match(page, /☑<\/span>\s+<span lang="fr">Les rôles<\/span>\s+<span class="hidden">\(covered\)/u);
  });

  it('refers to nothing outside, images of answers included', () => {
    const page = writeHtml(trace, options);
    assert.doesNotMatch(page, /<(?:img|link|iframe|object)|src="|url\(/u);
    assert.ok(page.includes('&lt;b&gt;mot'));
  });

  it('lets no text become markup', () => {
    const count = (page: string): number => page.split('<').length;
    const plain = count(writeHtml(traceOf(catalog, { decisions: [decisionOf('A.02', { reason: 'x' })] }), options));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'script', ' ', 'é', '\u202E') }),
        (text) => {
          const page = writeHtml(
            traceOf(catalog, { decisions: [decisionOf('A.02', { reason: `x${text}` })] }),
            options,
          );
          assert.equal(count(page), plain);
          assert.doesNotMatch(page, /\u202E/u);
        },
      ),
    );
  });

  it('links places to the code where it knows the way there, or to the repository', () => {
    assert.match(writeHtml(trace, { ...options, baseHref: '../' }), /href="\.\.\/src\/a\.ts"/u);
    const repository = { url: 'https://example.org/r', commit: 'abc', folder: '' };
    assert.match(
      writeHtml(trace, { ...options, baseHref: '../', repository }),
      /href="https:\/\/example\.org\/r\/blob\/abc\/src\/a\.ts#L1"/u,
    );
  });
});
