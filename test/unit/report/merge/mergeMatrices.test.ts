import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { english } from '../../../../src/base/message';
import { readTrace } from '../../../../src/report/compare/readTrace';
import { MATRIX_FORMATS } from '../../../../src/report/formats';
import { writeJson } from '../../../../src/report/json';
import type { StoredMatrix } from '../../../../src/report/matrixSchema';
import { conflictText, mergedMatrix } from '../../../../src/report/merge/mergedMatrix';
import { mergeMatrices, RepositoryClash, type MergeInput } from '../../../../src/report/merge/mergeMatrices';
import { traceOfMerged } from '../../../../src/report/merge/storedTrace';
import { catalogOf, decisionOf, proofOf, traceOf, tracerOf, type TracerParts } from '../../trace/fixtures';

const yaml = `requirements:
  - { id: REQ-1, title: Un, chapter: A, needs: [code, test] }
  - { id: REQ-2, title: Deux, chapter: A, needs: [code] }
  - { id: REQ-3, title: Trois, chapter: B, needs: [proof] }
  - id: REQ-4
    title: Quatre
    chapter: B
    needs: [proof]
    scenarios:
      - { id: REQ-4.1, proofs: [{ id: REQ-4.1.1, kind: capture, text: Un écran }, { id: REQ-4.1.2, kind: rapport, text: Un rapport }] }
`;
const catalog = catalogOf(yaml);
const options = { t: english, language: 'en' as const };

function stored(parts: TracerParts, commit?: string, of = catalog): StoredMatrix {
  const json = writeJson(traceOf(of, parts), { ...options, ...(commit === undefined ? {} : { commit }) });
  const read = readTrace(json, 'a.json');
  assert.ok(!('fault' in read));
  return read;
}

const input = (name: string, parts: TracerParts, commit?: string): MergeInput => ({
  name,
  matrix: stored(parts, commit),
});
const merged = (...inputs: MergeInput[]): StoredMatrix => mergedMatrix(mergeMatrices(inputs));
const states = ({ requirements }: StoredMatrix): Record<string, string> =>
  Object.fromEntries(requirements.map(({ id, state }) => [id, state]));

const api = input('api', { files: { 'a.ts': '// @segur REQ-1\nf();\n// @segur todo REQ-2\ng();\n' } }, 'a'.repeat(40));
const web = input(
  'web',
  { files: { 'a.ts': '// @segur REQ-2\nf();\n', 'test/a.ts': '// @segur REQ-1\nt();\n' }, proofs: [proofOf('REQ-3')] },
  'b'.repeat(40),
);

