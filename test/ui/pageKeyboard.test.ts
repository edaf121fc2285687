import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { exampleFolder } from '../../scripts/host/paths';
import { startChromium } from '../../scripts/host/chromium';
import { english } from '../../src/base/message';
import { pageContent, writeHtml } from '../../src/report/html';
import { pastePage } from '../../src/vscode/proofs/pastePage';
import { ORIGIN, posted, servePage } from './servedPage';
import { shippedTrace } from './shippedTrace';
import { applyLook, keptLook } from './webviewLook';
import { eventually } from './workbench';

/** The element in focus: its name as it is written, whether one sees that it is, and whether something lies on it. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { left, top, bottom } = element.getBoundingClientRect();
    const covering = document.elementFromPoint(left + 2, Math.min(top + 2, bottom - 1));
    const filter = document.getElementById('filter');
    return {
      tag: element.localName,
      id: element.id,
      text: element.textContent.trim().slice(0, 80),
      isOutlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
      isUnderFilter: filter !== null && !filter.contains(element) && filter.contains(covering),
    };
  });
}

// @segur ST.ACC.01
describe('the dashboard without a mouse', () => {
  const trace = shippedTrace();
  const options = { t: english, language: 'en' as const, inEditor: true, generatedAt: '2026-11-28' };
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await startChromium();
  });
  beforeEach(async () => {
    page = await servePage(browser, writeHtml(trace, options), {
      webview: true,
      viewport: { width: 1000, height: 600 },
    });
    await applyLook(page, await keptLook('dark'));
  });
  afterEach(() => page.close());
  after(() => browser.close());

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (matches: (one: Awaited<ReturnType<typeof focused>>) => boolean): Promise<void> => {
    for (let stops = 0; stops < 400; stops++) {
      await press('Tab');
      if (matches(await focused(page))) return;
    }
    assert.fail('Tab never comes there');
  };
  const count = () => page.getByRole('status').textContent();

  it('is searched, filtered and put in order, and a place opens', async () => {
    await press('Tab');
    assert.equal((await focused(page)).text, 'Go to the matrix');
    await press('Enter');
    await eventually(async () => assert.equal((await focused(page)).id, 'matrix'));
    await press('Tab');
    assert.equal((await focused(page)).id, 'search');
    await page.keyboard.type('a.ts');
    await eventually(async () => assert.equal(await count(), '3 of 29 requirements'));
    await press('Tab', 'Tab', 'Space');
    assert.equal(await page.getByRole('checkbox', { name: 'Partial' }).isChecked(), true);
    await tabTo(({ id }) => id === 'order');
    await press('ArrowDown');
    assert.equal(await page.getByLabel('Order').inputValue(), 'urgency');
    await tabTo(({ text }) => text.startsWith('src/a.ts'));
    await press('Enter');
    assert.deepEqual((await posted(page)).at(-1), { file: 'src/a.ts', line: '3' });
  });

  it('does not call back who has gone on before the page has settled', async () => {
    await page.evaluate(() => {
      const waiting: FrameRequestCallback[] = [];
      globalThis.requestAnimationFrame = (callback) => waiting.push(callback);
      document.addEventListener('release', () => waiting.splice(0).forEach((callback) => callback(0)));
    });
    await press('Tab', 'Enter');
    await eventually(async () => assert.equal((await focused(page)).id, 'matrix'));
    await press('Tab');
    assert.equal((await focused(page)).id, 'search');
    await page.evaluate(() => document.dispatchEvent(new Event('release')));
    assert.equal((await focused(page)).id, 'search');
  });

  it('shows where the focus is at each stop, and nothing lies on it', async () => {
    await page.evaluate(() => document.querySelector('#matrix')?.scrollIntoView());
    const hidden: unknown[] = [];
    // Backwards, what comes next comes from above, where the filters are.
    for (const [key, stops] of [
      ['Tab', 60],
      ['Shift+Tab', 40],
    ] as const) {
      for (let stop = 0; stop < stops; stop++) {
        await press(key);
        const one = await focused(page);
        if (!one.isOutlined || one.isUnderFilter) hidden.push({ key, stop, ...one });
      }
    }
    assert.deepEqual(hidden, []);
  });

  it('leads the focus to where a link goes', async () => {
    const link = page.locator('.blocked a').first();
    const id = await link.innerText();
    await link.focus();
    await press('Enter');
    await eventually(async () => {
      const { tag, text } = await focused(page);
      assert.equal(tag, 'th');
      assert.ok(text.startsWith(id), text);
    });
    await press('Tab');
    assert.equal((await focused(page)).text, id, 'Tab goes on from there');
  });

  it('keeps the focus where it is while the page follows the folder', async () => {
    const follow = (): Promise<void> =>
      page.evaluate((content) => postMessage({ content }, '*'), pageContent(trace, options).text);
    const followed = async (): Promise<void> => {
      await page.evaluate(() => document.querySelector('h1')?.setAttribute('data-old', ''));
      await follow();
      await page.locator('h1:not([data-old])').waitFor();
    };
    const place = page.locator('tbody[data-state] a.place').nth(1);
    await place.focus();
    const before = await page.evaluate(() => document.activeElement?.closest('tbody')?.id);
    await followed();
    assert.equal(await page.evaluate(() => document.activeElement?.closest('tbody')?.id), before);
    assert.equal((await focused(page)).text, await place.innerText());
    await page.getByRole('searchbox').fill('session');
    await press('Home');
    await followed();
    await page.keyboard.type('x');
    assert.equal(await page.getByRole('searchbox').inputValue(), 'xsession');
  });
});

describe('the page that takes a screenshot, without a mouse', () => {
  let browser: Browser;
  before(async () => {
    browser = await startChromium();
  });
  after(() => browser.close());

  it('says what it has, and keeps the focus where the next key is wanted', async () => {
    const html = pastePage(
      {
        id: 'SC.SSI/GEN.19',
        title: 'Sauvegarde',
        language: 'en',
        folder: 'preuves/GEN.19',
        style: `${ORIGIN}/pasteProof.css`,
        script: `${ORIGIN}/pasteProof.js`,
        cspSource: ORIGIN,
        nonce: 'n',
      },
      english,
    );
    const page = await servePage(browser, html, { webview: true });
    await applyLook(page, await keptLook('highContrast'));
    const answer = (message: object): Promise<void> => page.evaluate((data) => postMessage(data, '*'), message);
    const status = page.getByRole('status');
    assert.equal((await focused(page)).id, 'place');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    assert.ok((await focused(page)).isOutlined);
    await page.locator('#file').setInputFiles(join(exampleFolder, 'preuves', 'IE.38', 'session-ouverte.png'));
    await eventually(async () => assert.match((await status.textContent()) ?? '', /^A picture of \d+ × \d+ pixels/u));
    assert.equal((await focused(page)).id, 'save');
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).id, 'place', 'the button that is disabled now keeps no focus');
    await answer({ kept: 'Not saved' });
    await eventually(async () => assert.equal(await status.textContent(), 'Not saved'));
    assert.equal((await focused(page)).id, 'save');
    await page.keyboard.press('Enter');
    assert.equal((await posted(page)).length, 2);
    await answer({ saved: 'Saved' });
    await eventually(async () => assert.equal(await status.textContent(), 'Saved'));
    assert.equal((await focused(page)).id, 'place');
    await page.close();
  });
});
