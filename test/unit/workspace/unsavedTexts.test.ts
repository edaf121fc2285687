import assert from 'node:assert/strict';
import type { Problem } from '../../../src/base/problem';
import { FolderTrace, type TraceChange } from '../../../src/workspace/folderTrace';
import { MemoryFileSystem } from './memoryFileSystem';
import { MemoryScan } from './memoryScan';

const SHIPPED = `version: 1
catalog: { id: c, title: C }
requirements:
  - { id: SC.SSI/GEN.18, title: Test, needs: [code, proof] }
  - { id: SC.SSI/GEN.21, title: Sauvegarde, needs: [code] }
`;
const PROJECT = `version: 1
product: { name: Démo }
catalogs: [builtin:segur-v2, rem/*.yaml]
scan: { tests: [test/**] }
proofs:
  - for: SC.SSI/GEN.18
    kind: documentation
    files: preuves/a.pdf
  - for: SC.SSI/GEN.21
    kind: documentation
    files: preuves/none.pdf
`;
const CATALOG = `version: 1
catalog: { id: rem, title: REM }
requirements:
  - { id: REM.1, title: Un }
  - { id: REM.2, title: Deux }
`;
const CODE = '// @segur REM.1, SC.SSI/GEN.18\nrun();\n';

async function opened() {
  const fs = new MemoryFileSystem({
    'segur.yaml': PROJECT,
    'rem/rem.yaml': CATALOG,
    'preuves/a.pdf': '%PDF',
    'src/a.ts': CODE,
  });
  const scans = new MemoryScan(fs);
  const faults: unknown[] = [];
  const folder = new FolderTrace({
    fs,
    clock: { today: () => '2026-11-23' },
    builtinCatalog: () => Promise.resolve([{ file: 'builtin:segur-v2', text: SHIPPED }]),
    scan: scans.scan,
    onError: (error) => faults.push(error),
  });
  await folder.load();
  const changes: TraceChange[] = [];
  folder.onDidChange((change) => changes.push(change));
  fs.forgetAccesses();
  const type = async (path: string, text: string): Promise<void> => {
    folder.unsavedChanged(path, text);
    await folder.settled();
    assert.deepEqual(faults, []);
  };
  return { fs, folder, scans, changes, type };
}

function told(folder: FolderTrace): string[] {
  return folder.trace.problems.map(
    ({ code, file, range }: Problem) => `${code} ${file}:${(range?.start.line ?? 0) + 1}`,
  );
}

