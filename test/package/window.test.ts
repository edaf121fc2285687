/* The packaged extension, installed: in the oldest VS Code that it supports and in the newest; the test of all that it does is `test/ui`. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { extensionPackage } from '../../scripts/packaging/packages';
import { closeHost, eventually, openWindow, startHost, type Workbench } from '../ui/workbench';

const view = 'Requirements';
const annotated = 'services/comptes/src/contacts.ts';

/** Starts a server on which the package is installed; returns the folder in which it is. */
async function installed(age: 'newest' | 'oldest'): Promise<string> {
  const { server } = await startHost({ extension: { vsix: extensionPackage }, age, workspaceTrust: true });
  const [folder = '', ...others] = readdirSync(server.extensionsFolder).filter((name) =>
    name.startsWith('segur-trace'),
  );
  assert.deepEqual(others, []);
  return join(server.extensionsFolder, folder);
}

async function showsTree(window: Workbench): Promise<void> {
  await window.openContainer('Ségur Trace');
  await eventually(async () => assert.match((await window.badge('Ségur Trace')) ?? '', /^\d+/u));
  await window.row(view, 'Identification électronique').waitFor();
}

async function showsHover(window: Workbench): Promise<void> {
  await window.openFile(annotated, 'SC.SSI/IE.31');
  assert.match(await window.hover(), /SC\.SSI\/IE\.31[^]*FAQ/u);
}

async function exportsMatrix(window: Workbench): Promise<void> {
  await window.runCommand('Export traceability matrix');
  await window.page.locator('.quick-input-widget .quick-input-title', { hasText: 'matrix' }).waitFor();
  await window.accept();
  await eventually(async () => assert.match(await window.quickInput().inputValue(), /traceability-matrix\.html$/u));
  await window.accept();
  const html = await eventually(() => window.textOnDisk('traceability-matrix.html'));
  assert.match(html, /SC\.SSI\/IE\.31/u);
  await window.webview().getByText('SC.SSI/IE.31').first().waitFor();
}

// @segur ST.PKG.01
describe('the package in the oldest VS Code', () => {
  let folder: string;
  before(async () => {
    folder = await installed('oldest');
  });
  after(closeHost);

  it('shows the tree and the hover, and exports the matrix', async () => {
    const window = await openWindow();
    await showsTree(window);
    await showsHover(window);
    await exportsMatrix(window);
    await window.close();
  });

  it('shows the tree and the hover in the browser’s extension host', async () => {
    const window = await openWindow({ host: 'browser' });
    await showsTree(window);
    await showsHover(window);
    await window.close();
  });

  it('brings the command along', () => {
    const command = join(folder, 'dist', 'segur-trace.js');
    const run = (...args: string[]) => execFileSync(process.execPath, [command, ...args], { encoding: 'utf8' });
    assert.match(run('--version'), /^\d+\.\d+\.\d+\n$/u);
    assert.match(run('status', join(folder, 'examples', 'dossier-patient')), /SC\.SSI|%/u);
  });
});
