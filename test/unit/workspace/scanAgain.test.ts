import assert from 'node:assert/strict';
import { chmodSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileReading } from '../../../src/workspace/fileReading.node';
import { scanAgain } from '../../../src/workspace/scanAgain.node';
import type { ScanOptions, ScannedFile } from '../../../src/workspace/scanOptions';
import { temporaryFolder } from './temporaryFolder';

const OPTIONS: ScanOptions = {
  include: ['**'],
  exclude: [],
  respectIgnoreFiles: true,
  outerIgnoreFiles: [],
  marker: '@segur',
  mentions: [],
};

const LINE = '// @segur SC.SSI/GEN.18\nfoo();\n';

/** Files of the past, since those of this moment are read again in any case. */
function oldFolder(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder(files);
  const past = new Date(Date.now() - 3_600_000);
  Object.keys(files).forEach((file) => utimesSync(join(root, file), past, past));
  return root;
}

const NOBODY = 65534;

/** Whoever may read everything has no file that cannot be read: does it as somebody else. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe('a scan that is made again', () => {
  let read: string[] = [];
  const take = Object.getOwnPropertyDescriptor(FileReading.prototype, 'take')?.value as (
    this: FileReading,
    file: string,
  ) => void;

  before(() => {
    FileReading.prototype.take = function (file) {
      read.push(file);
      take.call(this, file);
    };
  });
  after(() => (FileReading.prototype.take = take));
  beforeEach(() => (read = []));

  /** The scan, at a time when the folder's files have settled. */
  function settled(root: string) {
    const scan = scanAgain(root);
    return async (options: Partial<ScanOptions> = {}) => {
      const now = Date.now;
      Date.now = () => now() + 60_000;
      read = [];
      try {
        const found: ScannedFile[] = [];
        const stats = await scan({ ...OPTIONS, ...options }, (batch) => found.push(...batch));
        return {
          stats,
          says: found
            .map(({ file, annotations, unchanged }) =>
              [
                file,
                ...annotations.annotations.flatMap(({ ids }) => ids.map(({ raw }) => raw)),
                ...(unchanged === true ? ['unchanged'] : []),
              ].join(' '),
            )
            .sort(),
        };
      } finally {
        Date.now = now;
      }
    };
  }

  it('reads nothing where nothing changed, and finds the same', async () => {
    const scan = settled(oldFolder({ 'a.ts': LINE, 'b/c.ts': LINE, 'none.ts': 'x' }));
    const first = await scan();
    assert.deepEqual(read.sort(), ['a.ts', 'b/c.ts', 'none.ts']);
    assert.deepEqual(first.says, ['a.ts SC.SSI/GEN.18', 'b/c.ts SC.SSI/GEN.18']);
    const second = await scan();
    assert.deepEqual(read, []);
    assert.deepEqual(second.says, ['a.ts SC.SSI/GEN.18 unchanged', 'b/c.ts SC.SSI/GEN.18 unchanged']);
    assert.deepEqual(second.stats, first.stats);
  });

  it('reads what changed, came, or took another file’s place, and drops what is gone', async () => {
    const root = oldFolder({ 'a.ts': LINE, 'b.ts': LINE, 'c.ts': LINE, 'same.ts': LINE });
    const scan = settled(root);
    await scan();
    writeFileSync(join(root, 'a.ts'), LINE.replace('GEN.18', 'GEN.19'));
    rmSync(join(root, 'b.ts'));
    writeFileSync(join(root, 'd.ts'), LINE);
    renameSync(join(root, 'd.ts'), join(root, 'c.ts'));
    writeFileSync(join(root, 'e.ts'), LINE);
    const { says } = await scan();
    assert.deepEqual(read.sort(), ['a.ts', 'c.ts', 'e.ts']);
    assert.deepEqual(says, [
      'a.ts SC.SSI/GEN.19',
      'c.ts SC.SSI/GEN.18',
      'e.ts SC.SSI/GEN.18',
      'same.ts SC.SSI/GEN.18 unchanged',
    ]);
  });

  it('sees a change of the same length whose time was set back', async () => {
    const root = oldFolder({ 'a.ts': LINE });
    const scan = settled(root);
    await scan();
    const past = new Date(Date.now() - 3_600_000);
    writeFileSync(join(root, 'a.ts'), LINE.replace('GEN.18', 'GEN.19'));
    utimesSync(join(root, 'a.ts'), past, past);
    assert.deepEqual((await scan()).says, ['a.ts SC.SSI/GEN.19']);
  });

  it('trusts no file that changed a moment ago', async () => {
    const root = temporaryFolder({ 'a.ts': LINE });
    const scan = scanAgain(root);
    await scan(OPTIONS, () => undefined);
    read = [];
    await scan(OPTIONS, () => undefined);
    assert.deepEqual(read, ['a.ts']);
  });

  it('reads everything again by other rules', async () => {
    const root = oldFolder({ 'a.ts': LINE, 'b.ts': '// @norme SC.SSI/GEN.19\n' });
    const scan = settled(root);
    await scan();
    assert.deepEqual((await scan({ marker: '@norme' })).says, ['b.ts SC.SSI/GEN.19']);
    assert.deepEqual((await scan()).says, ['a.ts SC.SSI/GEN.18']);
  });

  it('follows ignore files as they change', async () => {
    const root = oldFolder({ 'a.ts': LINE, 'b.ts': LINE });
    const scan = settled(root);
    await scan();
    writeFileSync(join(root, '.gitignore'), 'b.ts\n');
    assert.deepEqual((await scan()).says, ['a.ts SC.SSI/GEN.18 unchanged']);
  });

  it('ends when it is told to', async () => {
    const scan = scanAgain(oldFolder({ 'a.ts': LINE }));
    await assert.rejects(
      scan(OPTIONS, () => undefined, AbortSignal.abort(new Error('enough'))),
      /enough/u,
    );
  });

  // Windows has no such modes.
  (process.platform === 'win32' ? it.skip : it)('tries again what could not be read', async () => {
    const root = oldFolder({ 'a.ts': LINE });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'a.ts'), 0);
    const scan = settled(root);
    await asNobody(async () => {
      await scan();
      await scan();
    });
    assert.deepEqual(read, ['a.ts']);
  });
});
