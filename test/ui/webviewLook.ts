import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from '../../scripts/host/paths';
import type { themeKinds } from './workbench';

/** What VS Code adds to the page of a web view. */
export interface WebviewLook {
  /** Custom properties of the theme, by name. */
  readonly variables: Readonly<Record<string, string>>;
  readonly bodyClass: string;
  /** Its own style sheet, in a layer below all others. */
  readonly styleSheet: string;
}

/** Of a page that VS Code shows. @param html its root element */
export function webviewLook(html: Locator): Promise<WebviewLook> {
  return html.evaluate(({ style }) => ({
    variables: Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name).trim()])),
    bodyClass: document.body.className,
    styleSheet: document.getElementById('_defaultStyles')?.textContent ?? '',
  }));
}

/** As `npm run look -- scripts/webviewThemes.ts` found it. */
export async function keptLook(theme: (typeof themeKinds)[number]): Promise<WebviewLook> {
  const text = await readFile(join(root, 'test', 'fixtures', 'webviewThemes.json'), 'utf8');
  const look = (JSON.parse(text) as Readonly<Record<string, WebviewLook>>)[theme];
  if (look === undefined) throw new Error(`No look of ${theme}`);
  return look;
}

/** Makes a page in a bare browser look as it does in VS Code. A page's policy says nothing of sheets that are adopted. */
export async function applyLook(page: Page, look: WebviewLook): Promise<void> {
  await page.evaluate(({ variables, bodyClass, styleSheet }) => {
    for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
    const sheet = new CSSStyleSheet();
    // A web view lets the editor's ground shine through.
    sheet.replaceSync(`${styleSheet} html { background: var(--vscode-editor-background); }`);
    document.adoptedStyleSheets = [sheet];
    document.body.className = bodyClass;
  }, look);
}
