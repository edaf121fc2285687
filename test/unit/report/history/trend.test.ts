import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTrace } from '../../../../src/report/compare/readTrace';
import { comparedOf } from '../../../../src/report/history/comparedOf';
import { comparedSchema, type ComparedTrace } from '../../../../src/report/history/comparedTrace';
import { english, message, type Translate } from '../../../../src/base/message';
import type { TraceHistory } from '../../../../src/report/history/traceHistory';
import { changeCounts, trendOf } from '../../../../src/report/history/trend';
import { trendMarkup } from '../../../../src/report/history/trendMarkup';
import { writeHtml } from '../../../../src/report/html';
import { writeJson } from '../../../../src/report/json';
import { options, productWith } from './stored';

const dated = { ...options, commit: '1234567890abcdef'.repeat(2), committedAt: '2026-09-01T10:00:00+02:00' };

function historyOf(...traces: readonly (readonly [day: string, trace: ComparedTrace])[]): TraceHistory {
  return { points: traces.map(([day, trace], at) => ({ file: `t/${at}.json`, day, trace })), faults: [] };
}

const first = comparedOf(productWith('4.0', 'A.01'), options);
const second = comparedOf(productWith('4.1', 'A.02'), dated);
const now = comparedOf(productWith('4.2', 'A.01', 'A.02'), { ...options, generatedAt: '2026-11-28' });
const history = historyOf(['2026-01-01', first], ['2026-09-01', second]);

/** That no row stands for. */
const huge = { ...first.counts, missing: 1e300, suspect: 1e300 };

describe('a trace to compare', () => {
  it('is the same whether it was stored or not', () => {
    const trace = productWith('4.2', 'A.01', 'A.99');
    assert.deepEqual(
      { version: 1, ...comparedOf(trace, dated) },
      parseTrace(writeJson(trace, dated), 'a.json', comparedSchema),
    );
  });
});

// @segur ST.HIS.03
describe('the trend', () => {
  it('goes from the oldest stored trace to now, with what changed from one to the next', () => {
    const steps = trendOf(history, now);
    assert.deepEqual(
      steps.map(({ file, day, version, counts, total, chapters, since }) => [
        file,
        day,
        version,
        `${counts.satisfied}/${total}`,
        `${chapters.ready}/${chapters.total}`,
        since === undefined ? [] : changeCounts(since),
      ]),
      [
        ['t/0.json', '2026-01-01', '4.0', '1/2', '1/2', []],
        [
          't/1.json',
          '2026-09-01',
          '4.1',
          '1/2',
          '1/2',
          [
            ['lost', 1],
            ['satisfied', 1],
          ],
        ],
        [undefined, '2026-11-28', '4.2', '2/2', '2/2', [['satisfied', 1]]],
      ],
    );
  });

  it('compares two stored traces once, however often it is drawn', () => {
    const again = comparedOf(productWith('4.3'), options);
    assert.equal(trendOf(history, now)[1]?.since, trendOf(history, again)[1]?.since);
  });
});

describe('the trend in a page', () => {
  const markup = (of: TraceHistory, inEditor = false): string =>
    trendMarkup(
      () => now,
      (id) => (id === 'A.01' ? 'row-1' : undefined),
      { ...options, history: of, inEditor },
    )?.text ?? '';

  it('is not there without stored traces', () => {
    assert.equal(markup(historyOf()), '');
    assert.ok(!writeHtml(productWith('4.2'), options).includes('id="trend"'));
    assert.ok(writeHtml(productWith('4.2'), { ...options, history }).includes('id="trend"'));
  });

  it('has a column and a line for each step, and leads from both to what changed', () => {
    const text = markup(history);
    assert.deepEqual(text.match(/data-goto="[^"]*"/gu), [
      'data-goto="step-0"',
      'data-goto="step-1"',
      'data-goto="step-2"',
    ]);
    assert.deepEqual(text.match(/<a href="#step-\d">/gu), ['<a href="#step-2">', '<a href="#step-1">']);
    assert.deepEqual(text.match(/<details id="[^"]*"/gu), ['<details id="step-2"', '<details id="step-1"']);
    assert.match(text, /<a href="#row-1">A\.01<\/a>/u);
    assert.match(text, /2026-09-01[^]*4\.1[^]*<code>1234567890<\/code>/u);
  });

  it('has days as the language writes them, in its table as in its chart', () => {
    const t: Translate = (template, ...args) => english(template === '{0}-{1}-{2}' ? '{2}/{1}/{0}' : template, ...args);
    const text = trendMarkup(
      () => now,
      () => undefined,
      { ...options, t, history },
    )?.text;
    assert.match(text ?? '', /<th scope="row">28\/11\/2026 \(now\)[^]*<th scope="row">01\/09\/2026/u);
    assert.doesNotMatch(text ?? '', /2026-/u);
  });

  it('offers comparisons in an editor alone', () => {
    assert.ok(!markup(history).includes('data-compare'));
    assert.deepEqual(markup(history, true).match(/data-compare="[^"]*"/gu), [
      'data-compare="t/1.json"',
      'data-compare="t/0.json"',
    ]);
  });

  it('names the files that are not in it, and takes no markup from any', () => {
    const hostile = '"><img src=x onerror=alert(1)>';
    const row = { ...first.requirements[0], id: hostile, title: hostile, chapter: hostile, gaps: [hostile] };
    const evil: ComparedTrace = {
      ...first,
      product: { name: hostile, version: hostile },
      commit: hostile,
      chapters: [],
      requirements: [{ ...row, scope: 'applicable', state: 'missing', links: { length: 0 } }],
    };
    const text = markup(
      {
        points: [{ file: hostile, day: '2026-01-01', trace: evil }, ...history.points],
        faults: [{ file: hostile, message: message('{0} is no text', hostile), remedy: message('Allow reading it') }],
      },
      true,
    );
    assert.ok(text.includes('Not in the trend'));
    assert.ok(!text.includes('<img'));
  });

  it('never draws outside of its frame, whatever the files say', () => {
    const state = fc.constantFrom<ComparedTrace['requirements'][number]['state'][]>('satisfied', 'missing', 'suspect');
    const chapter = fc.record({ name: fc.string(), total: fc.nat(), ready: fc.boolean(), counts: fc.constant(huge) });
    const trace = fc.record({ states: fc.array(state, { maxLength: 30 }), chapters: fc.array(chapter) });
    const row = first.requirements[0];
    assert.ok(row);
    fc.assert(
      fc.property(fc.array(trace, { minLength: 1, maxLength: 60 }), (all) => {
        const points = all.map(({ states, chapters }) => {
          const requirements = states.map((one, at) => ({ ...row, id: String(at), state: one }));
          return ['2026-01-01', { ...first, counts: huge, chapters, requirements }] as const;
        });
        const text = markup(historyOf(...points));
        const rects = [...text.matchAll(/\sx="([^"]*)"\s+y="([^"]*)"\s+width="([^"]*)"\s+height="([^"]*)"/gu)];
        assert.ok(rects.length > 0);
        for (const [x = NaN, y = NaN, width = NaN, height = NaN] of rects.map((one) => one.slice(1).map(Number))) {
          assert.ok(x >= 0 && x + width <= 960 && y >= 0 && y + height <= 410, [x, y, width, height].join());
        }
      }),
      { numRuns: 25 },
    );
  });
});
