import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, create, eventually } from './workspace';

const hints = (document: vscode.TextDocument) =>
  vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  );

const configure = (value: boolean | undefined) =>
  vscode.workspace.getConfiguration().update('segur.inlayHints.enabled', value, vscode.ConfigurationTarget.Global);

describe('titles behind ids', () => {
  afterEach(closeEditors);
  after(() => configure(undefined));

  it('are there for those who ask for them', async () => {
    const { document } = await create('hints.sql', '-- @segur SC.SSI/IE.31, SC.SSI/IE.32\nSELECT 1;\n');
    assert.deepEqual(await hints(document), []);
    await configure(true);
    await eventually(async () => {
      const found = await hints(document);
      assert.deepEqual(
        found.map(({ position }) => document.lineAt(0).text.slice(0, position.character)),
        ['-- @segur SC.SSI/IE.31', '-- @segur SC.SSI/IE.31, SC.SSI/IE.32'],
      );
      assert.ok(found.every(({ label }) => typeof label === 'string' && label.length > 5 && label.length <= 40));
    });
  });
});
