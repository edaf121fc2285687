import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeLock } from '../../src/evidence/lock';
import { ownCatalog, ownText, saveAll, told, withOwnCatalog, write } from './ownCatalog';
import { at, closeEditors, create, eventually, open, positionOf, read } from './workspace';

function rename(document: vscode.TextDocument, text: string, newId: string): Promise<vscode.WorkspaceEdit> {
  return Promise.resolve(
    vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      positionOf(document, text),
      newId,
    ),
  );
}

function prepare(document: vscode.TextDocument, text: string): Promise<{ placeholder: string; range: vscode.Range }> {
  return Promise.resolve(
    vscode.commands.executeCommand<{ placeholder: string; range: vscode.Range }>(
      'vscode.prepareRename',
      document.uri,
      positionOf(document, text),
    ),
  );
}

// @segur ST.EDT.08
describe('renaming an id', () => {
  afterEach(closeEditors);

  const files = {
    'a.ts':
      '// @segur PRJ/GEN.1 - GEN.1\r\nf();\r\n// @segur todo prj/gen-1~2024, PRJ/GEN.2\r\ng();\r\n// voir PRJ/GEN.1\r\n',
    'b.unknown': '# @segur GEN.1.01\n# @segur OLD.1\n',
    'c.sql': '-- @segur PRJ/GEN.1-3~2\nSELECT 1;\n',
  };

  it('changes every spelling, the proofs and decisions, the catalogue and what was accepted, and nothing else', async () => {
    const accepted = { text: '0123456789abcdef', links: [] };
    const lock = writeLock({ requirements: new Map([['PRJ/GEN.1', accepted]]), proofs: new Map() });
    await withOwnCatalog(files, async () => {
      await write('segur.lock.json', lock);
      try {
        const editor = await open('own/a.ts');
        await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'const x = 1;\r\n'));
        const { placeholder } = await eventually(() => prepare(editor.document, 'prj/gen-1'));
        assert.equal(placeholder, 'PRJ/GEN.1');
        const edit = await eventually(() => rename(editor.document, 'prj/gen-1', 'NEW.7'));
        assert.deepEqual(
          (await told(edit)).map((line) => line.replace(/^segur\.yaml \d+/u, 'segur.yaml')),
          [
            'own/a.ts 2: PRJ/GEN.1 -> NEW.7',
            'own/a.ts 4: prj/gen-1 -> NEW.7',
            'own/a.ts 6: PRJ/GEN.1 -> NEW.7',
            'own/b.unknown 1: GEN.1.01 -> NEW.7.01',
            'own/b.unknown 2: OLD.1 -> NEW.7',
            'own/c.sql 1: PRJ/GEN.1-3 -> NEW.7~2, PRJ/GEN.2~2, PRJ/GEN.3',
            'own/catalogue.yaml 12: PRJ/GEN.1 -> NEW.7',
            'own/catalogue.yaml 4: PRJ/GEN.1 -> NEW.7',
            'own/catalogue.yaml 6:  -> , PRJ/GEN.1',
            'own/catalogue.yaml 8: PRJ/GEN.1.01 -> NEW.7.01',
            'segur.lock.json 4: "PRJ/GEN.1" -> "NEW.7"',
            'segur.yaml: PRJ/GEN.1-2 -> NEW.7, PRJ/GEN.2',
          ],
        );
        assert.ok(await vscode.workspace.applyEdit(edit));
        await saveAll();
        assert.equal(
          await read('own/a.ts'),
          'const x = 1;\r\n// @segur NEW.7 - GEN.1\r\nf();\r\n// @segur todo NEW.7~2024, PRJ/GEN.2\r\ng();\r\n// voir NEW.7\r\n',
        );
        assert.equal(await read('segur.lock.json'), lock.replace('PRJ/GEN.1', 'NEW.7'));
        const expected = ownText.replaceAll('PRJ/GEN.1', 'NEW.7').replace('[OLD.1]', '[OLD.1, PRJ/GEN.1]');
        assert.equal(await read(ownCatalog), expected);
      } finally {
        await vscode.workspace.fs.delete(at('segur.lock.json'));
      }
    });
  });

  it('says why an id cannot be changed, and offers to correct what no catalogue knows', async () => {
    const { document } = await create(
      'rename.py',
      '# @segur SC.SSI/IE.38\nf()\n# @segur SC.SSI/IE.399\ng()\n# @segur IE.38-39\nh()\n',
    );
    await eventually(() => assert.rejects(prepare(document, 'SC.SSI/IE.38\n'), /catalogue that ships/u));
    await assert.rejects(prepare(document, 'f()'), /No requirement/u);
    await assert.rejects(prepare(document, 'IE.38-39'), /several ids/u);
    const edit = await rename(document, 'IE.399', 'ie.38');
    assert.deepEqual(await told(edit), ['rename.py 3: SC.SSI/IE.399 -> SC.SSI/IE.38']);
    await assert.rejects(rename(document, 'IE.399', 'deux mots'), /one id/u);
    await document.save();
  });

  it('leaves other languages their own renaming', async () => {
    const { document } = await create('other.ts', '// @segur SC.SSI/IE.38\nexport function shut(): void {}\n');
    const language = vscode.languages.registerRenameProvider('typescript', {
      provideRenameEdits: ({ uri }, position, name) => {
        const edit = new vscode.WorkspaceEdit();
        const word = document.getWordRangeAtPosition(position);
        if (word) edit.replace(uri, word, name);
        return edit;
      },
    });
    try {
      await eventually(async () => {
        const edit = await rename(document, 'shut', 'open');
        assert.deepEqual(await told(edit), ['other.ts 2: shut -> open']);
      });
    } finally {
      language.dispose();
    }
  });

  it('refuses an id that there is already', async () => {
    await withOwnCatalog({ 'a.ts': '// @segur PRJ/GEN.1\nf();\n' }, async () => {
      const { document } = await open(ownCatalog);
      await eventually(() => assert.rejects(rename(document, 'PRJ/GEN.1\n', 'PRJ/GEN.2'), /id already: Deuxième/u));
      await assert.rejects(rename(document, 'PRJ/GEN.1\n', 'SC.SSI/IE.38'), /id already/u);
    });
  });

  it('writes every byte back that it does not change, and leaves out a file that VS Code reads in another encoding', async () => {
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    const latin = new Uint8Array([...encode('// '), 0xe9, ...encode(' @segur PRJ/GEN.1\n')]);
    const units = Array.from({ length: 24 }, (_, at) => '\ufeff// é @segur PRJ/GEN.1\r\n'.charCodeAt(at));
    const wide = new Uint8Array(units.flatMap((unit) => [unit & 255, unit >> 8]));
    const marked = encode('\ufeff// é @segur PRJ/GEN.1\n');
    const some = { 'latin.ts': latin, 'wide.ts': wide, 'marked.ts': marked, 'plain.ts': '// é @segur PRJ/GEN.1\n' };
    await withOwnCatalog(some, async () => {
      const { document } = await open('own/plain.ts');
      const edit = await eventually(() => rename(document, 'PRJ/GEN.1', 'NEW.7'));
      const lines = (await told(edit)).filter((line) => line.includes('.ts '));
      assert.deepEqual(
        lines,
        ['marked', 'plain', 'wide'].map((name) => `own/${name}.ts 1: PRJ/GEN.1 -> NEW.7`),
      );
      assert.ok(await vscode.workspace.applyEdit(edit));
      await saveAll();
      assert.deepEqual([...(await vscode.workspace.fs.readFile(at('own/latin.ts')))], [...latin]);
      const after = await vscode.workspace.fs.readFile(at('own/wide.ts'));
      assert.equal(new TextDecoder('utf-16le', { ignoreBOM: true }).decode(after), '\ufeff// é @segur NEW.7\r\n');
      assert.equal(await read('own/marked.ts'), '// é @segur NEW.7\n');
    });
  });

  it('replaces a former id in the whole folder by its quick fix', async () => {
    const some = { 'a.ts': '// @segur OLD.1\nf();\n', 'b.py': '# @segur PRJ/GEN.2, old-1~2024 - n\n' };
    await withOwnCatalog(some, async () => {
      const { document } = await open('own/a.ts');
      const position = positionOf(document, 'OLD.1');
      const action = await eventually(async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(position, position),
        );
        const found = actions.find(({ title }) => title.includes('in the whole folder: 2 places'));
        assert.ok(found, actions.map(({ title }) => title).join(' | '));
        return found;
      });
      assert.ok(action.command);
      await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments as unknown[]));
      await saveAll();
      assert.equal(await read('own/a.ts'), '// @segur PRJ/GEN.1\nf();\n');
      assert.equal(await read('own/b.py'), '# @segur PRJ/GEN.2, PRJ/GEN.1~2024 - n\n');
      assert.equal(await read(ownCatalog), ownText);
    });
  });
});
