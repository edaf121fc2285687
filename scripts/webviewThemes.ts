/*
 * npm run look -- scripts/webviewThemes.ts: writes test/fixtures/webviewThemes.json, what VS Code puts into a web view in each of its four kinds
 * of theme. Tests of pages apply it in a bare browser, which starts in a second.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { styleSheet } from '../src/report/htmlStyle';
import { webviewLook, type WebviewLook } from '../test/ui/webviewLook';
import { openWindow, themeKinds } from '../test/ui/workbench';
import { root } from './host/paths';

export default async function writeWebviewThemes(): Promise<void> {
  const ours = await ownStyles();
  const looks: Record<string, WebviewLook> = {};
  for (const theme of themeKinds) {
    const window = await openWindow({ theme });
    await window.runCommand('Open dashboard');
    const html = window.webview().locator('html');
    await window.webview().locator('#count').waitFor();
    const look = await webviewLook(html);
    const used = new Set(`${ours} ${look.styleSheet}`.match(/--[\w-]+/gu));
    const variables = Object.entries(look.variables).filter(([name]) => used.has(name));
    looks[theme] = { ...look, variables: Object.fromEntries(variables) };
    await window.close();
  }
  await writeFile(join(root, 'test', 'fixtures', 'webviewThemes.json'), `${JSON.stringify(looks, undefined, 2)}\n`);
}

async function ownStyles(): Promise<string> {
  const media = join(root, 'media');
  const sheets = (await readdir(media)).filter((name) => name.endsWith('.css'));
  return [styleSheet, ...(await Promise.all(sheets.map((name) => readFile(join(media, name), 'utf8'))))].join('\n');
}