// @segur ST.HIS.02
describe('the traces of several repositories', () => {
  it('are one product: a need is met where one repository meets it, and what one still has to do is open for all', () => {
    const product = merged(api, web);
    assert.deepEqual(states(product), {
      'REQ-1': 'satisfied',
      'REQ-2': 'partial',
      'REQ-3': 'satisfied',
      'REQ-4': 'missing',
    });
    const second = product.requirements.find(({ id }) => id === 'REQ-2');
    assert.deepEqual(second?.gaps, ['to do: a.ts:3 [api]']);
    assert.deepEqual(second.needs, [{ need: 'code', met: true }]);
    assert.deepEqual([product.counts.satisfied, product.counts.partial, product.counts.missing], [2, 1, 1]);
    assert.deepEqual(
      product.chapters.map(({ name, ready }) => [name, ready]),
      [
        ['A', false],
        ['B', false],
      ],
    );
  });

  it('keep every link with its repository, and each repository with its commit', () => {
    const product = merged(api, web);
    const links = product.requirements.flatMap((row) =>
      row.links.map(({ id, file, repository }) => [id, repository, file]),
    );
    assert.deepEqual(links, [
      ['REQ-1', 'api', 'a.ts'],
      ['REQ-1', 'web', 'test/a.ts'],
      ['REQ-2', 'api', 'a.ts'],
      ['REQ-2', 'web', 'a.ts'],
    ]);
    assert.deepEqual(
      product.repositories?.map(({ name, commit }) => `${name} ${commit?.slice(0, 2) ?? ''}`),
      ['api aa', 'web bb'],
    );
  });

  it('are together what no scenario lacks in one of them', () => {
    const one = input('one', { proofs: [proofOf('REQ-4.1.1')] });
    const other = input('other', { proofs: [proofOf('REQ-4.1.2')] });
    assert.equal(states(merged(one))['REQ-4'], 'partial');
    assert.equal(states(merged(one, other))['REQ-4'], 'satisfied');
    const twice = merged(one, input('again', { proofs: [proofOf('REQ-4.1.1')] }));
    assert.match(
      twice.requirements.find(({ id }) => id === 'REQ-4')?.gaps.join() ?? '',
      /^expected proof REQ-4\.1\.2/u,
    );
  });

  it('are broken by a test that failed in one of them', () => {
    const tracer = tracerOf(catalog, { files: { 'test/b.ts': '// @segur REQ-1\nt();\n' } });
    tracer.setResults([
      {
        path: 'r.xml',
        cases: [{ name: 'x', suites: [], outcome: 'failed', ids: [], line: 1, file: 'test/b.ts', message: 'no' }],
      },
    ]);
    const read = readTrace(writeJson(tracer.trace(), options), '');
    assert.ok(!('fault' in read));
    const product = merged(api, web, { name: 'third', matrix: read });
    const row = product.requirements.find(({ id }) => id === 'REQ-1');
    assert.equal(row?.state, 'partial');
    assert.deepEqual(row.gaps, ['failed test: test/b.ts:1 — x: no [third]']);
    assert.deepEqual(row.needs, [
      { need: 'code', met: true },
      { need: 'test', met: false },
    ]);
    assert.equal(row.tests?.state, 'failed');
  });

  it('name what they do not agree about: decisions, editions, texts, product and profile', () => {
    const newer = catalogOf(yaml.replace('Trois', 'Troisième'), '2027');
    const one = input('one', { decisions: [decisionOf('REQ-2')], product: { name: 'P', version: '1' } });
    const two: MergeInput = {
      name: 'two',
      matrix: stored(
        {
          decisions: [decisionOf('REQ-2', { status: 'accepted-gap', reason: 'Plus tard' })],
          product: { name: 'P', version: '2' },
          profile: { couloir: 'Ville', profils: ['Général'] },
        },
        undefined,
        newer,
      ),
    };
    const three = input('three', { files: { 'a.ts': '// @segur REQ-2\nf();\n' } });
    const product = merged(one, two, three);
    assert.deepEqual(product.product, { name: 'P' });
    assert.equal(states(product)['REQ-2'], 'accepted-gap');
    assert.deepEqual(
      product.conflicts?.map((conflict) => conflictText(conflict, english)),
      [
        'Decision on REQ-2: accepted gap: Plus tard (two) ≠ implemented (three) ≠ not applicable: Hors périmètre (one)',
        'Edition of c: 2026 (one, three) ≠ 2027 (two)',
        'Product, version: 1 (one) ≠ 2 (two)',
        'Profile, profils: – (one, three) ≠ Général (two)',
        'Text of REQ-3: Trois · exigence · B (one, three) ≠ Troisième · exigence · B (two)',
      ],
    );
    assert.deepEqual(merged(api, web).conflicts, []);
  });

  it('are refused where two of one name are not the same', () => {
    assert.throws(() => mergeMatrices([api, { ...web, name: 'api' }]), RepositoryClash);
    assert.throws(
      () =>
        mergeMatrices([
          { name: 'x', matrix: merged(api) },
          { ...web, name: 'api' },
        ]),
      RepositoryClash,
    );
  });

  it('are what the schema of a matrix asks for, and are read back', () => {
    const json = JSON.stringify(merged(api, web));
    const schema = JSON.parse(
      readFileSync(join(__dirname, '../../../../schemas/matrix.schema.json'), 'utf8'),
    ) as object;
    const isMatrix = new Ajv({ strict: false }).compile(schema);
    assert.ok(isMatrix(JSON.parse(json)), JSON.stringify(isMatrix.errors));
    assert.ok(!('fault' in readTrace(json, '')));
  });

  it('are written in every format, each place with its repository and commit', () => {
    const trace = traceOfMerged(mergeMatrices([api, web]));
    for (const format of MATRIX_FORMATS.filter(({ id }) => id !== 'xlsx')) {
      const text = String(format.write(trace, { ...options, facts: [['Repository', 'api (aaaa)']] }));
      assert.match(text, /web@\u200B?bbbbbbbbbb\/test\/a\.ts/u, format.id);
      if (format.id === 'html' || format.id === 'md') {
        assert.match(text, /api \(aaaa\)/u, format.id);
      }
    }
    const workbook = MATRIX_FORMATS.find(({ id }) => id === 'xlsx')?.write(trace, options);
    assert.ok(workbook instanceof Uint8Array && workbook.length > 1000);
  });
});

