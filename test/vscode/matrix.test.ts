import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import * as vscode from 'vscode';
import { at, closeEditors, create, read } from './workspace';

const formats = ['html', 'md', 'csv', 'json', 'xlsx'];

async function exportTo(name: string): Promise<string[]> {
  const written = await vscode.commands.executeCommand<readonly vscode.Uri[]>('segur.exportMatrix', {
    formats,
    target: at(name),
  });
  return written.map((uri) => uri.path.slice(uri.path.lastIndexOf('/') + 1));
}

/** The text of all parts of a workbook. */
async function workbookText(path: string): Promise<string> {
  const parts = unzipSync(await vscode.workspace.fs.readFile(at(path)));
  return Object.values(parts)
    .map((part) => new TextDecoder().decode(part))
    .join('\n');
}

// @segur ST.OUT.01
describe('export traceability matrix', () => {
  let written: string[];
  before(async () => {
    written = await exportTo('out/matrix.html');
  });
  after(closeEditors);

  it('writes one file a format', () => {
    assert.deepEqual(written, ['matrix.html', 'matrix.md', 'matrix.csv', 'matrix.json', 'matrix.xlsx']);
  });

  it('has the same requirements in every format, with the code that answers them', async () => {
    for (const name of written) {
      const text = name.endsWith('.xlsx') ? await workbookText(`out/${name}`) : await read(`out/${name}`);
      assert.match(text, /SC\.SSI\/IE\.31/, name);
      assert.match(text, /services\/comptes\/src\/contacts\.ts/, name);
    }
  });

  it('writes JSON that can be read and CSV that a French Excel opens rightly', async () => {
    JSON.parse(await read('out/matrix.json'));
    const bytes = await vscode.workspace.fs.readFile(at('out/matrix.csv'));
    assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.match((await read('out/matrix.csv')).split('\r\n')[0] ?? '', /;/);
  });

  it('names the code that the links speak of', async () => {
    const { requirements } = JSON.parse(await read('out/matrix.json')) as {
      readonly requirements: readonly { readonly links: readonly { readonly unit?: { readonly name: string } }[] }[];
    };
    const names = requirements.flatMap(({ links }) => links.flatMap(({ unit }) => unit?.name ?? []));
    assert.ok(names.includes('Contacts.declare'), names.join(', '));
  });

  it('takes in what was typed just before', async () => {
    const editor = await create('typed.py', 'x = 1\n');
    await editor.edit((edit) => edit.insert(editor.selection.active, '# @segur SC.SSI/IE.39\n'));
    await exportTo('out/typed.html');
    assert.match(await read('out/typed.csv'), /typed\.py:1/);
    await closeEditors();
  });

  it('gives the same bytes for the same workspace', async () => {
    await exportTo('out/matrix.html');
    const before = await Promise.all(written.map((name) => read(`out/${name}`)));
    await exportTo('out/matrix.html');
    assert.deepEqual(await Promise.all(written.map((name) => read(`out/${name}`))), before);
  });
});
