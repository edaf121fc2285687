import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, create, eventually, open, read } from './workspace';

/** What is offered at the cursor mark of a text that takes the place of a document's, unsaved. */
async function offered(editor: vscode.TextEditor, text: string): Promise<readonly vscode.CompletionItem[]> {
  const { document } = editor;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await editor.edit((edit) => edit.replace(all, text.replace('│', '')));
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(text.indexOf('│')),
    undefined,
    300,
  );
  return [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

function labels(items: readonly vscode.CompletionItem[]): string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('completion in YAML files of ours', () => {
  afterEach(closeEditors);

  it('offers keys, ids with title and guidance, points and paths in segur.yaml, unsaved as it is', async () => {
    const editor = await open('segur.yaml');
    const keys = await offered(editor, 'version: 1\nproofs:\n  - for: SC.SSI/GEN.21\n    │\n');
    assert.equal(labels(keys)[0], 'kind');
    const ids = await eventually(async () => {
      const found = await offered(editor, 'version: 1\nproofs:\n  - for: │\n');
      assert.ok(labels(found).includes('SC.SSI/GEN.18'));
      return found;
    });
    const item = ids.find((id) => labels([id])[0] === 'SC.SSI/GEN.18');
    assert.ok(item && typeof item.label !== 'string' && (item.label.description ?? '').length > 3);
    assert.ok(item.documentation instanceof vscode.MarkdownString);
    assert.match(item.documentation.value, /FAQ/);
    const points = await offered(editor, 'proofs:\n  - for: SC.SSI/GEN.21\n    covers: [│]\n');
    assert.ok(labels(points).includes('raci'));
    const paths = await offered(editor, 'proofs:\n  - for: SC.SSI/GEN.21\n    files: preuves/GEN.21/│\n');
    assert.deepEqual(labels(paths), ['preuves/GEN.21/procedure-sauvegarde.md']);
    assert.equal(editor.document.isDirty, true);
  });

  it('offers whole entries, ready to be filled in, in their column', async () => {
    const editor = await open('segur.yaml');
    const items = await offered(editor, 'version: 1\nproofs:\n│');
    const entry = items.find(({ insertText }) => insertText instanceof vscode.SnippetString);
    assert.ok(entry?.insertText instanceof vscode.SnippetString);
    const { value } = entry.insertText;
    await offered(editor, 'version: 1\nproofs:\n│');
    await editor.insertSnippet(new vscode.SnippetString(value), new vscode.Position(2, 0), {
      undoStopBefore: false,
      undoStopAfter: false,
      keepWhitespace: true,
    });
    assert.match(
      editor.document.getText(),
      /^version: 1\nproofs:\n {2}- for: \n {4}kind: \w+\n {4}files: \n {4}date: \d/u,
    );
  });

  it('serves the catalogues that a folder names, and no other YAML file', async () => {
    const own = 'own/catalogue.yaml';
    const before = await read('segur.yaml');
    try {
      const editor = await create(own, 'version: 1\nrequirements: []\n');
      const text = 'version: 1\nrequirements:\n  - id: A.1\n    nature: │\n';
      // VS Code proposes words of other documents, as text.
      const ours = (await offered(editor, text)).filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
      assert.ok(!labels(ours).includes('exigence'));
      const named = before.replace("catalogs: ['builtin:segur-v2']", `catalogs: ['builtin:segur-v2', ${own}]`);
      assert.notEqual(named, before);
      await vscode.workspace.fs.writeFile(at('segur.yaml'), new TextEncoder().encode(named));
      await eventually(async () => assert.ok(labels(await offered(editor, text)).includes('exigence')));
    } finally {
      await vscode.workspace.fs.writeFile(at('segur.yaml'), new TextEncoder().encode(before));
      await closeEditors();
      await vscode.workspace.fs.delete(at('own'), { recursive: true });
    }
  });
});
