import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { at, closeEditors, eventually, folder, open, positionOf } from './workspace';

const FILE = 'histoire é.ts';
const LOCK = 'segur.lock.json';
const REPOSITORY = 'segur.reports.repository';
const ID = 'SC.SSI/GEN.07';
const code = (body: string): string =>
  `// @segur ${ID}\nexport function remember() {\n  return ${body};\n}\n\nexport function other() {\n  return 0;\n}\n`;

function git(args: readonly string[], day = '2026-01-10'): void {
  const date = `${day}T12:00:00+0000`;
  const own = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgSign=false'];
  execFileSync('git', [...own, '-C', folder().fsPath, ...args], {
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
}

async function commit(day: string, body: string): Promise<void> {
  await write(FILE, code(body));
  git(['add', '--', FILE]);
  git(['commit', '--quiet', '-m', day], day);
}

function codesIn(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'segur')
    .map(({ code: one }) => String(typeof one === 'object' ? one.value : one));
}

// @segur ST.REV.02
describe('the history of the code', () => {
  let project = '';

  before(async () => {
    project = new TextDecoder().decode(await vscode.workspace.fs.readFile(at('segur.yaml')));
    git(['init', '--quiet']);
    await commit('2026-01-10', '1');
  });

  after(async () => {
    await closeEditors();
    await write('segur.yaml', project);
    await vscode.workspace.fs.delete(at('.git'), { recursive: true });
    await vscode.workspace.fs.delete(at(FILE));
    await vscode.workspace.fs.delete(at(LOCK)).then(undefined, () => undefined);
  });

  it('is where exports lead, at the commit of the folder, once the address of the repository is set', async () => {
    const settings = vscode.workspace.getConfiguration(undefined, folder());
    const target = at('out/repository.html');
    const head = execFileSync('git', ['-C', folder().fsPath, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
    const exported = async (): Promise<string> => {
      await vscode.commands.executeCommand('segur.exportMatrix', { formats: ['html'], target });
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    };
    const contacts = 'services/comptes/src/contacts.ts';
    try {
      assert.ok((await exported()).includes(`href="../${contacts}"`));
      await settings.update(REPOSITORY, 'https://git.example/a/b', vscode.ConfigurationTarget.Global);
      assert.ok((await exported()).includes(`href="https://git.example/a/b/blob/${head}/${contacts}#L`));
      await settings.update(REPOSITORY, 'command:run', vscode.ConfigurationTarget.Global);
      assert.ok((await exported()).includes(`href="../${contacts}"`));
    } finally {
      await settings.update(REPOSITORY, undefined, vscode.ConfigurationTarget.Global);
      await closeEditors();
      await vscode.workspace.fs.delete(target);
    }
  });

  it('tells that a proof is older than the code, as soon as the code is committed', async () => {
    const entry = `\n  - { for: ${ID}, kind: capture, value: histoire, date: 2026-02-01 }\n`;
    await write('segur.yaml', project.replace('proofs:\n', `proofs:${entry}`));
    const older = (): number => codesIn(at('segur.yaml')).filter((one) => one === 'proof.older-than-code').length;
    await eventually(() => assert.ok(vscode.workspace.isTrusted));
    await commit('2026-03-10', '2');
    await eventually(() => assert.equal(older(), 1));
    // Back as it was on the day of the proof.
    await commit('2026-04-10', '1');
    await eventually(() => assert.equal(older(), 0));
  });

  it('shows what changed since a link was accepted, as it was and as it is', async () => {
    await closeEditors();
    const editor = await open(FILE);
    const position = positionOf(editor.document, ID);
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('segur.accept');
    const start = positionOf(editor.document, 'return 1');
    await editor.edit((edit) => edit.replace(new vscode.Range(start, start.translate(0, 8)), 'return 3'));
    await eventually(() => assert.deepEqual(codesIn(editor.document.uri), ['annotation.suspect']));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      new vscode.Range(position, position),
    );
    const { command } = actions.find(({ title }) => title.startsWith('Show what changed')) ?? {};
    assert.ok(command, actions.map(({ title }) => title).join(' | '));
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    const { input, label } = await eventually(() => {
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
      return { input: tab.input, label: tab.label };
    });
    assert.match(label, /^remember: as accepted \(2026-04-10, commit [0-9a-f]{8}\) ↔ now$/u);
    const text = async (uri: vscode.Uri): Promise<string> => (await vscode.workspace.openTextDocument(uri)).getText();
    assert.equal(await text(input.original), 'export function remember() {\n  return 1;\n}\n');
    assert.equal(await text(input.modified), 'export function remember() {\n  return 3;\n}\n');
    assert.equal(input.original.scheme, 'segur-change');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