describe('unsaved text of segur.yaml', () => {
  it('counts at once, and what is on disk counts again when it is given up', async () => {
    const { folder, type } = await opened();
    const before = told(folder);
    assert.deepEqual(before, ['proof.missing segur.yaml:9']);
    await type('segur.yaml', `${PROJECT}decisions:\n  - { for: SC.SSI/GEN.18, status: not-applicable, reason: r }\n`);
    assert.equal(folder.trace.requirement('SC.SSI/GEN.18')?.state, 'not-applicable');
    assert.ok(told(folder).includes('annotation.unwanted src/a.ts:1'));
    folder.unsavedGone('segur.yaml');
    await folder.settled();
    assert.deepEqual(told(folder), before);
    assert.notEqual(folder.trace.requirement('SC.SSI/GEN.18')?.state, 'not-applicable');
  });

  it('asks the disk for nothing while no path in it changes, and for files alone when one does', async () => {
    const { fs, scans, type } = await opened();
    await type('segur.yaml', PROJECT.replace('Démo', 'Démonstration'));
    await type('segur.yaml', PROJECT.replace('kind: documentation', 'kind: capture'));
    assert.deepEqual(fs.accesses, []);
    await type('segur.yaml', PROJECT.replace('none.pdf', 'a.pdf'));
    assert.deepEqual(fs.accesses, ['glob preuves/**', 'stat preuves/a.pdf']);
    assert.equal(scans.runs, 1);
  });

  it('says what it said before while it is broken, with its problems where the lines now are', async () => {
    const { folder, type } = await opened();
    for (const broken of [
      PROJECT.replace('product:', '# one\n# two\nproduct: ['),
      PROJECT.replace('version: 1', 'version: 7\n#\n'),
      '',
    ]) {
      await type('segur.yaml', broken);
      assert.equal(folder.trace.requirements.length, 4, broken);
      assert.equal(folder.project.proofs.length, 2, broken);
    }
    await type('segur.yaml', PROJECT.replace('product:', '# one\n# two\nproduct: ['));
    assert.ok(told(folder).includes('proof.missing segur.yaml:11'));
    assert.ok(told(folder).some((problem) => problem.startsWith('yaml.syntax')));
  });

  it('counts as it is once it is saved, broken or not', async () => {
    const { fs, folder, type } = await opened();
    const broken = 'version: 1\ncatalogs: [builtin:segur-v2\n';
    await type('segur.yaml', broken);
    assert.equal(folder.trace.requirements.length, 4);
    fs.write('segur.yaml', broken);
    folder.unsavedGone('segur.yaml');
    await folder.settled();
    assert.equal(folder.trace.requirements.length, 2);
  });

  it('reads the folder by other rules only once it is saved, but tells tests from code at once', async () => {
    const { fs, folder, scans, type } = await opened();
    const other = PROJECT.replace('tests: [test/**]', 'tests: [src/**], exclude: [src/**]');
    await type('segur.yaml', other);
    assert.equal(folder.trace.requirement('REM.1')?.links[0]?.verb, 'verifies');
    assert.equal(scans.runs, 1);
    fs.write('segur.yaml', other);
    folder.unsavedGone('segur.yaml');
    await folder.settled();
    assert.equal(scans.runs, 2);
    assert.deepEqual(folder.trace.requirement('REM.1')?.links, []);
  });

  it('links again only the files that a decision concerns', async () => {
    const { folder, changes, type } = await opened();
    const links = folder.trace.requirement('REM.1')?.links[0];
    await type('segur.yaml', `# moved by a line\n${PROJECT}`);
    assert.deepEqual(changes, [{ requirements: new Set(['SC.SSI/GEN.18', 'SC.SSI/GEN.21']) }]);
    assert.equal(folder.trace.requirement('REM.1')?.links[0], links);
  });
});

describe('unsaved text of a catalogue', () => {
  it('counts at once, and asks the disk for nothing', async () => {
    const { fs, folder, type } = await opened();
    await type('rem/rem.yaml', CATALOG.replace('REM.1,', 'REM.3,'));
    assert.ok(told(folder).includes('annotation.unknown-id src/a.ts:1'));
    assert.equal(folder.trace.requirement('REM.3')?.state, 'missing');
    assert.deepEqual(fs.accesses, []);
  });

  it('says what it said before while it is broken, and links nothing again', async () => {
    const { folder, type } = await opened();
    const { catalog } = folder;
    const link = folder.trace.requirement('REM.1')?.links[0];
    for (const broken of [`${CATALOG}  - { id: REM.3, title: "`, 'version: 9\n', '']) {
      await type('rem/rem.yaml', broken);
      assert.equal(folder.catalog, catalog);
      assert.equal(folder.trace.requirement('REM.1')?.links[0], link);
      assert.ok(told(folder).some((problem) => /^yaml\.\w+ rem\/rem\.yaml/u.test(problem)));
    }
  });

  it('counts that of a catalogue that the unsaved project file names for the first time', async () => {
    const { fs, folder, type } = await opened();
    fs.write('more/ours.yaml', 'version: 1\nrequirements: []\n');
    await type('more/ours.yaml', 'version: 1\nrequirements: [{ id: OURS.1, title: Nôtre }]\n');
    assert.equal(folder.trace.requirement('OURS.1'), undefined);
    await type('segur.yaml', PROJECT.replace('rem/*.yaml]', 'rem/*.yaml, more/ours.yaml]'));
    assert.equal(folder.trace.requirement('OURS.1')?.state, 'missing');
  });
});
