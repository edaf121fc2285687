import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, openSync, symlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemCode } from '../../../src/base/problem';
import { FileBytesReader, type FileBytes } from '../../../src/workspace/fileBytes.node';
import { Needles } from '../../../src/workspace/needles';
import { scanInProcess } from '../../../src/workspace/scanFolder.node';
import { scanInWorkers, scanWithHelper } from '../../../src/workspace/scanInWorker.node';
import type { Scan, ScanOptions, ScannedFile } from '../../../src/workspace/scanOptions';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS: ScanOptions = {
  include: ['**'],
  exclude: [],
  respectIgnoreFiles: true,
  outerIgnoreFiles: [],
  marker: '@segur',
  mentions: [],
};

interface Scanned {
  readonly files: ReadonlyMap<string, ScannedFile['annotations']>;
  readonly stats: Awaited<ReturnType<Scan>>;
  /** `file:line:column id`, from 1. */
  readonly places: string[];
  readonly codes: string[];
}

async function scanned(
  root: string,
  options: Partial<ScanOptions> = {},
  scan: Scan = scanInProcess(root),
): Promise<Scanned> {
  const files = new Map<string, ScannedFile['annotations']>();
  const stats = await scan({ ...OPTIONS, ...options }, (batch) =>
    batch.forEach(({ file, annotations }) => {
      assert.ok(!files.has(file), `${file} came twice`);
      files.set(file, annotations);
    }),
  );
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    files,
    stats,
    places: sorted.flatMap(([file, { annotations }]) =>
      annotations.flatMap(({ ids }) =>
        ids.map(({ raw, range }) => `${file}:${range.start.line + 1}:${range.start.character + 1} ${raw}`),
      ),
    ),
    codes: sorted.flatMap(([file, { problems }]) =>
      problems.map((problem) => {
        assert.equal(problem.file, file);
        return `${file} ${problem.code}`;
      }),
    ),
  };
}

const LINE = '// @segur SC.SSI/GEN.18\nfoo();\n';

