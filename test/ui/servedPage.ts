import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { root } from '../../scripts/host/paths';

/** An address that no network has: what asks it gets the page, or a file of `media/`. */
export const ORIGIN = 'https://page.test';

/** Text, for what compiles a function leaves calls in it that a page does not know. */
const webviewApi = `{
  const posted = [];
  let state;
  globalThis.posted = posted;
  globalThis.acquireVsCodeApi = () => ({
    postMessage: (message) => posted.push(message),
    getState: () => state,
    setState: (next) => (state = next),
  });
}`;

/** Opens a page of ours in a bare browser, with files of `media/` beside it and the interface of web views, which keeps what the page posts in `posted`. */
export async function servePage(
  browser: Browser,
  html: string,
  options: BrowserContextOptions & { readonly webview?: boolean } = {},
): Promise<Page> {
  const { webview = false, ...context } = options;
  const page = await browser.newPage(context);
  if (webview) await page.addInitScript({ content: webviewApi });
  await page.route(`${ORIGIN}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') {
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    } else {
      const contentType = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      await route.fulfill({ contentType, body: await readFile(join(root, 'media', name), 'utf8') });
    }
  });
  await page.goto(`${ORIGIN}/`);
  return page;
}

/** What a page in a web view told the extension. */
export function posted(page: Page): Promise<unknown[]> {
  return page.evaluate(() => (globalThis as unknown as { posted: unknown[] }).posted);
}
