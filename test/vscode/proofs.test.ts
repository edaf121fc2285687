import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, create, eventually, open, read } from './workspace';

/** Runs a command and takes every answer that it proposes. */
async function answered(...command: readonly [string, ...unknown[]]): Promise<void> {
  let isOver = false;
  const over = Promise.resolve(vscode.commands.executeCommand(...(command as [string]))).finally(() => (isOver = true));
  await eventually(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.ok(isOver);
  });
  await over;
}

describe('proofs', () => {
  let before: string;

  beforeEach(async () => {
    before = await read('segur.yaml');
  });

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.writeFile(at('segur.yaml'), new TextEncoder().encode(before));
    const document = await vscode.workspace.openTextDocument(at('segur.yaml'));
    await eventually(() => assert.equal(document.getText(), before));
  });

  it('are begun as documents, declared and opened, and never written over', async () => {
    await vscode.commands.executeCommand('segur.createProofDocument', 'SC.SSI/GEN.15', 'documentation');
    const document = await eventually(() => {
      const active = vscode.window.activeTextEditor?.document;
      assert.match(active?.uri.path ?? '', /\/preuves\/GEN\.15\/[^/]+\.md$/u);
      assert.ok(active);
      return active;
    });
    assert.match(document.getText(), /\| Produit \| Dossier Patient \(fictif\) \|\n\| Version \| 4\.2\.0 \|/u);
    const written = await read('segur.yaml');
    assert.ok(written.includes(before.slice(0, before.indexOf('decisions:')).trimEnd()), 'all that stood there stays');
    assert.match(
      written,
      /- for: SC\.SSI\/GEN\.15\n {4}kind: documentation\n {4}files: preuves\/GEN\.15\/\S+\.md\n {4}date: \d{4}-\d\d-\d\d\n {4}version: 4\.2\.0\n/u,
    );
    await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode('# Écrit\n'));
    await vscode.commands.executeCommand('segur.createProofDocument', 'SC.SSI/GEN.15', 'documentation');
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), '# Écrit\n');
    assert.equal(await read('segur.yaml'), written);
  });

  it('are declared by their files, one entry a kind, in the unsaved text of segur.yaml', async () => {
    await create('preuves/GEN.15/vue.png', 'png');
    await create('preuves/GEN.15/procédure.pdf', 'pdf');
    await closeEditors();
    const { document } = await open('segur.yaml');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# pas enregistré\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const files = [at('preuves/GEN.15/vue.png'), at('preuves/GEN.15/procédure.pdf'), at('preuves')];
    await answered('segur.addProof', 'SC.SSI/GEN.15', files);
    assert.ok(document.isDirty);
    assert.ok(document.getText().startsWith('# pas enregistré\n'));
    assert.match(
      document.getText(),
      /kind: capture\n {4}files: preuves\/GEN\.15\/vue\.png\n {4}date: \d{4}-\d\d-\d\d\n {4}author: \S/u,
    );
    assert.match(document.getText(), /files: preuves\/GEN\.15\/procédure\.pdf\n/u);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), `# pas enregistré\n${before}`, 'one undo brings all of it back');
  });
});