// @segur ST.SCN.01, ST.SCN.02
describe('a scan', () => {
  it('finds annotations in every encoding, with the columns that an editor shows', async () => {
    const accented = '/* é */ // @segur R_é1 — œuvre\n';
    const { places } = await scanned(
      temporaryFolder({
        'bom.ts': `\uFEFF${LINE}`,
        'crlf.ts': `// x\r\n${LINE.replaceAll('\n', '\r\n')}`,
        'latin1.c': Buffer.from('/* é */ // @segur R_é1\n', 'latin1'),
        'utf16be.cs': Buffer.from(`\uFEFF${accented}`, 'utf16le').swap16(),
        'utf16le.cs': Buffer.from(`\uFEFF${accented}`, 'utf16le'),
        'utf16nobom.cs': Buffer.from(accented, 'utf16le'),
        'utf8.ts': accented,
      }),
    );
    assert.deepEqual(places, [
      'bom.ts:1:11 SC.SSI/GEN.18',
      'crlf.ts:2:11 SC.SSI/GEN.18',
      'latin1.c:1:19 R_é1',
      'utf16be.cs:1:19 R_é1',
      'utf16le.cs:1:19 R_é1',
      'utf16nobom.cs:1:19 R_é1',
      'utf8.ts:1:19 R_é1',
    ]);
  });

  it('reads a lone surrogate and goes on behind it', async () => {
    const root = temporaryFolder({
      'a.ts': Buffer.concat([
        Buffer.from('// \u00e9\u00e8 '),
        Buffer.from([0xed, 0xa0, 0x80]),
        Buffer.from(`\n${LINE}`),
      ]),
    });
    assert.deepEqual((await scanned(root)).places, ['a.ts:2:11 SC.SSI/GEN.18']);
  });

  it('copes with blanks, accents and quotes in paths', async () => {
    const names = ["d'été/l’accès (1).ts", 'a b/"c".ts', '[x]{y}/*.ts', '#1/!2.ts'];
    const root = temporaryFolder(Object.fromEntries(names.map((name) => [name, LINE])));
    assert.deepEqual([...(await scanned(root)).files.keys()].sort(), [...names].sort());
  });

  it('finds a marker beyond ASCII in windows-1252 too', async () => {
    const root = temporaryFolder({ 'a.c': Buffer.from('// @ségur X-1\n', 'latin1'), 'b.c': '// @ségur X-2\n' });
    assert.deepEqual((await scanned(root, { marker: '@ségur' })).places, ['a.c:1:11 X-1', 'b.c:1:11 X-2']);
  });

  it('passes over a binary with the marker, with a note, and over one without in silence', async () => {
    const { codes, places } = await scanned(
      temporaryFolder({ 'a.bin': `\0\u0001\0${LINE}`, 'b.bin': '\0\u0001\u0002' }),
    );
    assert.deepEqual(codes, [`a.bin ${ProblemCode.FileBinary}`]);
    assert.deepEqual(places, []);
  });

  it('passes over a huge file with the marker, with a note, and over one without in silence', async () => {
    const root = temporaryFolder({ 'ok.ts': LINE });
    sparse(join(root, 'huge.sql'), 200 * 1024 * 1024, [[150 * 1024 * 1024 + 17, '-- @segur SC.SSI/GEN.18\n']]);
    sparse(join(root, 'plain.sql'), 200 * 1024 * 1024, []);
    const { codes, places, stats } = await scanned(root);
    assert.deepEqual(codes, [`huge.sql ${ProblemCode.FileTooLarge}`]);
    assert.deepEqual(places, ['ok.ts:1:11 SC.SSI/GEN.18']);
    assert.equal(stats.files, 3);
  });

  it('finds the marker of a huge file across the pieces that it is read in', () => {
    const root = temporaryFolder();
    for (const shift of [-6, -3, -1, 0]) {
      const path = join(root, `shift${shift}`);
      sparse(path, 21 * 1024 * 1024, [[1024 * 1024 + shift, '@segur']]);
      const read = new FileBytesReader().read(path, new Needles(['@segur']));
      assert.ok('size' in read && read.concerned, String(shift));
    }
  });

  it('reads whole files longer than its buffer', async () => {
    const padding = '// padding é\n'.repeat(120_000);
    const { places } = await scanned(temporaryFolder({ 'long.ts': `${padding}${LINE}` }));
    assert.deepEqual(places, ['long.ts:120001:11 SC.SSI/GEN.18']);
  });

  it('follows no symbolic link: no loop, no way out, nothing twice', async () => {
    const outside = temporaryFolder({ 'secret.ts': LINE });
    const root = temporaryFolder({ 'd/a.ts': LINE });
    symlinkSync('..', join(root, 'd/loop'));
    symlinkSync(outside, join(root, 'out'));
    symlinkSync(join(outside, 'secret.ts'), join(root, 'secret.ts'));
    symlinkSync('a.ts', join(root, 'd/again.ts'));
    symlinkSync('self', join(root, 'self'));
    assert.deepEqual((await scanned(root)).places, ['d/a.ts:1:11 SC.SSI/GEN.18']);
  });

  it('reports what it cannot read and goes on', async () => {
    const root = temporaryFolder({ 'a.ts': LINE, 'b.ts': LINE });
    const original = Object.getOwnPropertyDescriptor(FileBytesReader.prototype, 'read');
    const read = original?.value as (this: FileBytesReader, path: string, needles: Needles) => FileBytes;
    FileBytesReader.prototype.read = function (path, needles) {
      if (path.endsWith('a.ts')) {
        throw Object.assign(new Error(`EACCES: permission denied, open '${path}'`), { code: 'EACCES' });
      }
      return read.call(this, path, needles);
    };
    try {
      const { codes, places, files } = await scanned(root);
      assert.deepEqual(codes, [`a.ts ${ProblemCode.FileUnreadable}`]);
      assert.deepEqual(places, ['b.ts:1:11 SC.SSI/GEN.18']);
      assert.ok(!JSON.stringify([...files]).includes(root), 'names the machine’s own path');
    } finally {
      FileBytesReader.prototype.read = read;
    }
  });

  it('honours ignore files, unless told not to', async () => {
    const root = temporaryFolder({
      '.gitignore': 'out/\n',
      'out/a.ts': LINE,
      'node_modules/p/b.ts': LINE,
      'c.ts': LINE,
    });
    assert.deepEqual([...(await scanned(root)).files.keys()], ['c.ts']);
    const all = await scanned(root, { respectIgnoreFiles: false });
    assert.deepEqual([...all.files.keys()].sort(), ['c.ts', 'node_modules/p/b.ts', 'out/a.ts']);
  });

  it('counts what it read, what said something and what it left out', async () => {
    const root = temporaryFolder({
      '.gitignore': '*.log\n',
      'a.log': 'x',
      'b.ts': LINE,
      'c.ts': 'none',
      'node_modules/p/x.ts': LINE,
    });
    assert.deepEqual((await scanned(root)).stats, { files: 3, bytes: 6 + LINE.length + 4, matched: 1, ignored: 2 });
  });

  it('finds ids without the marker when it is given the ids', async () => {
    const root = temporaryFolder({ 'a.ts': '// SC.SSI/GEN.18 : hors périmètre\n' });
    assert.equal((await scanned(root)).files.size, 0);
    const { files } = await scanned(root, { mentions: ['SC.SSI/GEN.18'] });
    assert.equal(files.get('a.ts')?.mentions[0]?.raw, 'SC.SSI/GEN.18');
  });

  it('stops when it is told to', async () => {
    const root = temporaryFolder(
      Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`d${i}/a.ts`, LINE.repeat(50)])),
    );
    const controller = new AbortController();
    const run = scanInProcess(root)(OPTIONS, () => controller.abort(), controller.signal);
    await assert.rejects(run, { name: 'AbortError' });
  });
});

