import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { inLayout, row2024 } from '../support/remFixtures';
import { buildWorkbook } from '../support/workbookBuilder';
import { at, closeEditors } from './workspace';

// @segur ST.TRU.01
describe('links that lead out of the folder', () => {
  let outside: string;

  beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), 'segur-outside-'));
    await symlink(outside, at('lien').fsPath);
  });

  afterEach(async () => {
    await closeEditors();
    await rm(at('lien').fsPath);
    await rm(outside, { recursive: true });
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('have no catalogue written through them', async () => {
    const file = at('REM-FIC-DPI-Va2.xlsx');
    const rows = inLayout('rem-2024', [row2024('SC.FIC/A.01')]);
    await vscode.workspace.fs.writeFile(file, buildWorkbook([{ name: 'Exigences', rows }]));
    const request = { file, confirmed: true, out: 'lien/fic.yaml' };
    assert.equal(await vscode.commands.executeCommand('segur.importRem', request), undefined);
    assert.deepEqual(await readdir(outside), []);
    await vscode.workspace.fs.delete(file);
  });

  it('have no trace stored through them', async () => {
    const target = at('lien/traces/t.json');
    assert.equal(await vscode.commands.executeCommand('segur.storeTrace', { target }), undefined);
    assert.deepEqual(await readdir(outside), []);
  });
});
