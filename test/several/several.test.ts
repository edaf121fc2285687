/* Inside VS Code, on a workspace of several folders: test/fixtures/several. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InternalApi } from '../../src/vscode/activate';
import { coverageText } from '../../src/vscode/coverage';
import type { FolderSession } from '../../src/vscode/folderSession';
import { answered, closeEditors, eventually, hoverText } from '../vscode/workspace';
import { MemoryFolder } from './memoryFolder';

const api = (): InternalApi => {
  const extension = vscode.extensions.getExtension<InternalApi>('segur-trace.segur-trace');
  assert.ok(extension?.isActive);
  return extension.exports;
};

function session(name: string): FolderSession {
  const found = api().sessions.all.find(({ folder }) => folder.name === name);
  assert.ok(found, `no folder ${name}`);
  return found;
}

const names = () => api().sessions.all.map(({ folder }) => folder.name);

const at = (name: string, path: string) => session(name).uriOf(path);

const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

function places(name: string, id: string): string[] {
  const links = session(name).trace.requirement(id)?.links ?? [];
  return links.map(({ file, range }) => `${file}:${range.start.line + 1}`);
}

/** Of a file, `code line`, from 1. */
function problemsOf(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'segur')
    .map(({ code, range }) => `${typeof code === 'string' ? code : ''} ${range.start.line + 1}`);
}

/** Adds or removes folders and waits until VS Code did so. */
async function changeFolders(change: () => boolean): Promise<void> {
  const changed = new Promise((resolve) => {
    const listener = vscode.workspace.onDidChangeWorkspaceFolders((event) => {
      listener.dispose();
      resolve(event);
    });
  });
  assert.ok(change(), 'VS Code refused the change');
  await changed;
  await api().sessions.settled();
}

const addFolder = (uri: vscode.Uri, name: string) =>
  changeFolders(() =>
    vscode.workspace.updateWorkspaceFolders(vscode.workspace.workspaceFolders?.length ?? 0, 0, { uri, name }),
  );

const removeFolder = (name: string) =>
  changeFolders(() => vscode.workspace.updateWorkspaceFolders(session(name).folder.index, 1));

