import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, create, eventually, hoverText, open, positionOf } from './workspace';

const annotate = (id: string, verb = 'implements') => vscode.commands.executeCommand('segur.annotate', id, verb);
const undo = () => vscode.commands.executeCommand('undo');

function cursorsBefore(editor: vscode.TextEditor, ...texts: readonly string[]): void {
  editor.selections = texts.map((text) => {
    const position = positionOf(editor.document, text);
    return new vscode.Selection(position, position);
  });
}

describe('annotate code with a requirement', () => {
  afterEach(closeEditors);

  it('writes a comment above the statement, with its indentation, and one undo removes it', async () => {
    const editor = await open('services/comptes/src/sessions.ts', 'touch(id');
    const before = editor.document.getText();
    await annotate('SC.SSI/IE.38');
    const line = positionOf(editor.document, 'touch(id').line;
    assert.equal(editor.document.lineAt(line - 1).text, '  // @segur SC.SSI/IE.38');
    await undo();
    assert.equal(editor.document.getText(), before);
  });

  it('writes what the extension itself then reads', async () => {
    const editor = await create('read-again.ts', 'export function lock(): void {}\n');
    cursorsBefore(editor, 'export');
    await annotate('SC.SSI/IE.40', 'partial');
    await eventually(async () => assert.match(await hoverText(editor.document, 'SC.SSI/IE.40'), /IE\\?\.40/));
  });

  it('adds to the annotation that is there already', async () => {
    const editor = await create('extended.py', '# @segur SC.SSI/IE.38\ndef close():\n    pass\n');
    cursorsBefore(editor, 'def close');
    await annotate('SC.SSI/IE.39');
    assert.equal(editor.document.lineAt(0).text, '# @segur SC.SSI/IE.38, SC.SSI/IE.39');
  });

  it('never writes an id twice in one annotation', async () => {
    const editor = await create('twice.py', '# @segur SC.SSI/IE.38\ndef close():\n    pass\n');
    cursorsBefore(editor, 'def close');
    // Not awaited: the command ends when its message is answered.
    void annotate('SC.SSI/IE.38');
    await annotate('SC.SSI/IE.40');
    assert.equal(editor.document.lineAt(0).text, '# @segur SC.SSI/IE.38, SC.SSI/IE.40');
  });

  it('annotates at every cursor, and one undo takes all back', async () => {
    const content = 'def one():\n    pass\n\n\nclass Two:\n    def three(self):\n        pass\n';
    const editor = await create('several.py', content);
    cursorsBefore(editor, 'def one', 'def three');
    await annotate('SC.SSI/IE.40');
    assert.equal(
      editor.document.getText(),
      '# @segur SC.SSI/IE.40\n' + content.replace('    def three', '    # @segur SC.SSI/IE.40\n    def three'),
    );
    await undo();
    assert.equal(editor.document.getText(), content);
  });

  it('keeps the line ends of the file', async () => {
    const editor = await create('dos.sql', 'SELECT 1;\r\nSELECT 2;\r\n');
    cursorsBefore(editor, 'SELECT 2');
    await annotate('SC.SSI/IE.33');
    assert.equal(editor.document.getText(), 'SELECT 1;\r\n-- @segur SC.SSI/IE.33\r\nSELECT 2;\r\n');
  });
});
