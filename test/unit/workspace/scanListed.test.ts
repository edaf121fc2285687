import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FolderEntry } from '../../../src/workspace/folderRules';
import { listFilesOf, WIDTH, type ListedFolder } from '../../../src/workspace/listedFolder';
import { NodeFileSystem } from '../../../src/workspace/nodeFileSystem.node';
import { scanInProcess } from '../../../src/workspace/scanFolder.node';
import { scanListed } from '../../../src/workspace/scanListed';
import type { Scan, ScanOptions, ScannedFile } from '../../../src/workspace/scanOptions';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS: ScanOptions = {
  include: ['**'],
  exclude: [],
  respectIgnoreFiles: true,
  outerIgnoreFiles: [],
  marker: '@segur',
  mentions: ['SC.SSI/IE.31'],
};

/** A folder on disk behind the port; it counts the questions that wait at the same time. */
class AskedFolder implements ListedFolder {
  most = 0;
  asked = 0;
  readonly #root: string;
  readonly #failing: ReadonlySet<string>;
  #waiting = 0;

  constructor(root: string, failing: readonly string[] = []) {
    this.#root = root;
    this.#failing = new Set(failing);
  }

  list(folder: string): Promise<readonly FolderEntry[] | undefined> {
    return this.#ask(folder, (path) => readdir(path, { withFileTypes: true }));
  }

  sizeOf(path: string): Promise<number | undefined> {
    return this.#ask(path, async (file) => (await stat(file)).size);
  }

  bytesOf(path: string): Promise<Uint8Array | undefined> {
    return this.#ask(path, (file) => readFile(file));
  }