describe('the answers of the FAQ in a merged matrix', () => {
  const faq = 'requirements: [{ id: REQ-1, title: Un, needs: [code] }, { id: REQ-2, title: Deux, needs: [code] }]\n';
  const answers =
    'faq:\n  - { id: a01, subject: Durée, answer: Trente ans, requirements: [{ id: REQ-1 }, { id: REQ-2 }] }\n';
  const own = mergeMatrices([{ name: 'api', matrix: stored({}, undefined, catalogOf(`${faq}${answers}`, '2026')) }]);
  const entries = (edition: string) =>
    traceOfMerged(own, [catalogOf(`${faq}${answers}`, edition)]).requirements.flatMap(({ guidance }) =>
      guidance.map(({ entry }) => entry),
    );

  it('have their words where the catalogue is at hand in the same edition, and stand once', () => {
    const [first, second] = entries('2026');
    assert.equal(first?.answer, 'Trente ans');
    assert.equal(first, second);
    const [other, same] = entries('2027');
    assert.deepEqual([other?.subject, other?.answer], ['Durée', '']);
    assert.equal(other, same);
  });
});

describe('merging', () => {
  const line = fc.constantFrom('// @segur REQ-1', '// @segur todo REQ-2', '// @segur partial REQ-2', '// @segur REQ-9');
  const parts: fc.Arbitrary<TracerParts> = fc.record({
    files: fc.array(line, { maxLength: 4 }).map((lines) => ({
      'a.ts': lines.map((text) => `${text}\nf();\n`).join(''),
      'test/t.ts': '// @segur REQ-1\nf();\n',
    })),
    decisions: fc.constantFrom([], [decisionOf('REQ-2')], [decisionOf('REQ-3', { status: 'accepted-gap' })]),
    proofs: fc.constantFrom([], [proofOf('REQ-3')], [proofOf('REQ-4.1.1', 'changed')], [proofOf('REQ-4')]),
  });
  const inputs = fc.array(parts, { minLength: 1, maxLength: 4 }).map((all) => all.map((one, n) => input(`r${n}`, one)));

  it('makes no difference by order, nor by what is there twice', () => {
    fc.assert(
      fc.property(inputs, fc.nat(), (all, seed) => {
        const product = merged(...all);
        const turned = [...all.slice(seed % all.length), ...all.slice(0, seed % all.length)].reverse();
        assert.deepEqual(merged(...turned, ...all), product);
      }),
      { numRuns: 40 },
    );
  });

  it('changes nothing of what is merged already, alone or with a part of it', () => {
    fc.assert(
      fc.property(inputs, (all) => {
        const product = merged(...all);
        assert.deepEqual(merged({ name: 'x', matrix: product }), product);
        const [first] = all;
        assert.ok(first);
        assert.deepEqual(merged(first, { name: 'x', matrix: product }), product);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves states, needs and totals of one repository as they are', () => {
    fc.assert(
      fc.property(parts, (one) => {
        const matrix = stored(one);
        const product = merged({ name: 'r', matrix });
        assert.deepEqual(states(product), states(matrix));
        assert.deepEqual(
          product.requirements.map(({ needs }) => needs),
          matrix.requirements.map(({ needs }) => needs),
        );
        assert.deepEqual(product.counts, matrix.counts);
        assert.deepEqual(product.chapters, matrix.chapters);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps each of 100,000 links of 50 repositories once', () => {
    const lines = Array.from({ length: 2000 }, (_, n) => `// @segur REQ-${(n % 2) + 1}\nf${n}();\n`).join('');
    const one = stored({ files: { 'a.ts': lines } });
    const all = Array.from({ length: 50 }, (_, n) => ({ name: `r${n}`, matrix: one }));
    const { requirements } = mergeMatrices(all);
    const links = requirements.flatMap((row) => row.links.map(({ repository, line: at }) => `${repository} ${at}`));
    assert.equal(links.length, 100_000);
    assert.equal(new Set(links).size, 100_000);
  });
});
