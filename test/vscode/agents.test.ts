import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, create, open } from './workspace';

const contacts = 'services/comptes/src/contacts.ts';

/** What an agent of the editor is told. */
async function ask(name: string, input: object = {}, token?: vscode.CancellationToken): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined }, token);
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

// @segur ST.AGT.01
describe('the questions of agents', () => {
  afterEach(closeEditors);

  it('are offered to them with a schema each', () => {
    const names = vscode.lm.tools.filter(({ tags }) => tags.includes('segur')).map(({ name }) => name);
    assert.deepEqual(names.sort(), [
      'segur_changes',
      'segur_faq',
      'segur_gaps',
      'segur_places',
      'segur_requirement',
      'segur_search',
    ]);
  });

  it('search the requirements and the FAQ', async () => {
    const text = await ask('segur_search', { query: 'mot de passe' });
    assert.match(text, /^- SC\.SSI\/\S+ — “/mu);
    const [, id] = /^- (a\d+\S*) — “/mu.exec(text) ?? [];
    assert.ok(id, text);
    assert.match(await ask('segur_faq', { id }), /^> /mu);
  });

  it('tell the state of a requirement, with its code', async () => {
    const text = await ask('segur_requirement', { id: 'ie31' });
    assert.match(text, /^SC\.SSI\/IE\.31 — “/u);
    assert.match(text, /^- services\/comptes\/src\/contacts\.ts:\d+ .* — method “Contacts\./mu);
    assert.match(await ask('segur_requirement', { id: 'SC.SSI/IE.99' }), /^- SC\.SSI\/IE\./mu);
  });

  it('tell what is missing', async () => {
    assert.match(await ask('segur_gaps', { limit: 1 }), /^## “[^]*^- SC\.[^]*offset 1\)$/mu);
  });

  it('tell what a file speaks of, by its path from the folder or whole', async () => {
    for (const file of [contacts, at(contacts).fsPath, at(contacts).toString(), `./${contacts}`]) {
      assert.match(await ask('segur_places', { file }), /^What services\/comptes\/src\/contacts\.ts speaks of/u, file);
    }
    assert.match(await ask('segur_places', { file: '../elsewhere.ts' }), /is not in this folder/u);
  });

  it('take text that is not saved into account, and tell what changed', async () => {
    await ask('segur_changes');
    const editor = await create('asked.ts', 'export function asked() {}\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// @segur todo SC.SSI/IE.33\n'));
    assert.equal(editor.document.isDirty, true);
    // At once: no pause in typing is waited for.
    assert.match(
      await ask('segur_places', { file: 'asked.ts' }),
      /SC\.SSI\/IE\.33 — asked\.ts:1 .* — function “asked”/u,
    );
    const told = await ask('segur_changes');
    assert.match(told, /Annotations added \(1\)[^]*- SC\.SSI\/IE\.33 — asked\.ts:1/u);
    assert.match(await ask('segur_changes'), /^Nothing changed/u);
    await editor.document.save();
  });

  it('say what is wrong with a question', async () => {
    await assert.rejects(ask('segur_places'), /Give "id"/u);
    await assert.rejects(ask('segur_requirement', { id: 'IE.31', folder: 'nowhere' }), /no folder "nowhere"/u);
  });

  it('end when they are cancelled', async () => {
    await open(contacts);
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    await assert.rejects(ask('segur_gaps', {}, source.token));
    source.dispose();
  });
});
