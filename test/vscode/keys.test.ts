import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { assertNoClash, defaultKeys } from './defaultKeys';

describe('the default keys', () => {
  it('clash with none of VS Code’s', async () => {
    const all = await defaultKeys();
    const isMac = all.some(({ key }) => key.includes('cmd+'));
    // The browser of the tests in the web is taken for one on a Mac: otherwise its keys would never be seen to.
    assert.equal(isMac, isWebWorker() || (vscode.env.appHost === 'desktop' && process.platform === 'darwin'));
    assertNoClash(all, isMac ? 'mac' : 'other');
  });
});

function isWebWorker(): boolean {
  return 'importScripts' in globalThis;
}
