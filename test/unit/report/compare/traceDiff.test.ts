import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { english, render } from '../../../../src/base/message';
import { diffCatalogs } from '../../../../src/catalog/diff/catalogDiff';
import { catalogDiffDocument } from '../../../../src/report/compare/catalogDiffDocument';
import { catalogDiffJson, traceDiffJson } from '../../../../src/report/compare/diffJson';
import { diffMarkdown } from '../../../../src/report/compare/diffMarkdown';
import { readTrace } from '../../../../src/report/compare/readTrace';
import { diffTraces, isSameTrace } from '../../../../src/report/compare/traceDiff';
import { traceDiffDocument } from '../../../../src/report/compare/traceDiffDocument';
import { writeJson } from '../../../../src/report/json';
import type { StoredMatrix } from '../../../../src/report/matrixSchema';
import { catalogOf, decisionOf, proofOf, traceOf, type TracerParts } from '../../trace/fixtures';

const yaml = `requirements:
  - { id: REQ-1, title: Un, chapter: A, needs: [code] }
  - { id: REQ-2, title: Deux, chapter: A, needs: [code] }
  - { id: REQ-3, title: Trois, chapter: A, needs: [proof] }
  - { id: REQ-4, title: Quatre, chapter: B, needs: [code, test] }
  - { id: REQ-5, title: Cinq, chapter: B, needs: [code] }
  - { id: REQ-6, title: Six, chapter: B, needs: [code, test] }
`;
const catalog = catalogOf(yaml);

function stored(parts: TracerParts, of = catalog): StoredMatrix {
  const read = readTrace(writeJson(traceOf(of, parts), { t: english, language: 'en' }), 'a.json');
  assert.ok(!('fault' in read));
  return read;
}

const former = stored({
  files: { 'a.ts': '// @segur REQ-1\nf();\n// @segur REQ-6\ng();\n' },
  proofs: [proofOf('REQ-3')],
});
const now = stored({
  files: { 'a.ts': '\n\n// @segur REQ-2\nf();\n// @segur REQ-4\ng();\n// @segur REQ-6, REQ-9\nh();\n' },
  proofs: [proofOf('REQ-3', 'changed')],
  decisions: [decisionOf('REQ-5')],
});

