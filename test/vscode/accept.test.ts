import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, create, eventually, open, positionOf, read } from './workspace';

const LOCK = 'segur.lock.json';
const CODE = '// @segur SC.SSI/GEN.11\nexport function build() {\n  return 1;\n}\n';

const codesOf = (document: vscode.TextDocument): string[] =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'segur')
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));

async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const start = positionOf(editor.document, text);
  await editor.edit((edit) => edit.replace(new vscode.Range(start, start.translate(0, text.length)), by));
}

async function remove(path: string): Promise<void> {
  await vscode.workspace.fs.delete(at(path)).then(undefined, () => undefined);
}

// @segur ST.REV.01
describe('accepting code as it is', () => {
  afterEach(async () => {
    await closeEditors();
    await remove(LOCK);
    await remove('accept.ts');
    await remove('accept2.ts');
  });

  it('warns of changed code in unsaved text, until a quick fix accepts it', async () => {
    const editor = await create('accept.ts', CODE);
    editor.selection = new vscode.Selection(0, 12, 0, 12);
    await vscode.commands.executeCommand('segur.accept');
    assert.match(await read(LOCK), /"file":"accept\.ts","unit":"build"/u);
    assert.deepEqual(codesOf(editor.document), []);

    await replace(editor, 'return 1', 'return 2');
    await eventually(() => assert.deepEqual(codesOf(editor.document), ['annotation.suspect']));
    const position = positionOf(editor.document, 'SC.SSI/GEN.11');
    const action = await eventually(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        new vscode.Range(position, position),
      );
      const found = actions.find(({ title }) => title.startsWith('Accept SC.SSI/GEN.11'));
      assert.ok(found, actions.map(({ title }) => title).join(' | '));
      return found;
    });
    assert.ok(action.command);
    await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
    await eventually(() => assert.deepEqual(codesOf(editor.document), []));

    // A comment is no difference.
    await replace(editor, 'return 2;', 'return 2; // two');
    await replace(editor, 'export', 'export  ');
    await eventually(() => assert.deepEqual(codesOf(editor.document), []));
  });

  it('accepts a file onto what its editor holds unsaved, and takes nothing else back', async () => {
    await create('accept2.ts', CODE.replace('GEN.11', 'GEN.20'));
    await vscode.commands.executeCommand('segur.acceptFile');
    const lock = await open(LOCK);
    const before = lock.document.getText();
    assert.match(before, /accept2\.ts/u);
    await lock.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
    await create('accept.ts', CODE);
    await vscode.commands.executeCommand('segur.acceptFile');
    await eventually(async () => assert.match(await read(LOCK), /accept\.ts[^]*accept2\.ts/u));
  });

  it('leaves a file alone that it cannot read', async () => {
    await vscode.workspace.fs.writeFile(at(LOCK), new TextEncoder().encode('{"version":1,'));
    await create('accept.ts', CODE);
    await vscode.commands.executeCommand('segur.acceptFile');
    await eventually(() =>
      assert.deepEqual(
        vscode.languages
          .getDiagnostics(at(LOCK))
          .map(({ code }) => String(typeof code === 'object' ? code.value : code)),
        ['lock.unreadable'],
      ),
    );
    assert.equal(await read(LOCK), '{"version":1,');
  });

  it('takes the file as it is, where VS Code still holds the text of one that is gone', async () => {
    await vscode.workspace.fs.writeFile(at(LOCK), new TextEncoder().encode('{"version":1,'));
    const held = await vscode.workspace.openTextDocument(at(LOCK));
    await vscode.workspace.fs.delete(at(LOCK));
    await create('accept.ts', CODE);
    assert.ok(!held.isClosed, 'nothing is tried when VS Code no longer holds it');
    await vscode.commands.executeCommand('segur.acceptFile');
    assert.match(await read(LOCK), /accept\.ts/u);
  });
});