  async #ask<T>(path: string, question: (path: string) => Promise<T>): Promise<T> {
    this.asked++;
    this.most = Math.max(this.most, ++this.#waiting);
    try {
      if (this.#failing.has(path)) throw Object.assign(new Error(path), { code: 'NoPermissions' });
      return await question(join(this.#root, path));
    } finally {
      this.#waiting--;
    }
  }
}

async function resultOf(scan: Scan, options: Partial<ScanOptions> = {}) {
  const files: ScannedFile[] = [];
  const stats = await scan({ ...OPTIONS, ...options }, (batch) => files.push(...batch));
  return { stats, files: files.sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

const LINE = '// @segur SC.SSI/GEN.18\nfoo();\n';

const TREE: Readonly<Record<string, string | Uint8Array>> = {
  'a.ts': LINE,
  'deep/er/b.py': '# @segur SC.SSI/IE.31 partial\n',
  'deep/.gitignore': 'out/\n!/er/kept.gen.ts\n',
  'deep/out/c.ts': LINE,
  'deep/er/kept.gen.ts': LINE,
  '.gitignore': '*.gen.ts\n',
  'x.gen.ts': LINE,
  'node_modules/p/i.js': LINE,
  '.git/x.ts': LINE,
  'mention.ts': '// voir SC.SSI/IE.31\n',
  'quiet.ts': 'nothing();\n',
  'picture.bin': new Uint8Array([0x40, ...new TextEncoder().encode('@segur'), 0, 1, 2]),
  'wide.ts': new Uint8Array(Buffer.from(`\uFEFF${LINE}`, 'utf16le')),
  'vendor/v.c': '/* @segur SC.SSI/GEN.18 */\n',
};

describe('a scan of a folder that can only be asked', () => {
  it('finds exactly what a scan of the disk finds, by the same rules', async () => {
    const root = temporaryFolder(TREE);
    symlinkSync('a.ts', join(root, 'alias.ts'));
    symlinkSync('deep', join(root, 'folder-link'));
    const cases: readonly Partial<ScanOptions>[] = [
      {},
      { respectIgnoreFiles: false },
      { exclude: ['vendor/**', '**/*.py'] },
      { include: ['deep/**', 'node_modules/**'] },
      { outerIgnoreFiles: [{ prefix: 'app/', text: 'app/deep/\n' }] },
      { innerFolders: ['deep/er', 'ven'] },
      { mentions: [], marker: '@req' },
    ];
    for (const options of cases) {
      const here = await resultOf(scanListed(new AskedFolder(root)), options);
      assert.deepEqual(here, await resultOf(scanInProcess(root), options), JSON.stringify(options));
    }
    assert.equal((await resultOf(scanListed(new AskedFolder(root)))).stats.matched, 7);
  });

  it('finds the same in any tree with any ignore files', async () => {
    const name = fc.constantFrom('a', 'b', 'lib', 'out');
    const file = fc.tuple(fc.array(name, { maxLength: 3 }), fc.constantFrom('x.ts', 'y.py', '.gitignore'));
    const content = fc.constantFrom(LINE, 'out/\n', '!out/\n*.py\n', '/a\n', '**/b/*.ts\n!x.ts\n', '# @segur IE.31\n');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(file, content), { maxLength: 12 }), async (entries) => {
        const root = temporaryFolder(
          Object.fromEntries(entries.map(([[folders, last], text]) => [[...folders, last].join('/'), text])),
        );
        assert.deepEqual(await resultOf(scanListed(new AskedFolder(root))), await resultOf(scanInProcess(root)));
      }),
      { numRuns: 60 },
    );
  });

  it('asks several questions at the same time, but not all of them', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`d${i % 7}/f${i}.ts`, LINE]));
    const folder = new AskedFolder(temporaryFolder(files));
    assert.equal((await resultOf(scanListed(folder))).stats.files, 200);
    assert.equal(folder.most, WIDTH);
  });

  it('tells of what cannot be read and reads the rest', async () => {
    const root = temporaryFolder({ 'a.ts': LINE, 'closed/b.ts': LINE, 'c.ts': LINE });
    const { files, stats } = await resultOf(scanListed(new AskedFolder(root, ['closed', 'c.ts'])));
    assert.equal(stats.files, 1);
    assert.deepEqual(
      files.map(({ file, annotations }) => [file, annotations.annotations.length, annotations.problems[0]?.code]),
      [
        ['a.ts', 1, undefined],
        ['c.ts', 0, 'file.unreadable'],
        ['closed', 0, 'file.unreadable'],
      ],
    );
  });

  it('asks nothing more once it is aborted, and says so', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`f${i}.ts`, LINE]));
    const folder = new AskedFolder(temporaryFolder(files));
    const controller = new AbortController();
    let batches = 0;
    const scan = scanListed({
      list: (path) => folder.list(path),
      sizeOf: (path) => folder.sizeOf(path),
      bytesOf: (path) => {
        controller.abort(new Error('enough'));
        return folder.bytesOf(path);
      },
    });
    await assert.rejects(
      scan(OPTIONS, () => batches++, controller.signal),
      /enough/,
    );
    assert.ok(folder.asked <= 1 + 2 * WIDTH, `${folder.asked} questions`);
    assert.equal(batches, 0);
  });

  it('passes over a file that is too large without asking for it', async () => {
    const folder = new AskedFolder(temporaryFolder({ 'film.mp4': 'x' }));
    const scan = scanListed({
      list: (path) => folder.list(path),
      sizeOf: () => Promise.resolve(200 * 1024 * 1024),
      bytesOf: () => assert.fail('it was read'),
    });
    const { files } = await resultOf(scan);
    assert.deepEqual(
      files.map(({ file, annotations }) => [file, annotations.problems[0]?.code]),
      [['film.mp4', 'file.too-large']],
    );
  });
});

describe('the files of a folder that can only be asked', () => {
  it('are those that the disk lists, but for symbolic links', async () => {
    const root = temporaryFolder(TREE);
    for (const pattern of ['**', 'deep/**', 'none/**']) {
      const base = pattern.replace(/\/?\*\*$/, '');
      assert.deepEqual(await listFilesOf(new AskedFolder(root), base), await new NodeFileSystem(root).glob(pattern));
    }
    symlinkSync('a.ts', join(root, 'alias.ts'));
    assert.ok(!(await listFilesOf(new AskedFolder(root), '')).includes('alias.ts'));
  });
});