// @segur ST.HIS.01
describe('two stored traces', () => {
  const diff = diffTraces(former, now);

  it('say what became satisfied, was lost, became suspect or was decided', () => {
    assert.deepEqual(
      diff.requirements.map(({ id, change, before, after }) => [id, change, before, after]),
      [
        ['REQ-1', 'lost', 'satisfied', 'missing'],
        ['REQ-2', 'satisfied', 'missing', 'satisfied'],
        ['REQ-3', 'suspect', 'satisfied', 'suspect'],
        ['REQ-4', 'better', 'missing', 'partial'],
        ['REQ-5', 'decided', 'missing', 'not-applicable'],
      ],
    );
    assert.deepEqual(diff.requirements[0]?.gaps, ['no code implements it']);
  });

  it('have totals and chapters of both', () => {
    assert.deepEqual([diff.before.counts.satisfied, diff.after.counts.satisfied, diff.after.unknownLinks], [2, 1, 1]);
    assert.deepEqual(diff.chapters, [
      {
        name: 'A',
        before: { settled: 2, total: 3, ready: false },
        after: { settled: 1, total: 3, ready: false },
      },
      {
        name: 'B',
        before: { settled: 0, total: 3, ready: false },
        after: { settled: 1, total: 3, ready: false },
      },
    ]);
  });

  it('say what came into the profile and what went, and what lacks more in the same state', () => {
    const larger = catalogOf(`${yaml}  - { id: REQ-7, title: Sept, needs: [code] }\n`);
    const grown = diffTraces(stored({}), stored({}, larger));
    assert.deepEqual(
      grown.requirements.map(({ id, change }) => [id, change]),
      [['REQ-7', 'added']],
    );
    assert.deepEqual(
      diffTraces(stored({}, larger), stored({})).requirements.map(({ id, change }) => [id, change]),
      [['REQ-7', 'removed']],
    );
    const both = { files: { 'a.ts': '// @segur REQ-6\nf();\n' } };
    const todo = { files: { 'a.ts': '// @segur REQ-6\nf();\n// @segur todo REQ-6\ng();\n' } };
    const worse = diffTraces(stored(both), stored(todo)).requirements;
    assert.deepEqual(
      worse.map(({ id, change, before, after }) => [id, change, before, after]),
      [['REQ-6', 'worse', 'partial', 'partial']],
    );
  });

  it('have nothing to tell where nothing is another, wherever the code moved', () => {
    assert.ok(isSameTrace(diffTraces(now, now)));
    const todo = '// @segur todo REQ-1\nf();\n';
    const moved = diffTraces(stored({ files: { 'a.ts': todo } }), stored({ files: { 'a.ts': `\n\n${todo}` } }));
    assert.ok(isSameTrace(moved));
    assert.deepEqual(traceDiffDocument(moved, english).sections, []);
  });

  it('have nothing to tell of themselves, whatever they are, and turned around the states change places', () => {
    const line = fc.constantFrom(
      '// @segur REQ-1',
      '// @segur todo REQ-2',
      '// @segur partial REQ-4',
      '// @segur REQ-9',
    );
    const parts = fc.record({
      files: fc.array(line, { maxLength: 5 }).map((lines) => ({ 'a.ts': `${lines.join('\nf();\n')}\nf();\n` })),
      decisions: fc.constantFrom([], [decisionOf('REQ-5')], [decisionOf('REQ-1', { status: 'accepted-gap' })]),
      proofs: fc.constantFrom([], [proofOf('REQ-3')], [proofOf('REQ-3', 'expired')]),
    });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const [a, b] = [stored(one), stored(other)];
        assert.ok(isSameTrace(diffTraces(a, a)));
        const there = diffTraces(a, b).requirements;
        const back = diffTraces(b, a).requirements;
        assert.deepEqual(
          back.map(({ id, before, after }) => [id, after, before]),
          there.map(({ id, before, after }) => [id, before, after]),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('a comparison written down', () => {
  it('is of the days on which the code was committed, where that is known', () => {
    const dated = { ...former, generatedAt: '2026-11-28' };
    const { title } = traceDiffDocument(
      diffTraces({ ...dated, committedAt: '2026-02-10T10:00:00+01:00' }, dated),
      english,
    );
    assert.match(title, /^From 2026-02-10, 2026 to 2026-11-28, 2026$/u);
  });

  const isDiff = new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync(join(__dirname, '../../../../schemas/diff.schema.json'), 'utf8')) as object,
  );

  it('in JSON is what its schema asks for', () => {
    const other = catalogOf(yaml.replace('Un,', 'Une,').replace('REQ-2', 'REQ-22'), '2027');
    for (const json of [traceDiffJson(diffTraces(former, now)), catalogDiffJson(diffCatalogs(catalog, other))]) {
      assert.ok(isDiff(JSON.parse(json)), JSON.stringify(isDiff.errors));
    }
  });

  it('in Markdown names each requirement with its state, and lets no text be markup', () => {
    const text = diffMarkdown(traceDiffDocument(diffTraces(former, now), english));
    assert.match(
      text,
      /## Lost: no longer satisfied or decided \(1\)\n\n- ▼ \*\*REQ-1\*\* Un — satisfied → missing\n {2}- no code implements it\n/u,
    );
    assert.match(text, /- ▼ \*\*A\*\* — 2\/3 → 1\/3\n/u);
    const odd = catalogOf(`requirements:\n  - { id: REQ-1, title: 'A <img> **b** [x](y) @me', needs: [code] }\n`);
    const changed = diffMarkdown(catalogDiffDocument(diffCatalogs(catalogOf(yaml), odd), english));
    assert.match(changed, /~~Un~~/u);
    assert.doesNotMatch(changed, /(?<!\\)<img|(?<!\\)\[x\]|\*\*b\*\*(?!\*)[^]*@me/u);
  });
});

describe('reading a stored trace', () => {
  const faultOf = (text: string): string => {
    const read = readTrace(text, 'x.json');
    assert.ok('fault' in read);
    return render(english, read.fault);
  };

  it('says what is wrong with a text that is none', () => {
    const whole = JSON.stringify(now);
    assert.match(faultOf(whole.slice(0, 500)), /^x\.json is no JSON, or only the first part of one|^x\.json:1: /u);
    assert.match(faultOf(''), /^x\.json/u);
    assert.match(faultOf('{"version":2}'), /version 2 of the format/u);
    assert.match(faultOf('[]'), /is not a matrix written by/u);
    assert.match(
      faultOf(whole.replace('"state":"suspect"', '"state":"nice"')),
      /requirements\.\d+\.\S*state does not fit/u,
    );
  });
});
