import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, create, eventually, open } from './workspace';

const contacts = 'services/comptes/src/contacts.ts';

/** « name | detail » of the symbols of a document, whoever gives them. */
async function outline(document: vscode.TextDocument): Promise<string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const flat = (some: readonly vscode.DocumentSymbol[]): string[] =>
    some.flatMap(({ name, detail, children }) => [`${name} | ${detail}`, ...flat(children)]);
  return flat(symbols ?? []);
}

const ours = async (document: vscode.TextDocument) =>
  (await outline(document)).filter((line) => line.startsWith('SC.SSI/'));

describe('the symbols of a file', () => {
  afterEach(closeEditors);

  it('have the annotations, with title, verb, state and code', async () => {
    const { document } = await open(contacts);
    await eventually(async () =>
      assert.match(
        (await ours(document))[0] ?? '',
        /^SC\.SSI\/IE\.31 Vérification .* \| implements · partial · Contacts\.declare$/u,
      ),
    );
  });

  it('follow text that is not saved, in a file of any language', async () => {
    const editor = await create('outline.unknown-language', 'x\n');
    assert.deepEqual(await outline(editor.document), []);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '# @segur todo SC.SSI/IE.38\ny\n'));
    await eventually(async () =>
      assert.match((await ours(editor.document))[0] ?? '', /^SC\.SSI\/IE\.38 .* \| to do · /u),
    );
  });

  it('are none of ours where nothing is annotated', async () => {
    const { document } = await create('nothing.txt', 'SC.SSI/IE.38\n');
    assert.deepEqual(await outline(document), []);
  });

  it('are the proofs and decisions of the project file', async () => {
    const { document } = await open('segur.yaml');
    await eventually(async () => {
      const lines = await outline(document);
      assert.ok(
        lines.includes('SC.SSI/GEN.21 | documentation · preuves/GEN.21/procedure-sauvegarde.md'),
        lines.join('\n'),
      );
      assert.ok(
        lines.some((line) => line.startsWith('SC.SSI/IE.37 | not applicable · Le produit redemande')),
        lines.join('\n'),
      );
    });
  });
});

describe('the symbols of the workspace', () => {
  afterEach(closeEditors);

  const find = async (query: string) =>
    (
      await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query)
    ).filter(({ name }) => name.startsWith('SC.SSI/'));

  it('are requirements, which open where their catalogue has them', async () => {
    await eventually(async () => {
      const [requirement, ...others] = (await find('gen21')).filter(({ kind }) => kind === vscode.SymbolKind.Interface);
      assert.match(requirement?.name ?? '', /^SC\.SSI\/GEN\.21 Procédure de sauvegarde/u);
      assert.equal(others.length, 0);
      assert.ok(requirement);
      const { document } = await vscode.window.showTextDocument(requirement.location.uri);
      assert.match(document.getText(requirement.location.range), /GEN\.21/u);
    });
  });

  it('are the places that speak of them, those of unsaved text too', async () => {
    const editor = await create('place.py', 'x = 1\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# @segur SC.SSI/IE.38\n'));
    await eventually(async () => {
      const places = (await find('procedure')).length;
      assert.ok(places > 0);
      const found = (await find('ie.38')).find(({ location }) => location.uri.path.endsWith('/place.py'));
      assert.equal(found?.location.range.start.line, 0);
    });
  });

  it('are none for a query that is empty', async () => {
    assert.deepEqual(await find(''), []);
  });
});
