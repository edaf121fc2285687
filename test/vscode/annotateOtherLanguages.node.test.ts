import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, create } from './workspace';

/* Not for the browser's host in front of a server: the extensions that declare languages then run in the server's, out of its sight. */
describe('annotate code in a language that only VS Code knows', () => {
  afterEach(closeEditors);

  it('uses the comments that its extension declares', async () => {
    const editor = await create('shader.coffee', 'square = (x) -> x * x\n');
    await vscode.languages.setTextDocumentLanguage(editor.document, 'coffeescript');
    await vscode.commands.executeCommand('segur.annotate', 'SC.SSI/IE.33', 'implements');
    assert.equal(editor.document.lineAt(0).text, '# @segur SC.SSI/IE.33');
  });
});
