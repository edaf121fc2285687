import assert from 'node:assert/strict';
import { readChangedFiles, type FileUpdate } from '../../../src/workspace/changedFiles';
import { createAnnotator } from '../../../src/workspace/createAnnotator';
import type { Fate } from '../../../src/workspace/pendingWork';
import type { ScanOptions } from '../../../src/workspace/scanOptions';
import { ScanScope } from '../../../src/workspace/scanScope';
import { MemoryFileSystem } from './memoryFileSystem';

const OPTIONS: ScanOptions = {
  include: [],
  exclude: ['out/**'],
  respectIgnoreFiles: true,
  outerIgnoreFiles: [],
  marker: '@segur',
  mentions: [],
};

interface Read {
  /** `file id`, or the file alone when it says nothing. */
  readonly updates: string[];
  readonly batches: number;
  readonly came: readonly string[];
}

async function read(
  files: Readonly<Record<string, string>>,
  events: readonly (readonly [string, Fate])[],
  known: readonly string[] = [],
): Promise<Read> {
  const fs = new MemoryFileSystem(files);
  const rules = { fs, scope: new ScanScope(fs, OPTIONS), annotator: createAnnotator(OPTIONS) };
  const updates: FileUpdate[] = [];
  let batches = 0;
  const came = await readChangedFiles(new Map(events), known, rules, (some) => {
    updates.push(...some);
    batches++;
  });
  return {
    updates: updates.map(([file, said]) =>
      [file, ...(said?.annotations.flatMap(({ ids }) => ids) ?? []).map(({ raw }) => raw)].join(' '),
    ),
    batches,
    came,
  };
}

describe('files that changed on disk', () => {
  it('are read, those that the scan passes over apart', async () => {
    const files = { 'a.ts': '// @segur A-1', 'out/b.ts': '// @segur B-1', 'c.ts': 'none' };
    const events = Object.keys(files).map((file) => [file, 'changed'] as const);
    assert.deepEqual((await read(files, events)).updates, ['a.ts A-1', 'c.ts']);
  });

  it('are handed out together', async () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}.ts`, `// @segur A-${i}`]));
    const { updates, batches } = await read(
      files,
      Object.keys(files).map((file) => [file, 'changed'] as const),
    );
    assert.equal(updates.length, 20);
    assert.ok(batches < 20, `${batches} batches`);
  });

  it('say nothing once they are gone, nor do those of a folder that is; its neighbours stay', async () => {
    const known = ['d/a.ts', 'd/e/b.ts', 'da.ts', 'x.ts', 'y.ts'];
    const { updates } = await read(
      {},
      [
        ['d', 'deleted'],
        ['x.ts', 'deleted'],
      ],
      known,
    );
    assert.deepEqual(updates, ['d/a.ts', 'd/e/b.ts', 'x.ts']);
  });

  it('are those inside, for a folder that came', async () => {
    const { came } = await read({ 'd/a.ts': '// @segur A-1', 'd/e/b.ts': '' }, [['d', 'changed']]);
    assert.deepEqual(came, ['d/a.ts', 'd/e/b.ts']);
  });

  it('are problems when they cannot be read', async () => {
    const fs = new MemoryFileSystem({ 'a.ts': '' });
    fs.read = () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }));
    const rules = { fs, scope: new ScanScope(fs, OPTIONS), annotator: createAnnotator(OPTIONS) };
    const codes: string[] = [];
    await readChangedFiles(new Map([['a.ts', 'changed']]), [], rules, (updates) =>
      updates.forEach(([, said]) => codes.push(...(said?.problems.map(({ code }) => code) ?? []))),
    );
    assert.deepEqual(codes, ['file.unreadable']);
  });
});
