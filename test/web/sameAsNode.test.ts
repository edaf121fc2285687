import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InternalApi } from '../../src/vscode/activate';
import { at, closeEditors, create, eventually, read } from '../vscode/workspace';
import { beside } from './beside';

async function api(): Promise<InternalApi> {
  const extension = vscode.extensions.getExtension<InternalApi>('segur-trace.segur-trace');
  assert.ok(extension);
  return extension.activate();
}

async function matrixHere(): Promise<string> {
  await vscode.commands.executeCommand('segur.exportMatrix', { formats: ['json'], target: at('out/web.json') });
  return read('out/web.json');
}

// @segur ST.SCN.04
describe('the extension in the browser', () => {
  afterEach(closeEditors);

  it('runs in an extension host without Node', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(
      typeof (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node,
      'undefined',
    );
  });

  it('writes the very matrix that the command on Node writes of the same folder', async () => {
    const [session] = (await api()).sessions.all;
    assert.ok(session);
    await session.settled();
    const expected = new TextDecoder().decode(await vscode.workspace.fs.readFile(beside('expected.json')));
    assert.ok(JSON.parse(expected));
    assert.equal(await matrixHere(), expected);
  });

  it('reads as many files as the command does', async () => {
    const [session] = (await api()).sessions.all;
    const expected = JSON.parse(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(beside('expected-links.json'))),
    ) as { stats: { matched: number } };
    assert.equal(session?.files.stats?.matched, expected.stats.matched);
  });

  it('takes in what is typed, and forgets it with the editor', async () => {
    const editor = await create('typed-here.py', 'x = 1\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# @segur SC.SSI/IE.39\n'));
    await eventually(async () => assert.deepEqual(await placesIn('typed-here.py'), ['typed-here.py:1']));
    await closeEditors();
    await eventually(async () => assert.deepEqual(await placesIn('typed-here.py'), []));
  });

  it('takes in files that come, change and go', async () => {
    const write = (text: string) => vscode.workspace.fs.writeFile(at('new/came.py'), new TextEncoder().encode(text));
    await write('# @segur SC.SSI/IE.39\n');
    await eventually(async () => assert.deepEqual(await placesIn('new/came.py'), ['new/came.py:1']));
    await write('#\n# @segur SC.SSI/IE.39\n');
    await eventually(async () => assert.deepEqual(await placesIn('new/came.py'), ['new/came.py:2']));
    await vscode.workspace.fs.delete(at('new'), { recursive: true });
    await eventually(async () => assert.deepEqual(await placesIn('new/came.py'), []));
  });

  it('obeys an ignore file that comes', async () => {
    await vscode.workspace.fs.writeFile(at('gen/out.py'), new TextEncoder().encode('# @segur SC.SSI/IE.39\n'));
    await eventually(async () => assert.deepEqual(await placesIn('gen/out.py'), ['gen/out.py:1']));
    await vscode.workspace.fs.writeFile(at('gen/.gitignore'), new TextEncoder().encode('*.py\n'));
    await eventually(async () => assert.deepEqual(await placesIn('gen/out.py'), []));
  });
});

async function placesIn(file: string): Promise<string[]> {
  const links = (await api()).sessions.all[0]?.trace.requirement('SC.SSI/IE.39')?.links ?? [];
  return links.filter((link) => link.file === file).map(({ range }) => `${file}:${range.start.line + 1}`);
}
