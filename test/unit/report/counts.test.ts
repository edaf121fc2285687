import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { english, translator } from '../../../src/base/message';
import { importReportText } from '../../../src/import/reportText';
import { writeCsv } from '../../../src/report/csv';
import { pageScript } from '../../../src/report/htmlScript';
import { writeHtml } from '../../../src/report/html';
import { writeJson } from '../../../src/report/json';
import { writeMarkdown } from '../../../src/report/markdown';
import { planPack } from '../../../src/report/pack/packPlan';
import { figuresWords } from '../../../src/trace/unclaimed/words';
import { catalogOf, traceOf } from '../trace/fixtures';

const bundle = JSON.parse(readFileSync(join(__dirname, '../../../l10n/bundle.l10n.fr.json'), 'utf8')) as Readonly<
  Record<string, string>
>;
const french = { t: translator(bundle), language: 'fr' as const };
const inEnglish = { t: english, language: 'en' as const };

const catalog = catalogOf(
  `requirements:\n${Array.from({ length: 1204 }, (_, n) => `  - { id: REQ.${n + 1}, title: Exigence, chapter: Un, needs: [code] }\n`).join('')}`,
);
const trace = traceOf(catalog, { files: { 'a.ts': `${'\n'.repeat(1203)}// @segur REQ.1204\n` } });

// @segur ST.LNG.01
describe('counts of 1,000 and more', () => {
  it('have the separators of the language in what people read', () => {
    for (const [options, missing, all] of [
      [inEnglish, '1,203', '1,204'],
      [french, '1\u00A0203', '1\u00A0204'],
    ] as const) {
      const page = writeHtml(trace, options);
      assert.ok(page.includes(`<b>${missing}</b>`), 'totals');
      assert.ok(page.includes(`<td>${all}</td>`), 'readiness');
      assert.ok(writeMarkdown(trace, options).includes(`| ${missing} |`), 'Markdown');
      const pack = planPack(trace, catalog, { ...options, version: '1' });
      const made = pack.files.map((file) => (file.source === 'made' ? String(file.content) : ''));
      assert.ok(made[0]?.includes(`: ${missing}`), 'page one');
      const figures = { units: 1204, lines: 66_000, unclaimedUnits: 1203, unclaimedLines: 0 };
      assert.ok(figuresWords(figures, options.t).includes(all));
      const counts = { rows: 1204, requirements: 1204, scenarios: 0, proofs: 0, known: 0 };
      const skipped = [{ sheet: 'S', row: 1204, reason: { template: 'no id', args: [] } }];
      const report = { file: 'a.csv', format: 'csv', sheets: [], counts, skipped, notices: [] } as const;
      const [, told = ''] = importReportText(report, options.t).split('\n');
      assert.equal(told.split(all).length, 3, told);
      assert.match(importReportText(report, options.t), /S.*1204/u, 'a row of a sheet');
    }
  });

  it('leave lines, ids and what machines read as they are', () => {
    assert.ok(writeHtml(trace, french).includes('a.ts:1204'));
    assert.ok(writeHtml(trace, french).includes('REQ.1204'));
    assert.match(writeCsv(trace, french), /a\.ts:1204/u);
    assert.match(writeJson(trace, french), /"missing": 1203,/u);
  });

  it('are written by the script of the page as the page itself writes them', () => {
    const body = /const written = .*;/u.exec(pageScript)?.[0];
    assert.ok(body);
    for (const [options, expected] of [
      [inEnglish, '1,204'],
      [french, '1\u00A0204'],
    ] as const) {
      const thousands = /data-thousands="([^"]*)"/u.exec(writeHtml(trace, options))?.[1];
      const script = `${body} [7, 999, 1204, 1234567].map(written).join(' | ')`;
      const written: unknown = runInNewContext(script, { count: { dataset: { thousands } } });
      assert.equal(written, `7 | 999 | ${expected} | ${expected.replace('204', `234${thousands ?? ''}567`)}`);
    }
  });
});
