import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, create, eventually, open, positionOf, read } from './workspace';

/** Where the link on a text leads, `undefined` where it leads nowhere and without one. */
async function target(document: vscode.TextDocument, text: string): Promise<string | undefined> {
  const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
  const position = positionOf(document, text);
  return links.find(({ range }) => range.contains(position))?.target?.toString();
}

describe('links in the project file', () => {
  let saved = '';
  before(async () => (saved = await read('segur.yaml')));
  afterEach(closeEditors);
  after(() => vscode.workspace.fs.writeFile(at('segur.yaml'), new TextEncoder().encode(saved)));

  it('lead to proofs, to the first file of a glob, and to the Web', async () => {
    const { document } = await open('segur.yaml');
    await eventually(async () => {
      const proof = 'preuves/GEN.21/procedure-sauvegarde.md';
      assert.equal(await target(document, proof), at(proof).toString());
      assert.match((await target(document, 'preuves/IE.38/*.png')) ?? '', /\/preuves\/IE\.38\/[^/*]+\.png$/u);
      assert.equal(await target(document, 'https://suivi'), 'https://suivi.exemple.invalid/veille-et-correctifs');
      assert.match((await target(document, 'builtin:segur-v2')) ?? '', /^segur-catalog:\/segur-v2\.yaml$/u);
    });
  });

  it('lead nowhere as long as no file is there, and to it once it came', async () => {
    const editor = await open('segur.yaml');
    const missing = 'preuves/IE.31/changement-de-coordonnee.mp4';
    assert.equal(await target(editor.document, missing), undefined);
    await vscode.workspace.fs.writeFile(at(missing), new Uint8Array([1]));
    try {
      await eventually(async () => assert.equal(await target(editor.document, missing), at(missing).toString()));
    } finally {
      // Other tests go by it that it is missing.
      await vscode.workspace.fs.delete(at(missing));
    }
  });

  it('follow text that is not saved, and never leave the folder', async () => {
    const editor = await open('segur.yaml');
    const written =
      "  - { for: SC.SSI/IE.40, kind: autre, files: README.md }\n  - { for: SC.SSI/IE.40, kind: autre, files: '../outside.md' }\n";
    await editor.edit((edit) => edit.insert(positionOf(editor.document, '  # Bientôt'), written));
    await eventually(async () => assert.equal(await target(editor.document, 'README.md'), at('README.md').toString()));
    assert.equal(await target(editor.document, '../outside.md'), undefined);
  });

  it('are none in code: definitions lead from ids to the catalogue', async () => {
    const { document } = await create('links.ts', '// @segur SC.SSI/IE.38\nexport const linked = 1;\n');
    assert.equal(await target(document, 'SC.SSI/IE.38'), undefined);
  });
});
