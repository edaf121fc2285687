import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, at, closeEditors, create, eventually, open, read } from './workspace';

// @segur ST.PRF.06
describe('proofs', () => {
  let project: string;
  /** Folders of proofs that did not exist. */
  const begun: string[] = [];

  beforeEach(async () => {
    project = await read('segur.yaml');
  });

  afterEach(async () => {
    await closeEditors();
    for (const folder of begun.splice(0)) {
      await vscode.workspace.fs.delete(at(`preuves/${folder}`), { recursive: true });
    }
    await vscode.workspace.fs.writeFile(at('segur.yaml'), new TextEncoder().encode(project));
    const document = await vscode.workspace.openTextDocument(at('segur.yaml'));
    await eventually(() => assert.equal(document.getText(), project));
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
    assert.ok(
      written.includes(project.slice(0, project.indexOf('decisions:')).trimEnd()),
      'all that stood there stays',
    );
    assert.match(
      written,
      /- for: SC\.SSI\/GEN\.15\n {4}kind: documentation\n {4}files: preuves\/GEN\.15\/\S+\.md\n {4}date: \d{4}-\d\d-\d\d\n {4}version: 4\.2\.0\n/u,
    );
    await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode('# Écrit\n'));
    await vscode.commands.executeCommand('segur.createProofDocument', 'SC.SSI/GEN.15', 'documentation');
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), '# Écrit\n');
    assert.equal(await read('segur.yaml'), written);
  });

  it('are all declared when several commands edit segur.yaml at the same time', async () => {
    const ids = ['GEN.12', 'GEN.16', 'GEN.17', 'IE.30'];
    begun.push(...ids);
    await Promise.all(
      ids.map((id) => vscode.commands.executeCommand('segur.createProofDocument', `SC.SSI/${id}`, 'documentation')),
    );
    const written = await read('segur.yaml');
    for (const id of ids) {
      const entries = written.split(`- for: SC.SSI/${id}\n    kind: documentation\n    files: preuves/${id}/`);
      assert.equal(entries.length, 2, `${id}\n${written}`);
    }
    const lines = new Set(written.split('\n'));
    assert.deepEqual(
      project.split('\n').filter((line) => !lines.has(line)),
      [],
      'all that stood there stays',
    );
    assert.equal(written.match(/^proofs:/gmu)?.length, 1);
  });

  it('are declared in an unsaved text though the file on disk is another by now: neither is lost', async () => {
    const { document } = await open('segur.yaml');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# pas enregistré\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const theirs = `${project}# par quelqu’un d’autre\n`;
    await vscode.workspace.fs.writeFile(at('segur.yaml'), new TextEncoder().encode(theirs));
    begun.push('GEN.16');
    await vscode.commands.executeCommand('segur.createProofDocument', 'SC.SSI/GEN.16', 'documentation');
    assert.ok(document.isDirty);
    assert.ok(document.getText().startsWith('# pas enregistré\n'), document.getText());
    assert.match(document.getText(), /- for: SC\.SSI\/GEN\.16\n {4}kind: documentation\n/u);
    assert.equal(await read('segur.yaml'), theirs, 'what the other one wrote stays until the user decides');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually(() => assert.equal(document.getText(), theirs));
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
    assert.equal(document.getText(), `# pas enregistré\n${project}`, 'one undo brings all of it back');
  });
});
