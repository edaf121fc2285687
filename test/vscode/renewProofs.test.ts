import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, at, closeEditors, eventually, open, read } from './workspace';

async function exists(path: string): Promise<boolean> {
  return vscode.workspace.fs.stat(at(path)).then(
    () => true,
    () => false,
  );
}

describe('proofs that are declared', () => {
  let project: string;
  const folder = 'preuves/GEN.15 à trier';

  beforeEach(async () => {
    project = await read('segur.yaml');
    await vscode.workspace.fs.writeFile(at(`${folder}/écran un.png`), new TextEncoder().encode('png'));
    await vscode.workspace.fs.writeFile(at(`${folder}/vue.png`), new TextEncoder().encode('png'));
  });

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.writeFile(at('segur.yaml'), new TextEncoder().encode(project));
    await vscode.workspace.fs.delete(at(folder), { recursive: true });
    if (await exists('segur.lock.json')) {
      await vscode.workspace.fs.delete(at('segur.lock.json'));
    }
    const document = await vscode.workspace.openTextDocument(at('segur.yaml'));
    await eventually(() => assert.equal(document.getText(), project));
  });

  async function declare(entry: string): Promise<{ uri: string; index: number }> {
    const text = project.replace('proofs:\n', `proofs:\n${entry}`);
    await vscode.workspace.fs.writeFile(at('segur.yaml'), new TextEncoder().encode(text));
    const { document } = await open('segur.yaml');
    await eventually(() => assert.equal(document.getText(), text));
    return { uri: document.uri.toString(), index: 0 };
  }

  it('get the names of the rule, on the disk, in segur.yaml and in what was accepted', async () => {
    const place = await declare(
      `  - for: SC.SSI/GEN.15 # ici\n    kind: capture\n    files: ["${folder}/écran un.png", "${folder}/v*.png"]\n    date: 2026-09-01\n`,
    );
    const sha256 = 'a'.repeat(64);
    const lock = JSON.stringify({ version: 1, proofs: [{ file: `${folder}/vue.png`, sha256 }] });
    await vscode.workspace.fs.writeFile(at('segur.lock.json'), new TextEncoder().encode(lock));
    // Where an earlier test left it open, VS Code takes the new text in a moment later.
    await eventually(async () => {
      assert.equal((await vscode.workspace.openTextDocument(at('segur.lock.json'))).getText(), lock);
    });
    await vscode.commands.executeCommand('segur.renameProofFiles', place);
    const first = `${folder}/SC.SSI-GEN.15_capture_2026-09-01-2.png`;
    const second = `${folder}/SC.SSI-GEN.15_capture_2026-09-01.png`;
    assert.deepEqual(
      await Promise.all([exists(first), exists(second), exists(`${folder}/vue.png`), exists(`${folder}/écran un.png`)]),
      [true, true, false, false],
    );
    const written = await read('segur.yaml');
    assert.ok(
      written.includes(`for: SC.SSI/GEN.15 # ici\n    kind: capture\n    files: ["${first}", "${second}"]\n`),
      written,
    );
    assert.equal(await read('segur.lock.json'), lock.replace('vue.png', 'SC.SSI-GEN.15_capture_2026-09-01.png'));
    // They follow the rule now.
    await vscode.commands.executeCommand('segur.renameProofFiles', place);
    assert.equal(await read('segur.yaml'), written);
  });

  it('keep their names where a file that is no proof has the new one', async () => {
    const taken = `${folder}/SC.SSI-GEN.15_capture_2026-09-01.png`;
    await vscode.workspace.fs.writeFile(at(taken), new TextEncoder().encode('autre'));
    const place = await declare(
      `  - { for: SC.SSI/GEN.15, kind: capture, files: "${folder}/vue.png", date: 2026-09-01 }\n`,
    );
    const text = await read('segur.yaml');
    await vscode.commands.executeCommand('segur.renameProofFiles', place);
    assert.ok(await exists(`${folder}/vue.png`));
    assert.equal(await read(taken), 'autre');
    assert.equal(await read('segur.yaml'), text);
  });

  it('are renewed: today, a last day as far away as before, the version of now', async () => {
    const place = await declare(
      `  - for: SC.SSI/GEN.15\n    kind: attestation\n    files: "${folder}/vue.png"\n    date: 2025-01-01\n    expires: 2025-12-31 # un an\n    version: 4.1.0\n`,
    );
    await answered('segur.renewProof', place);
    const added = (await read('segur.yaml')).slice(project.indexOf('proofs:\n'));
    const [, date = '', expires = ''] =
      /date: (\d{4}-\d\d-\d\d)\n {4}expires: (\d{4}-\d\d-\d\d) # un an\n {4}version: 4\.2\.0\n/u.exec(added) ?? [];
    assert.equal((Date.parse(expires) - Date.parse(date)) / 86_400_000, 364);
    assert.ok(Math.abs(Date.now() - Date.parse(date)) < 2 * 86_400_000, date);
  });

  it('offer all of that, and a document, in segur.yaml', async () => {
    await declare(
      `  - for: SC.SSI/GEN.15\n    kind: attestation\n    files: "${folder}/vue.png"\n    date: 2025-01-01\n    expires: 2025-12-31\n`,
    );
    const { document, selection } = await open('segur.yaml', 'kind: attestation');
    await eventually(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        selection,
      );
      const titles = actions.map(({ title }) => title);
      assert.ok(titles.includes('Renew this proof…'), titles.join(' | '));
      assert.ok(titles.includes('Rename the files of this proof to the naming rule'), titles.join(' | '));
      assert.ok(titles.includes('Create a proof document for SC.SSI/GEN.15…'), titles.join(' | '));
    });
  });
});
