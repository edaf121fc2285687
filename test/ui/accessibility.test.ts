import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../../scripts/host/chromium';
import { english } from '../../src/base/message';
import { comparedOf } from '../../src/report/history/comparedOf';
import { writeHtml } from '../../src/report/html';
import { planPack } from '../../src/report/pack/packPlan';
import { pastePage } from '../../src/vscode/proofs/pastePage';
import { faqDocument } from '../../src/vscode/faq/faqDocument';
import { axeViolations } from './axeViolations';
import { ORIGIN, servePage } from './servedPage';
import { shippedCatalog, shippedTrace } from './shippedTrace';
import { applyLook, keptLook } from './webviewLook';
import { themeKinds } from './workbench';

const catalog = shippedCatalog();
const trace = shippedTrace(catalog);
const options = { t: english, language: 'en' as const };
const history = {
  points: [{ file: 'a.json', day: '2026-01-01', trace: comparedOf(trace, options) }],
  faults: [],
};
const resources = { cspSource: ORIGIN, nonce: 'n' };

const matrix = { ...options, history, generatedAt: '2026-11-28' };
const frontPage = planPack(trace, catalog, { ...options, version: '0' }).files.find(
  ({ path }) => path === '00-sommaire.html',
);

/** Pages for a browser of their own. */
const standalone = {
  'the matrix': writeHtml(trace, { ...matrix, baseHref: '' }),
  'page one of the pack': textOf(frontPage),
};

const answers = catalog.faq.map((entry) => ({
  name: `answer ${entry.id}`,
  html: faqDocument(
    {
      entry,
      catalog,
      opinion: { useful: true, date: '2026-11-28' },
      language: 'en',
      resources: { ...resources, style: `${ORIGIN}/faqPage.css`, script: `${ORIGIN}/faqPage.js` },
    },
    english,
  ),
}));

/** Pages in a tab of the editor. */
const webviews = {
  'the dashboard': writeHtml(trace, { ...matrix, inEditor: true }),
  'an answer of the FAQ': answers[0]?.html ?? '',
  'the page that takes a screenshot': pastePage(
    {
      id: 'SC.SSI/GEN.19',
      title: 'Sauvegarde',
      language: 'en',
      folder: 'preuves/GEN.19',
      style: `${ORIGIN}/pasteProof.css`,
      script: `${ORIGIN}/pasteProof.js`,
      ...resources,
    },
    english,
  ),
};

function textOf(file: object | undefined): string {
  assert.ok(file !== undefined && 'content' in file && typeof file.content === 'string');
  return file.content;
}

// @segur ST.ACC.01
describe('what axe finds', () => {
  let browser: Browser;
  let page: Page | undefined;
  before(async () => {
    browser = await startChromium();
  });
  afterEach(async () => {
    await page?.close();
    page = undefined;
  });
  after(() => browser.close());

  for (const [name, html] of Object.entries(standalone)) {
    for (const media of [
      { colorScheme: 'light' },
      { colorScheme: 'dark' },
      { colorScheme: 'dark', forcedColors: 'active' },
    ] as const) {
      it(`on ${name} is nothing, ${Object.values(media).join(', ')}`, async () => {
        page = await servePage(browser, html, media);
        await openDetails(page);
        assert.deepEqual(await axeViolations(page), []);
      });
    }
  }

  for (const [name, html] of Object.entries(webviews)) {
    for (const theme of themeKinds) {
      it(`on ${name} is nothing, ${theme}`, async () => {
        page = await servePage(browser, html, { webview: true });
        await applyLook(page, await keptLook(theme));
        await openDetails(page);
        assert.deepEqual(await axeViolations(page), []);
      });
    }
  }

  it('on answers of the FAQ with every sort of markup that it has is nothing', async () => {
    const look = await keptLook('dark');
    const found: string[] = [];
    for (const { name, html } of ofEverySort(answers)) {
      page = await servePage(browser, html, { webview: true });
      await applyLook(page, look);
      found.push(...(await axeViolations(page)).map((violation) => `${name}: ${violation}`));
      await page.close();
    }
    assert.deepEqual(found, []);
  });

  for (const [name, html] of Object.entries({ ...standalone, ...webviews })) {
    it(`on ${name} is nothing in a column of 320 pixels, and it does not move sideways`, async () => {
      page = await servePage(browser, html, { webview: name in webviews, viewport: { width: 320, height: 640 } });
      if (name in webviews) await applyLook(page, await keptLook('light'));
      assert.equal(await page.evaluate(() => document.scrollingElement?.scrollWidth), 320);
      assert.deepEqual(await axeViolations(page), []);
    });
  }
});

/** As few as bring every element that any of them has. */
function ofEverySort<T extends { readonly html: string }>(pages: readonly T[]): T[] {
  const seen = new Set<string>();
  return pages.filter(({ html }) => {
    const tags = html.match(/<[a-z][a-z0-9]*/gu) ?? [];
    const before = seen.size;
    tags.forEach((tag) => seen.add(tag));
    return seen.size > before;
  });
}

/** Of a few rows and steps: all of them take long, and are the same. */
async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    [...document.querySelectorAll('details')].slice(0, 8).forEach((details) => {
      details.open = true;
    });
  });
}
