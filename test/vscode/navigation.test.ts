import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ownCatalog, withOwnCatalog } from './ownCatalog';
import { closeEditors, create, eventually, open, positionOf } from './workspace';

type Found = vscode.Location | vscode.LocationLink;

const placeOf = (found: Found): string => {
  const uri = 'targetUri' in found ? found.targetUri : found.uri;
  const range = 'targetUri' in found ? found.targetRange : found.range;
  return `${uri.scheme === 'segur-catalog' ? uri.toString() : vscode.workspace.asRelativePath(uri, false)}:${range.start.line + 1}`;
};

/** At the first place of a text. */
async function ask<T>(command: string, document: vscode.TextDocument, text: string): Promise<T[]> {
  return (
    (await vscode.commands.executeCommand<T[] | undefined>(command, document.uri, positionOf(document, text))) ?? []
  );
}

const definitions = (document: vscode.TextDocument, text: string): Promise<Found[]> =>
  ask('vscode.executeDefinitionProvider', document, text);

const references = async (document: vscode.TextDocument, text: string): Promise<string[]> =>
  (await ask<vscode.Location>('vscode.executeReferenceProvider', document, text)).map(placeOf);

const highlights = async (document: vscode.TextDocument, text: string): Promise<string[]> =>
  (await ask<vscode.DocumentHighlight>('vscode.executeDocumentHighlights', document, text)).map(
    ({ range, kind }) => `${range.start.line + 1} ${document.getText(range)} ${kind ?? ''}`,
  );

// @segur ST.EDT.07
describe('moving around by ids', () => {
  afterEach(closeEditors);

  it('leads to the entry of the catalogue that ships, which nobody can change', async () => {
    const { document } = await open('services/comptes/src/sessions.ts');
    const [found] = await eventually(async () => {
      const places = await definitions(document, 'SC.SSI/IE.38');
      assert.equal(places.length, 1);
      return places;
    });
    assert.ok(found && 'targetUri' in found);
    assert.ok(found.originSelectionRange && document.getText(found.originSelectionRange) === 'SC.SSI/IE.38');
    const editor = await vscode.window.showTextDocument(found.targetUri, { selection: found.targetRange });
    assert.equal(editor.document.getText(editor.selection), 'SC.SSI/IE.38');
    assert.equal(editor.document.languageId, 'yaml');
    assert.equal(vscode.workspace.fs.isWritableFileSystem(found.targetUri.scheme) ?? false, false);
    await eventually(async () => {
      const places = await references(editor.document, 'SC.SSI/IE.38');
      assert.ok(
        places.some((place) => place.startsWith('services/comptes/src/sessions.ts:')),
        places.join(),
      );
    });
  });

  it('leads from segur.yaml to the catalogue, and from what is not saved', async () => {
    const editor = await open('segur.yaml');
    await eventually(async () =>
      assert.match((await definitions(editor.document, 'SC.SSI/IE.36')).map(placeOf).join(), /^segur-catalog:/u),
    );
    const text = positionOf(editor.document, 'SC.SSI/IE.36');
    await editor.edit((edit) => edit.replace(new vscode.Range(text, text.translate(0, 12)), 'SC.SSI/IE.77'));
    assert.deepEqual(await definitions(editor.document, 'SC.SSI/IE.77'), []);
    assert.deepEqual(await definitions(editor.document, 'not-applicable'), []);
  });

  it('finds every place of an id from each of them, unsaved text and files of unknown languages too', async () => {
    const files = {
      'a.ts': '// @segur PRJ/GEN.1\nf();\n// @segur todo GEN.1.01, PRJ/GEN.2\ng();\n',
      'b.unknown': '# @segur OLD.1\n',
    };
    await withOwnCatalog(files, async () => {
      const editor = await open('own/a.ts');
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// @segur PRJ/GEN.1-2\nh();\n'));
      const expected = [
        'own/a.ts:1',
        'own/a.ts:3',
        'own/a.ts:5',
        'own/b.unknown:1',
        `${ownCatalog}:12`,
        `${ownCatalog}:4`,
        `${ownCatalog}:6`,
      ];
      const decided = (places: string[]): boolean => places.some((place) => place.startsWith('segur.yaml:'));
      const check = async (document: vscode.TextDocument, text: string): Promise<void> =>
        eventually(async () => {
          const places = await references(document, text);
          assert.deepEqual(places.filter((place) => !place.startsWith('segur.yaml:')).sort(), expected, text);
          assert.ok(decided(places));
        });
      await check(editor.document, 'PRJ/GEN.1\n');
      await check((await open('own/b.unknown')).document, 'OLD.1');
      const catalog = (await open(ownCatalog)).document;
      await check(catalog, 'PRJ/GEN.1\n');
      await check(catalog, 'OLD.1');
      assert.deepEqual((await definitions(editor.document, 'GEN.1.01')).map(placeOf), [`${ownCatalog}:8`]);
      assert.deepEqual((await definitions(editor.document, 'PRJ/GEN.1-2')).map(placeOf), [
        `${ownCatalog}:4`,
        `${ownCatalog}:9`,
      ]);
    });
  });

  it('marks the places of an id in its document, in whatever spelling', async () => {
    const { document } = await create(
      'highlights.py',
      '# @segur SC.SSI/IE.38\nf()\n# @segur ie-38~2024, SC.SSI/IE.39\ng()\n# @segur IE.37-38\nh()\nx = "@segur SC.SSI/IE.38"\n',
    );
    await eventually(async () =>
      assert.deepEqual(await highlights(document, 'SC.SSI/IE.38'), ['1 SC.SSI/IE.38 1', '3 ie-38 1', '5 IE.37-38 1']),
    );
    const { document: project } = await open('segur.yaml');
    await eventually(async () =>
      assert.match((await highlights(project, 'SC.SSI/IE.38')).join(), /SC\.SSI\/IE\.38 1/u),
    );
    const { document: code } = await create('highlights.txt', 'word SC.SSI/IE.38 word\n');
    assert.deepEqual(
      (await highlights(code, 'word')).filter((mark) => !mark.includes(' word ')),
      [],
    );
  });
});
