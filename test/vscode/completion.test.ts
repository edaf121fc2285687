import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, create, eventually } from './workspace';

/** What the extension offers at the end of a document's text up to a cursor mark, as unsaved text, with documentation. */
async function offered(editor: vscode.TextEditor, text: string): Promise<readonly vscode.CompletionItem[]> {
  const { document } = editor;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await editor.edit((edit) => edit.replace(all, text.replace('│', '')));
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(text.indexOf('│')),
    ' ',
    200,
  );
  return list.items.filter((item) => item.kind === vscode.CompletionItemKind.Reference && labelOf(item).includes('/'));
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

describe('completion of an annotation', () => {
  afterEach(closeEditors);

  it('offers ids with title, state and guidance in text that is not saved, and those of the file first', async () => {
    const editor = await create('offered.ts', '');
    const first = await eventually(async () => {
      const found = await offered(editor, '// @segur SC.SSI/IE.31\nrun();\n// @segur partial │\nrun();\n');
      assert.ok(found.length > 20);
      const [best] = [...found].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
      assert.ok(best);
      assert.equal(labelOf(best), 'SC.SSI/IE.31');
      return best;
    });
    assert.equal(editor.document.isDirty, true);
    assert.ok(typeof first.label !== 'string' && (first.label.description ?? '').length > 3);
    assert.match(first.filterText ?? '', /^SC\.SSI\/IE\.31 IE\.31 \S/);
    const { documentation } = first;
    assert.ok(documentation instanceof vscode.MarkdownString);
    assert.match(documentation.value, /IE\\?\.31/);
    assert.match(documentation.value, /FAQ/);
  });

  it('stays out of code, strings and notes', async () => {
    const editor = await create('silent.ts', '');
    await eventually(async () => assert.ok((await offered(editor, '// @segur │\n')).length > 0));
    for (const text of [
      "const a = '@segur │';\n",
      '// @segur SC.SSI/IE.31 │\n',
      '// @segur SC.SSI/IE.31\nf(a, │);\n',
    ]) {
      assert.deepEqual(await offered(editor, text), [], text);
    }
  });
});