describe('a scan by workers', () => {
  let workerFile = '';

  before(() => {
    const worker = join(__dirname, '../../../src/workspace/scanWorker.node.ts');
    const folder = temporaryFolder({
      'worker.cjs': `require(${JSON.stringify(require.resolve('tsx/cjs'))}); require(${JSON.stringify(worker)});`,
      'crash.cjs': 'throw new Error("boom");',
      'leave.cjs': 'process.exit(3);',
    });
    workerFile = join(folder, 'worker.cjs');
  });

  function tree(): string {
    const files = Array.from(
      { length: 300 },
      (_, i) => [`d${i % 7}/e${i % 3}/f${i}.ts`, i % 2 === 0 ? LINE : 'none'] as const,
    );
    return temporaryFolder({ ...Object.fromEntries(files), "l'été/é.ts": LINE });
  }

  for (const [name, start] of [
    ['alone', scanInWorkers],
    ['beside this thread', (root: string, file: string) => scanWithHelper(root, file, 0)],
  ] as const) {
    it(`finds what one thread finds, ${name}`, async () => {
      const root = tree();
      const expected = await scanned(root);
      const found = await scanned(root, {}, start(root, workerFile));
      assert.deepEqual(found.places, expected.places);
      assert.deepEqual(found.stats, expected.stats);
    });
  }

  it('stops when it is told to', async () => {
    const root = tree();
    const controller = new AbortController();
    const run = scanInWorkers(root, workerFile)(OPTIONS, () => undefined, controller.signal);
    controller.abort(new Error('enough'));
    await assert.rejects(run, /enough/u);
    await assert.rejects(
      scanInWorkers(root, workerFile)(OPTIONS, () => undefined, controller.signal),
      /enough/u,
    );
  });

  it('rejects when a worker crashes or leaves', async () => {
    const root = tree();
    for (const [file, message] of [
      ['crash.cjs', /boom/u],
      ['leave.cjs', /ended early/u],
    ] as const) {
      await assert.rejects(
        scanInWorkers(root, workerFile.replace('worker.cjs', file))(OPTIONS, () => undefined),
        message,
      );
    }
  });

  it('needs no helper for a folder that is read before the helper is up', async () => {
    const root = temporaryFolder({ 'a.ts': LINE });
    const { places } = await scanned(root, {}, scanWithHelper(root, workerFile.replace('worker.cjs', 'crash.cjs')));
    assert.deepEqual(places, ['a.ts:1:11 SC.SSI/GEN.18']);
  });
});

function sparse(path: string, size: number, pieces: readonly (readonly [at: number, text: string])[]): void {
  const file = openSync(path, 'w');
  ftruncateSync(file, size);
  pieces.forEach(([at, text]) => writeSync(file, text, at));
  closeSync(file);
}
