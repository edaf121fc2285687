import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, create, eventually } from './workspace';

async function titles(document: vscode.TextDocument): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return lenses.flatMap(({ command, range }) =>
    command?.title === undefined ? [] : [`${range.start.line}: ${command.title}`],
  );
}

const configure = (value: boolean | undefined) =>
  vscode.workspace.getConfiguration().update('segur.codeLens.enabled', value, vscode.ConfigurationTarget.Global);

describe('the lenses above an annotation', () => {
  afterEach(closeEditors);
  after(() => configure(undefined));

  it('tell the state, the other places and the proofs', async () => {
    const { document } = await create('lens.ts', '\n// @segur SC.SSI/IE.31\nexport const lens = 1;\n');
    await eventually(async () => {
      const [state, places, proofs] = await titles(document);
      assert.match(state ?? '', /^1: \$\(color-mode\).Partial/u);
      assert.match(places ?? '', /^1: \d+ other places$/u);
      assert.match(proofs ?? '', /^1: \d\/\d proofs$/u);
    });
  });

  it('follow text that is not saved', async () => {
    const editor = await create('lensTyped.py', 'x = 1\n');
    assert.deepEqual(await titles(editor.document), []);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n# @segur SC.SSI/IE.31\n'));
    await eventually(async () => assert.match((await titles(editor.document))[0] ?? '', /^1: /u));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
    assert.match((await titles(editor.document))[0] ?? '', /^2: /u);
  });

  it('can be switched off', async () => {
    const { document } = await create('lensOff.ts', '// @segur SC.SSI/IE.31\nexport const off = 1;\n');
    await eventually(async () => assert.ok((await titles(document)).length > 0));
    await configure(false);
    assert.deepEqual(await titles(document), []);
    await configure(undefined);
    assert.ok((await titles(document)).length > 0);
  });
});
