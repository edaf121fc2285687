import assert from 'node:assert/strict';
import { FolderTrace } from '../../../src/workspace/folderTrace';
import { UnitReader } from '../../../src/workspace/unitReader';
import type { ReadUnits, UnitQuestion } from '../../../src/workspace/unitReading';
import { parsers } from '../units/parsers';
import { MemoryFileSystem } from './memoryFileSystem';
import { MemoryScan } from './memoryScan';

const CATALOG = `version: 1
catalog: { id: c, title: C }
requirements:
  - { id: GEN.18, title: Test, needs: [code] }
`;

const save = (body = ''): string => `// @segur GEN.18\nfunction save() {\n${body}}\n`;

interface Opened {
  readonly folder: FolderTrace;
  readonly fs: MemoryFileSystem;
  /** The files that were asked about, a list for each reading. */
  readonly asked: string[][];
  readonly outdated: () => number;
  readonly units: () => string[];
  readonly hashes: () => (string | undefined)[];
}

async function opened(files: Readonly<Record<string, string>>, before?: () => Promise<void>): Promise<Opened> {
  const fs = new MemoryFileSystem({ 'segur.yaml': 'version: 1\ncatalogs: [c.yaml]\n', 'c.yaml': CATALOG, ...files });
  const reader = new UnitReader(fs, parsers);
  const asked: string[][] = [];
  let outdated = 0;
  const readUnits: ReadUnits = async (questions: readonly UnitQuestion[], marker, onAnswers, signal) => {
    asked.push(questions.map(({ file }) => file).sort());
    const answers = await reader.answerAll(questions, marker);
    await before?.();
    signal?.throwIfAborted();
    onAnswers(answers);
  };
  const folder = new FolderTrace({
    fs,
    clock: { today: () => '2026-11-23' },
    builtinCatalog: () => Promise.resolve(undefined),
    scan: new MemoryScan(fs).scan,
    readUnits,
    onError: (error) => {
      throw error;
    },
  });
  folder.onDidOutdateUnits(() => outdated++);
  await folder.load();
  const links = () => folder.trace.requirement('GEN.18')?.links ?? [];
  return {
    folder,
    fs,
    asked,
    outdated: () => outdated,
    units: () =>
      links().map(({ file, unit }) =>
        unit === undefined ? `${file} -` : `${file} ${unit.name} ${unit.startLine + 1}-${unit.endLine + 1}`,
      ),
    hashes: () => links().map(({ unit }) => unit?.hash),
  };
}

describe('the units of a folder', () => {
  it('are found when they are asked for, once', async () => {
    const { folder, asked, units, outdated } = await opened({ 'a.ts': save(), 'b.py': '# @segur GEN.18\nx()\n' });
    assert.deepEqual(units(), ['a.ts -', 'b.py -']);
    assert.ok(outdated() > 0);
    await folder.resolveUnits();
    assert.deepEqual(units(), ['a.ts save 2-3', 'b.py -']);
    await folder.resolveUnits();
    assert.deepEqual(asked, [['a.ts', 'b.py']]);
  });

  it('can be asked for of some files alone', async () => {
    const { folder, asked, units } = await opened({ 'a.ts': save(), 'b.ts': save() });
    await folder.resolveUnits(['b.ts', 'b.ts', 'none.ts']);
    assert.deepEqual(units(), ['a.ts -', 'b.ts save 2-3']);
    assert.deepEqual(asked, [['b.ts']]);
  });

  it('tell the requirements that they are a change of', async () => {
    const { folder } = await opened({ 'a.ts': save() });
    const changes: unknown[] = [];
    folder.onDidChange(({ requirements }) => changes.push(requirements === 'all' ? 'all' : [...requirements]));
    await folder.resolveUnits();
    assert.deepEqual(changes, [['GEN.18']]);
  });

  it('follow the text in an editor, and the file again once it is closed', async () => {
    const { folder, units, hashes } = await opened({ 'a.ts': save() });
    await folder.resolveUnits();
    const before = hashes();
    folder.bufferChanged('a.ts', save('go();\n'));
    await folder.settled();
    await folder.resolveUnits();
    assert.deepEqual(units(), ['a.ts save 2-4']);
    assert.notDeepEqual(hashes(), before);
    folder.bufferClosed('a.ts');
    await folder.resolveUnits();
    assert.deepEqual([units(), hashes()], [['a.ts save 2-3'], before]);
  });

  it('stay, and move with their annotation, until they are found anew', async () => {
    const { folder, units, outdated, hashes } = await opened({ 'a.ts': save() });
    await folder.resolveUnits();
    const [before, told] = [hashes(), outdated()];
    folder.bufferChanged('a.ts', `import { b } from 'b';\n\n${save()}`);
    await folder.settled();
    assert.deepEqual([units(), hashes()], [['a.ts save 4-5'], before]);
    assert.ok(outdated() > told);
  });

  it('are outdated by code that changed under annotations that did not', async () => {
    const { folder, fs, asked, outdated, units } = await opened({ 'a.ts': save() });
    await folder.resolveUnits();
    const told = outdated();
    fs.write('a.ts', save('go();\n'));
    await folder.fileChanged('a.ts');
    assert.ok(outdated() > told);
    await folder.resolveUnits();
    assert.deepEqual(units(), ['a.ts save 2-4']);
    assert.equal(asked.length, 2);
  });

  it('do not come from a text that is no longer the one that was read', async () => {
    let change: (() => void) | undefined;
    const { folder, units } = await opened({ 'a.ts': save() }, () => {
      change?.();
      return Promise.resolve();
    });
    change = () => folder.bufferChanged('a.ts', save('go();\n'));
    await folder.resolveUnits();
    assert.deepEqual(units(), ['a.ts -']);
    change = undefined;
    await folder.settled();
    await folder.resolveUnits();
    assert.deepEqual(units(), ['a.ts save 2-4']);
  });

  it('come all the same when the file was merely read again meanwhile', async () => {
    let again = (): Promise<void> => Promise.resolve();
    const { folder, asked, units } = await opened({ 'a.ts': save() }, () => again());
    again = () => {
      again = () => Promise.resolve();
      return folder.rescan();
    };
    await folder.resolveUnits();
    assert.deepEqual(units(), ['a.ts save 2-3']);
    assert.deepEqual(asked, [['a.ts'], ['a.ts']]);
  });

  it('are none where the annotations no longer stand on disk where they stood', async () => {
    const { folder, fs, units } = await opened({ 'a.ts': save() });
    fs.write('a.ts', '\n');
    await folder.resolveUnits();
    assert.deepEqual(units(), ['a.ts -']);
  });

  it('stop coming when they are no longer wanted, and can be asked for again', async () => {
    const controller = new AbortController();
    const { folder, units } = await opened({ 'a.ts': save() }, () => {
      controller.abort(new Error('enough'));
      return Promise.resolve();
    });
    await assert.rejects(folder.resolveUnits(undefined, controller.signal), /enough/u);
    assert.deepEqual(units(), ['a.ts -']);
    await folder.resolveUnits();
    assert.deepEqual(units(), ['a.ts save 2-3']);
  });

  it('leaves the cells of notebooks as the scan named them', async () => {
    const notebook = JSON.stringify({ cells: [{ cell_type: 'code', source: '# @segur GEN.18\nf()' }] }, null, 1);
    const { folder, asked, units } = await opened({ 'a.ipynb': notebook });
    await folder.resolveUnits();
    assert.deepEqual(asked, []);
    assert.deepEqual(units(), ['a.ipynb cell 1 5-5']);
  });
});
