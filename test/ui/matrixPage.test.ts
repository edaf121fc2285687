import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../../scripts/host/chromium';
import { english } from '../../src/base/message';
import { comparedOf } from '../../src/report/history/comparedOf';
import type { TraceHistory } from '../../src/report/history/traceHistory';
import { writeHtml } from '../../src/report/html';
import { catalogOf, traceOf } from '../unit/trace/fixtures';

const trace = traceOf(
  catalogOf(`requirements:
  - { id: A.01, title: Sauvegarde, chapter: Un, needs: [code] }
  - { id: A.02, title: Délai de session, chapter: Deux, needs: [code] }
faq:
  - { id: a01, subject: Contenu, answer: "Une réponse", requirements: [{ id: A.01 }] }
`),
  { files: { 'src/a.ts': '// @segur A.01\nexport function save() {}\n' } },
);

const former = comparedOf(traceOf(catalogOf('requirements: [{ id: A.02, title: x, needs: [code] }]\n'), {}), {
  t: english,
});
const history: TraceHistory = { points: [{ file: 'a.json', day: '2026-01-01', trace: former }], faults: [] };

// @segur ST.OUT.03
describe('the page of the matrix in a browser', () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    browser = await startChromium();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    page.on('console', (entry) => complaints.push(entry.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.setContent(writeHtml(trace, { t: english, language: 'en' }));
  });
  afterEach(async () => {
    await page.close();
    assert.deepEqual(complaints.splice(0), [], 'its content security policy refuses nothing of its own');
  });
  after(() => browser.close());

  const shown = async (): Promise<string[]> => {
    const ids = page.locator('tbody[data-state]:visible .id');
    return ids.allTextContents();
  };

  it('shows the rows that have every word, without regard to accents, and no empty chapter', async () => {
    await page.getByRole('searchbox').fill('SESSION delai');
    assert.deepEqual(await shown(), ['A.02']);
    assert.equal(await page.getByRole('status').textContent(), '1 of 2 requirements');
    assert.equal(await page.getByRole('heading', { name: 'Un', exact: true }).count(), 0);
    await page.getByRole('searchbox').fill('');
    assert.deepEqual(await shown(), ['A.01', 'A.02']);
  });

  it('shows the rows in the states that are ticked', async () => {
    await page.getByRole('checkbox', { name: 'Missing' }).check();
    assert.deepEqual(await shown(), ['A.02']);
  });

  it('shows an answer on the very subject where the details open', async () => {
    const answer = page.locator('tbody blockquote');
    assert.equal(await answer.isVisible(), false);
    await page.getByText('Details and guidance (1)').click();
    await answer.waitFor();
    assert.match((await answer.textContent()) ?? '', /Une réponse/u);
  });

  it('opens and closes all details', async () => {
    const open = page.locator('details[open]');
    await page.getByRole('button', { name: 'Open all details' }).click();
    assert.equal(await open.count(), 2);
    await page.getByRole('button', { name: 'Open all details' }).click();
    assert.equal(await open.count(), 0);
  });

  it('leads from a column of the trend to what changed, and from there to the row', async () => {
    await page.close();
    page = await browser.newPage();
    await page.setContent(writeHtml(trace, { t: english, language: 'en', history }));
    await page.locator('[data-goto="step-1"] rect.missing').click();
    const changes = page.locator('#step-1');
    assert.match(await changes.innerText(), /New requirements of the profile \(1\)/u);
    await changes.getByRole('link', { name: 'A.01' }).click();
    await page.waitForURL(/#row-1$/u);
  });

  it('leads from a number, or a part of a bar, to the rows that it counts', async () => {
    await page.getByRole('link', { name: 'Deux — Missing: 1' }).click();
    assert.deepEqual(await shown(), ['A.02']);
    assert.equal(await page.getByRole('checkbox', { name: 'Missing' }).isChecked(), true);
    await page.getByRole('button', { name: 'Show all' }).click();
    assert.deepEqual(await shown(), ['A.01', 'A.02']);
    await page.locator('rect[data-aspect="need"][data-want="satisfied"]').click();
    assert.deepEqual(await shown(), ['A.01']);
    await page.getByRole('link', { name: 'A.02', exact: true }).click();
    assert.deepEqual(await shown(), ['A.01', 'A.02'], 'a row that a filter hides is shown when it is asked for');
  });

  it('puts the rows of a chapter in another order, and back', async () => {
    const rows = [3, 1, 2].map(
      (gaps, n) =>
        `  - { id: L.${n}, title: x, chapter: Un, needs: [${['code', 'test', 'proof'].slice(0, gaps).join()}] }`,
    );
    await page.close();
    page = await browser.newPage();
    await page.setContent(
      writeHtml(traceOf(catalogOf(`requirements:\n${rows.join('\n')}\n`), {}), { t: english, language: 'en' }),
    );
    await page.getByLabel('Order').selectOption('fewest gaps first');
    assert.deepEqual(await shown(), ['L.1', 'L.2', 'L.0']);
    await page.getByLabel('Order').selectOption('of the catalogue');
    assert.deepEqual(await shown(), ['L.0', 'L.1', 'L.2']);
  });

  it('follows a link to a chapter below tables that were never in sight', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, n) =>
        `  - { id: L.${n}, title: ${'long '.repeat(n % 200)}title, chapter: ${n < 290 ? 'Un' : 'Deux'}, needs: [code] }`,
    );
    const long = traceOf(catalogOf(`requirements:\n${rows.join('\n')}\n`), {});
    await page.close();
    page = await browser.newPage({ viewport: { width: 1200, height: 600 } });
    await page.setContent(writeHtml(long, { t: english, language: 'en' }));
    await page.getByRole('link', { name: 'Deux', exact: true }).click();
    await page.waitForFunction(() => {
      const { top } = document.querySelector('#group-1')?.getBoundingClientRect() ?? { top: -1 };
      return top > 0 && top < innerHeight;
    });
  });
});
