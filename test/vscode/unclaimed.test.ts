import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InternalApi } from '../../src/vscode/activate';
import { extensionId } from '../../src/vscode/ids';
import { answered, at, closeEditors, create, eventually, open, read } from './workspace';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
const write = (path: string, text: string) => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));

async function api(): Promise<InternalApi> {
  const extension = vscode.extensions.getExtension<InternalApi>(extensionId);
  assert.ok(extension);
  return extension.activate();
}

describe('unclaimed code', () => {
  let project: string;

  before(async () => {
    project = await read('segur.yaml');
    await write('segur.yaml', project.replace('\nscan:\n', "\nscan:\n  sensitive: ['unclaimed/**']\n"));
    await write(
      'unclaimed/keys.ts',
      'export function make() {\n  return 1;\n}\n\nexport function keep() {\n  return 2;\n}\n',
    );
  });

  after(async () => {
    await closeEditors();
    await write('segur.yaml', project);
    await vscode.workspace.fs.delete(at('unclaimed'), { recursive: true });
    const { sessions } = await api();
    await eventually(async () => {
      await sessions.settled();
      assert.deepEqual(sessions.all[0]?.files.project.scan.sensitive, []);
    });
  });

  const unclaimed = async (): Promise<string[]> => {
    const report = await (await api()).sessions.all[0]?.files.sensitive?.report();
    return (report?.folders ?? []).flatMap(({ files }) =>
      files.flatMap(({ file, unclaimed: units }) => units.map(({ name }) => `${file} ${name}`)),
    );
  };

  it('is found where the project file declares it, and no longer once it is annotated from its row', async () => {
    await eventually(async () =>
      assert.deepEqual(await unclaimed(), ['unclaimed/keys.ts make', 'unclaimed/keys.ts keep']),
    );
    const session = (await api()).sessions.all[0];
    assert.ok(session);
    const row = { kind: 'leaf', leaf: { code: { session, file: 'unclaimed/keys.ts', line: 4 } } };
    await answered('segur.annotate', row);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor && vscode.workspace.asRelativePath(editor.document.uri), 'unclaimed/keys.ts');
    assert.match(editor?.document.lineAt(4).text ?? '', /^\/\/ @segur /u);
    await eventually(async () => assert.deepEqual(await unclaimed(), ['unclaimed/keys.ts make']));
  });

  it('is shown in the view by its command', async () => {
    await run('segur.showUnclaimed');
    assert.equal((await api()).requirements.visible, true);
  });
});

describe('the requirements of a file', () => {
  afterEach(async () => {
    await run('workbench.action.closeQuickOpen');
    await closeEditors();
  });

  it('lead to where it names them', async () => {
    await create('served.ts', 'export const a = 1;\n// @segur SC.SSI/IE.38\nexport const here = 1;\n');
    await open('services/comptes/src/account.ts');
    await run('segur.showFileRequirements', at('served.ts'));
    await eventually(async () => {
      await run('workbench.action.acceptSelectedQuickOpenItem');
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor && vscode.workspace.asRelativePath(editor.document.uri), 'served.ts');
      assert.equal(editor?.selection.active.line, 1);
    });
    await vscode.workspace.fs.delete(at('served.ts'));
  });
});
