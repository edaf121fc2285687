/* npm run look -- scripts/readmePictures.ts: takes the pictures of the README anew, into media/readme. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, openWindow, type Workbench } from '../test/ui/workbench';
import { root } from './host/paths';
import { shrinkPng } from './host/shrinkPng';

const size = { width: 1280, height: 800 };
// What is not ours would only distract.
const settings = { 'editor.minimap.enabled': false, 'typescript.validate.enable': false };
const contacts = 'services/comptes/src/contacts.ts';
const sessions = 'services/comptes/src/sessions.ts';

export default async function takePictures(): Promise<void> {
  await mkdir(join(root, 'media', 'readme'), { recursive: true });
  for (const theme of ['dark', 'light'] as const) {
    const window = await openWindow({ theme, size, settings });
    await picture(window, 'tree', theme, tree);
    await picture(window, 'hover', theme, hover);
    await picture(window, 'annotate', theme, annotate);
    await picture(window, 'matrix', theme, matrix);
    await picture(window, 'dashboard', theme, dashboard);
    await window.close();
  }
}

async function picture(
  window: Workbench,
  subject: string,
  theme: string,
  prepare: (window: Workbench) => Promise<void>,
): Promise<void> {
  await prepare(window);
  await window.parkMouse();
  // Other extensions say in the status bar what they are at.
  await window.page.locator('.statusbar .codicon-loading').first().waitFor({ state: 'hidden' });
  // What has just appeared is still being laid out.
  await window.page.waitForTimeout(500);
  const name = `${subject}-${theme}`;
  const bytes = await shrinkPng(await window.screenshot(name), join(root, 'media', 'readme', `${name}.png`));
  console.log(`media/readme/${name}.png: ${Math.round(bytes / 1024)} KB`);
  await window.page.keyboard.press('Escape');
}

async function tree(window: Workbench): Promise<void> {
  await window.openContainer('Ségur Trace');
  await eventually(async () => {
    if ((await window.badge('Ségur Trace')) === undefined) throw new Error('The first scan is not over.');
  });
  await window.expand('Requirements', 'Identification électronique');
  await window.expand('Requirements', 'SC.SSI/IE.31');
  await window.openFile(contacts, 'SC.SSI/IE.31, SC.SSI/IE.32');
}

async function hover(window: Workbench): Promise<void> {
  await window.openFile(contacts, 'SC.SSI/IE.31, SC.SSI/IE.32');
  await window.hover();
}

async function annotate(window: Workbench): Promise<void> {
  await window.openFile(sessions, 'touch(id');
  await window.runCommand('Annotate code with a requirement');
  await window.quickInput().fill('session');
  await window.quickRows();
}

/** Rows that have code, tests and proofs: how the page begins, the dashboard shows. */
async function matrix(window: Workbench): Promise<void> {
  await window.runCommand('View: Close All Editors');
  await window.runCommand('View: Toggle Primary Side Bar Visibility');
  await window.runCommand('Export traceability matrix');
  await window.page.locator('.quick-input-widget .quick-input-title', { hasText: 'matrix' }).waitFor();
  await window.accept();
  await eventually(async () => {
    if (!(await window.quickInput().inputValue()).endsWith('.html')) throw new Error('No file is asked for.');
  });
  await window.accept();
  const rows = window.webview().locator('.id', { hasText: 'SC.SSI/IE.31' });
  await rows.first().waitFor();
  await window.runCommand('Notifications: Clear All Notifications');
  await window.webview().locator('select').nth(1).selectOption('IE');
  await window
    .webview()
    .locator('#count')
    .evaluate((element) => element.scrollIntoView());
}

async function dashboard(window: Workbench): Promise<void> {
  await window.runCommand('View: Close All Editors');
  await window.runCommand('Open dashboard');
  await window.webview().locator('#count').waitFor();
}
