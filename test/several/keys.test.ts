import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { assertNoClash, defaultKeys } from '../vscode/defaultKeys';

describe('the default keys on another platform', () => {
  it('clash with none of VS Code’s', async function () {
    if (vscode.env.appHost === 'desktop') {
      // It has the keys of the machine that it runs on alone.
      return;
    }
    const all = await defaultKeys();
    const copyLine = all.filter(({ command }) => command === 'editor.action.copyLinesDownAction');
    assert.deepEqual(
      copyLine.map(({ key }) => key),
      ['shift+alt+down'],
      'this is taken for Windows, where that key is shorter than on Linux',
    );
    assertNoClash(all, 'other');
  });
});