// @segur ST.SCN.05
describe('a workspace of several folders', () => {
  before(async () => {
    await vscode.extensions.getExtension('segur-trace.segur-trace')?.activate();
    await api().sessions.settled();
  });
  afterEach(closeEditors);

  it('has a trace for each, by its own segur.yaml', () => {
    assert.deepEqual(names(), ['back', 'front', 'core', 'notes']);
    assert.deepEqual(
      api().sessions.all.map(({ trace, marker }) => [trace.product.name, marker]),
      [
        ['Back', '@segur'],
        ['Front', '@segur'],
        ['Core', '@req'],
        [undefined, '@segur'],
      ],
    );
    assert.deepEqual(places('back', 'X.1'), ['main.ts:1']);
    assert.deepEqual(places('front', 'X.2'), ['page.ts:1']);
  });

  it('gives a file to the innermost folder alone', () => {
    assert.deepEqual(places('core', 'Y.1'), ['core.py:1']);
    assert.deepEqual(places('back', 'X.3'), [], 'libs/core/core.py speaks to libs/core, with its marker');
    assert.equal(session('back').files.stats?.matched, 1, 'main.ts');
  });

  it('lets an outer folder name a file of an inner one as a proof, and follows it', async () => {
    const state = () => session('back').trace.requirement('X.1')?.proofs[0]?.state;
    assert.equal(state(), 'ok');
    const report = at('core', 'report.md');
    const text = await vscode.workspace.fs.readFile(report);
    await vscode.workspace.fs.delete(report);
    await eventually(() => assert.equal(state(), 'missing'));
    await vscode.workspace.fs.writeFile(report, text);
    await eventually(() => assert.equal(state(), 'ok'));
  });

  it('takes a change in where it belongs', async () => {
    await write(at('core', 'new.py'), '# @req X.2\n# @segur X.3\n');
    await eventually(() => assert.deepEqual(places('core', 'X.2'), ['new.py:1']));
    assert.deepEqual(places('back', 'X.3'), []);
    await vscode.workspace.fs.delete(at('core', 'new.py'));
    await eventually(() => assert.deepEqual(places('core', 'X.2'), []));
  });

  it('answers in an editor by the rules of the innermost folder', async () => {
    const { document } = await vscode.window.showTextDocument(at('core', 'core.py'));
    await eventually(async () => assert.match(await hoverText(document, 'Y.1'), /Du noyau/));
    assert.equal(await hoverText(document, 'X.3'), '');
    const { document: outer } = await vscode.window.showTextDocument(at('back', 'main.ts'));
    await eventually(async () => assert.match(await hoverText(outer, 'X.1'), /Première/));
  });

  it('counts only the folders that somebody traces, and all of those together', async () => {
    const each = () => api().sessions.all.map((one) => coverageText([one]));
    assert.deepEqual(each(), ['1/4', '1/2', '1/3', '']);
    assert.equal(coverageText(api().sessions.all), '3/9');
    await write(at('notes', 'segur.yaml'), 'version: 1\n');
    await eventually(() => assert.match(each()[3] ?? '', /^0\/\d+$/));
    await vscode.workspace.fs.delete(at('notes', 'segur.yaml'));
    await eventually(() => assert.equal(each()[3], ''));
  });

  it('sets up the folder of the active editor, and never writes over its segur.yaml', async () => {
    const build = at('notes', 'package.json');
    await write(build, '{ "name": "carnet", "version": "1.2.3" }');
    await vscode.window.showTextDocument(build);
    await answered('segur.setUp');
    const file = at('notes', 'segur.yaml');
    const active = () => vscode.window.activeTextEditor?.document;
    await eventually(() => assert.equal(active()?.uri.toString(), file.toString()));
    const first = active()?.getText() ?? '';
    assert.match(first, /^version: 1$/mu);
    assert.match(first, /^# Which requirements concern the product/mu);
    assert.match(first, /^#product: \{ name: carnet, version: 1\.2\.3 \}$/mu);
    await eventually(() => assert.match(coverageText([session('notes')]), /^0\/\d+$/));
    assert.deepEqual(problemsOf(file), []);
    await write(file, 'version: 1 # à moi\n');
    await vscode.window.showTextDocument(build);
    await answered('segur.setUp');
    await eventually(() => assert.equal(active()?.uri.toString(), file.toString()));
    await eventually(() => assert.equal(active()?.getText(), 'version: 1 # à moi\n'));
    await closeEditors();
    await vscode.workspace.fs.delete(file);
    await vscode.workspace.fs.delete(build);
    await eventually(() => assert.equal(coverageText([session('notes')]), ''));
  });

  it('says once what two folders say of a catalogue that they share', () => {
    const lines = problemsOf(at('core', 'extra.yaml'));
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', / 4$/);
  });

  it('writes the matrix of the folder that was asked for', async () => {
    const target = at('notes', 'matrix.json');
    await vscode.commands.executeCommand('segur.exportMatrix', {
      formats: ['json'],
      target,
      folder: session('core').folder.uri,
    });
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.equal((JSON.parse(text) as { product: { name: string } }).product.name, 'Core');
    await vscode.workspace.fs.delete(target);
  });

  it('lets agents ask about the traced folders, one of them or the one that holds a file, and names each', async () => {
    const ask = async (name: string, input: object): Promise<string> => {
      const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
      return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
    };
    const folders = (text: string) => [...text.matchAll(/^Folder: (.*)$/gm)].map(([, name]) => name);
    assert.deepEqual(folders(await ask('segur_gaps', {})), ['back', 'front', 'core']);
    assert.deepEqual(folders(await ask('segur_gaps', { folder: 'notes' })), ['notes']);
    for (const file of [at('core', 'core.py').fsPath, 'core/core.py', at('core', 'core.py').toString()]) {
      const text = await ask('segur_places', { file });
      assert.deepEqual(folders(text), ['core'], file);
      assert.match(text, /^- Y\.1 — core\.py:1 /m);
    }
    assert.match(await ask('segur_requirement', { id: 'X.1', folder: 'back' }), /^- main\.ts:1 /m);
  });

  it('goes from gap to gap through the traced folders, and names each folder’s requirement among the symbols', async () => {
    const { document } = await vscode.window.showTextDocument(at('front', 'page.ts'));
    const unsaved = new vscode.WorkspaceEdit();
    unsaved.insert(document.uri, new vscode.Position(document.lineCount, 0), '\n// @segur X.99\n');
    await vscode.workspace.applyEdit(unsaved);
    await vscode.window.showTextDocument(at('back', 'main.ts'));
    const visited = new Set<string>();
    for (let steps = 0; steps < 6; steps++) {
      await vscode.commands.executeCommand('segur.nextGap');
      const uri = vscode.window.activeTextEditor?.document.uri;
      visited.add((uri && vscode.workspace.getWorkspaceFolder(uri)?.name) ?? '');
    }
    assert.ok(visited.has('back') && visited.has('front'), [...visited].join());
    assert.ok(!visited.has('notes'));
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'X.2',
    );
    const places = symbols.map(
      ({ containerName, location }) => `${location.uri.path.split('/').at(-1)} ${containerName}`,
    );
    assert.ok(
      places.some((place) => place.startsWith('own.yaml front: ')),
      places.join('\n'),
    );
  });

  it('leads from the id of an answer to its page, and only from one that exists', async () => {
    const { document } = await vscode.window.showTextDocument(at('front', 'own.yaml'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), "faq: [{ id: 'a,\"1', answer: Oui }]\n");
    await vscode.workspace.applyEdit(edit);
    await eventually(async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
        10,
      );
      const target = links[0]?.target;
      assert.equal(target?.scheme, 'command');
      assert.equal(target.path, 'segur.openFaq');
      assert.deepEqual(JSON.parse(target.query), ['a,"1']);
    });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('finds and renames an id in every folder of its own that has it, and refuses where one of them cannot', async () => {
    const page = await vscode.workspace.openTextDocument(at('front', 'page.ts'));
    const position = page.positionAt(page.getText().indexOf('X.2'));
    const relative = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri, true);
    const references = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        page.uri,
        position,
      );
      assert.ok(found.length > 0);
      return found;
    });
    assert.deepEqual(references.map(({ uri }) => relative(uri)).sort(), [
      'back/requirements/shared.yaml',
      'core/own.yaml',
      'front/own.yaml',
      'front/page.ts',
    ]);
    const rename = (typed: string) =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        page.uri,
        position,
        typed,
      );
    const edit = await rename('X.20');
    assert.deepEqual(
      edit
        .entries()
        .flatMap(([uri, edits]) => edits.map(({ newText }) => `${relative(uri)} ${newText}`))
        .sort(),
      [
        'back/requirements/shared.yaml , aliases: [ X.2 ]',
        'back/requirements/shared.yaml X.20',
        'core/own.yaml , aliases: [ X.2 ]',
        'core/own.yaml X.20',
        'front/own.yaml , aliases: [ X.2 ]',
        'front/own.yaml X.20',
        'front/page.ts X.20',
      ],
    );
    await assert.rejects(async () => rename('Y.1'), /core: Y\.1 is an id already: Du noyau/u);
    await assert.rejects(async () => rename('X.3'), /X\.3 is an id already: Troisième/u);
  });

  describe('whose folders change', () => {
    it('reads a folder that is added', async () => {
      await addFolder(vscode.Uri.joinPath(session('front').folder.uri, '..', 'late'), 'late');
      assert.deepEqual(names(), ['back', 'front', 'core', 'notes', 'late']);
      assert.deepEqual(places('late', 'X.3'), ['late.ts:1']);
      assert.equal(coverageText(api().sessions.all), '4/10');
    });

    it('forgets a folder that is removed', async () => {
      await write(at('late', 'late.ts'), '// @segur X.9\n');
      const file = at('late', 'late.ts');
      await eventually(() => assert.equal(problemsOf(file).length, 1));
      await removeFolder('late');
      assert.deepEqual(names(), ['back', 'front', 'core', 'notes']);
      assert.deepEqual(problemsOf(file), []);
      assert.equal(coverageText(api().sessions.all), '3/9');
    });

    it('gives the files of an inner folder that leaves back to the outer one, and takes them again', async () => {
      const inner = session('core').folder.uri;
      const shared = at('core', 'extra.yaml');
      await vscode.window.showTextDocument(at('core', 'core.py'));
      await removeFolder('core');
      await eventually(() => assert.deepEqual(places('back', 'X.3'), ['libs/core/core.py:6']));
      assert.equal(problemsOf(shared).length, 1, 'the outer folder still uses that catalogue');
      await addFolder(inner, 'core');
      await eventually(() => assert.deepEqual(places('back', 'X.3'), []));
      assert.deepEqual(places('core', 'Y.1'), ['core.py:1']);
      assert.deepEqual(places('front', 'X.2'), ['page.ts:1']);
    });

    it('reads a folder that another extension provides', async () => {
      const files = new MemoryFolder({
        'segur.yaml': 'version: 1\nproduct: { name: Remote }\ncatalogs: [requirements/own.yaml]\n',
        'requirements/own.yaml':
          'version: 1\ncatalog: { id: v, title: V }\nrequirements:\n  - { id: V.1, title: Virtuelle, needs: [code] }\n',
        'src/a.ts': '// @segur V.1\n',
        'src/.gitignore': 'gen/\n',
        'src/gen/b.ts': '// @segur V.1\n',
      });
      const root = vscode.Uri.from({ scheme: 'segur-memory', path: '/project' });
      const provider = vscode.workspace.registerFileSystemProvider(root.scheme, files, { isCaseSensitive: true });
      try {
        await addFolder(root, 'virtual');
        assert.equal(session('virtual').trace.product.name, 'Remote');
        assert.deepEqual(places('virtual', 'V.1'), ['src/a.ts:1']);
        await write(at('virtual', 'src/c.ts'), '\n// @segur V.1\n');
        await eventually(() => assert.deepEqual(places('virtual', 'V.1'), ['src/a.ts:1', 'src/c.ts:2']));
        const source = await vscode.workspace.openTextDocument(at('virtual', 'src/a.ts'));
        const ask = <T>(command: string, ...more: string[]) =>
          vscode.commands.executeCommand<T>(command, source.uri, new vscode.Position(0, 12), ...more);
        const [definition] = await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider');
        assert.equal(definition?.targetUri.toString(), at('virtual', 'requirements/own.yaml').toString());
        assert.equal((await ask<vscode.Location[]>('vscode.executeReferenceProvider')).length, 3);
        const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', 'V.2');
        assert.deepEqual(
          edit
            .entries()
            .map(([uri, edits]) => `${uri.path} ${edits.length}`)
            .sort(),
          ['/project/requirements/own.yaml 2', '/project/src/a.ts 1', '/project/src/c.ts 1'],
        );
        const target = at('virtual', 'out/matrix.csv');
        await vscode.commands.executeCommand('segur.exportMatrix', {
          formats: ['csv'],
          target,
          folder: root,
        });
        assert.match(new TextDecoder().decode(files.readFile(target)), /V\.1/);
        await removeFolder('virtual');
      } finally {
        provider.dispose();
      }
    });
  });
});
