import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { scanListed } from '../../src/workspace/scanListed';
import type { ScannedFile } from '../../src/workspace/scanOptions';
import { WorkspaceFiles } from '../../src/vscode/workspaceFiles';

const { File, Directory, SymbolicLink } = vscode.FileType;

/** A file system that answers what a test wants it to, by path; it counts what is read. */
class ScriptedFiles implements vscode.FileSystemProvider {
  readonly read: string[] = [];
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #types: ReadonlyMap<string, vscode.FileType>;
  readonly #listings: Readonly<Record<string, readonly string[]>>;

  constructor(
    types: Readonly<Record<string, vscode.FileType>>,
    listings: Readonly<Record<string, readonly string[]>> = {},
  ) {
    this.#types = new Map(Object.entries({ '/': Directory, ...types }));
    this.#listings = listings;
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const type = this.#types.get(uri.path);
    if (type === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return { type, size: text.length, mtime: 7, ctime: 7 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const listing = this.#listings[uri.path];
    if (listing !== undefined) return listing.map((name) => [name, File]);
    const prefix = uri.path === '/' ? '/' : `${uri.path}/`;
    return [...this.#types].flatMap(([path, type]) => {
      const name = path.startsWith(prefix) ? path.slice(prefix.length) : '';
      return name === '' || name.includes('/') ? [] : [[name, type] as [string, vscode.FileType]];
    });
  }

  readFile(uri: vscode.Uri): Uint8Array {
    this.read.push(uri.path);
    if (uri.path.includes('closed')) throw vscode.FileSystemError.NoPermissions(uri);
    return new TextEncoder().encode(text);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

const text = '// @segur SC.SSI/IE.31\n';

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}

// @segur ST.SCN.04
describe('a folder of a file system that an extension provides', () => {
  const registered: vscode.Disposable[] = [];
  let count = 0;

  function folderOf(files: ScriptedFiles): WorkspaceFiles {
    const scheme = `segur-scripted-${++count}`;
    registered.push(vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }));
    return new WorkspaceFiles(vscode.Uri.from({ scheme, path: '/' }));
  }

  async function scanned(folder: WorkspaceFiles): Promise<ScannedFile[]> {
    const found: ScannedFile[] = [];
    const options = { include: ['**'], exclude: [], respectIgnoreFiles: true, outerIgnoreFiles: [], mentions: [] };
    await scanListed(folder)({ ...options, marker: '@segur' }, (batch) => found.push(...batch));
    return found.sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  after(() => registered.forEach((each) => void each.dispose()));

  it('is read like one on disk', async () => {
    const folder = folderOf(
      new ScriptedFiles({ '/a.ts': File, '/d': Directory, '/d/e': Directory, '/d/e/b.ts': File }),
    );
    assert.equal(new TextDecoder().decode(await folder.read('d/e/b.ts')), text);
    assert.deepEqual(await folder.stat('a.ts'), { size: text.length, modified: 7 });
    assert.deepEqual([...(await folder.glob('**/*.ts'))], ['a.ts', 'd/e/b.ts']);
    assert.deepEqual([...(await folder.glob('d/**'))], ['d/e/b.ts']);
    assert.deepEqual(
      (await scanned(folder)).map(({ file, annotations }) => [file, annotations.annotations.length]),
      [
        ['a.ts', 1],
        ['d/e/b.ts', 1],
      ],
    );
  });

  it('has nothing where there is no file', async () => {
    const folder = folderOf(new ScriptedFiles({ '/a.ts': File, '/d': Directory }));
    for (const path of ['none', 'd/none', 'a.ts/deeper', 'd', '']) {
      assert.equal(await folder.read(path), undefined, path);
    }
    assert.equal(await folder.stat('none'), undefined);
    assert.deepEqual([...(await folder.glob('none/**'))], []);
  });

  it('is left neither by a path nor by a link', async () => {
    const files = new ScriptedFiles({
      '/link.ts': File | SymbolicLink,
      '/folder': Directory | SymbolicLink,
      '/folder/c.ts': File,
      '/a.ts': File,
    });
    const folder = folderOf(files);
    for (const path of ['../a.ts', 'x/../a.ts', './a.ts', '/a.ts', 'a.ts/', 'link.ts', 'folder/c.ts', 'a\0.ts']) {
      assert.equal(await folder.read(path), undefined, path);
    }
    assert.equal(await folder.stat('link.ts'), undefined);
    assert.deepEqual([...(await folder.glob('**'))], ['a.ts']);
    assert.deepEqual([...(await folder.glob('folder/**'))], []);
    assert.deepEqual(
      (await scanned(folder)).map(({ file }) => file),
      ['a.ts'],
    );
    assert.deepEqual(files.read, ['/a.ts']);
  });

  it('cannot list names that lead elsewhere', async () => {
    const files = new ScriptedFiles({ '/a.ts': File }, { '/': ['a.ts', '../../secret', '..', 'x/y', 'x\\y', ''] });
    const folder = folderOf(files);
    assert.deepEqual([...(await folder.glob('**'))], ['a.ts']);
    await scanned(folder);
    assert.deepEqual(files.read, ['/a.ts']);
  });

  it('tells which file cannot be read, and why', async () => {
    const folder = folderOf(new ScriptedFiles({ '/closed.ts': File, '/open.ts': File }));
    const [closed, open] = await scanned(folder);
    assert.equal(closed?.annotations.problems[0]?.code, 'file.unreadable');
    assert.match(JSON.stringify(closed.annotations.problems[0]), /NoPermissions/);
    assert.equal(open?.annotations.annotations.length, 1);
  });
});
