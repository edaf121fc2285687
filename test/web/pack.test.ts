import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at } from '../vscode/workspace';

describe('the evidence pack in the browser', () => {
  it('is not made where there is no disk: whoever asks is told, and nothing is written', async () => {
    const target = at('dossier.zip');
    assert.equal(await vscode.commands.executeCommand('segur.buildPack', { target, confirmed: true }), undefined);
    assert.equal(await vscode.commands.executeCommand('segur.verifyPack', target), undefined);
    await assert.rejects(async () => vscode.workspace.fs.stat(target));
  });
});
