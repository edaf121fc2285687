import assert from 'node:assert/strict';
import { ProblemCode } from '../../../src/base/problem';
import { FolderTrace, type TraceChange } from '../../../src/workspace/folderTrace';
import type { FolderSettings } from '../../../src/workspace/folderSettings';
import type { Scan } from '../../../src/workspace/scanOptions';
import { MemoryFileSystem } from './memoryFileSystem';
import { MemoryScan } from './memoryScan';

const CATALOG = `version: 1
catalog: { id: c, title: C }
requirements:
  - { id: SC.SSI/GEN.18, title: Test, needs: [code, proof] }
  - { id: SC.SSI/GEN.21, title: Sauvegarde, needs: [code] }
  - { id: SC.SSI/IE.36, title: Mot de passe, needs: [code] }
`;

interface Opened {
  readonly fs: MemoryFileSystem;
  readonly folder: FolderTrace;
  readonly scans: MemoryScan;
  readonly changes: TraceChange[];
  readonly errors: unknown[];
  readonly placesOf: (id: string) => string[];
  readonly codes: () => ProblemCode[];
}

function open(
  files: Readonly<Record<string, string | Uint8Array>>,
  replaceScan?: Scan,
  settings: FolderSettings = {},
): Opened {
  const fs = new MemoryFileSystem(files);
  const scans = new MemoryScan(fs);
  const errors: unknown[] = [];
  const folder = new FolderTrace({
    fs,
    clock: { today: () => '2026-11-23' },
    builtinCatalog: (name) =>
      Promise.resolve(name === 'segur-v2' ? [{ file: 'builtin:segur-v2', text: CATALOG }] : undefined),
    scan: replaceScan ?? scans.scan,
    settings,
    onError: (error) => errors.push(error),
  });
  const changes: TraceChange[] = [];
  folder.onDidChange((change) => changes.push(change));
  return {
    fs,
    folder,
    scans,
    changes,
    errors,
    placesOf: (id) =>
      folder.trace.requirement(id)?.links.map((link) => `${link.file}:${link.range.start.line + 1} ${link.verb}`) ?? [],
    codes: () => folder.trace.problems.map(({ code }) => code),
  };
}

async function opened(files: Readonly<Record<string, string | Uint8Array>>): Promise<Opened> {
  const all = open(files);
  await all.folder.load();
  assert.deepEqual(all.errors, []);
  all.fs.forgetAccesses();
  all.changes.length = 0;
  return all;
}

const annotated = (id: string): string => `// @segur ${id}\nfoo();\n`;

// @segur ST.SCN.03
describe('FolderTrace', () => {
  it('joins the shipped catalogue and the annotations of a folder without a project file', async () => {
    const { folder, placesOf } = await opened({
      'src/a.ts': annotated('GEN.18'),
      'test/a.spec.ts': annotated('SC.SSI/GEN.18'),
      'README.md': 'nothing',
    });
    assert.equal(folder.hasProjectFile, false);
    assert.deepEqual(placesOf('SC.SSI/GEN.18'), ['src/a.ts:1 implements', 'test/a.spec.ts:1 verifies']);
    assert.deepEqual(folder.stats, { files: 3, bytes: 62, matched: 2, ignored: 0 });
  });

  it('leaves the files of a workspace folder inside it to that folder, but may name them as proofs', async () => {
    const { fs, folder, placesOf } = open(
      {
        'segur.yaml': 'version: 1\nproofs:\n  - { for: SC.SSI/GEN.18, kind: rapport, files: libs/*/proof.pdf }\n',
        'a.ts': annotated('GEN.18'),
        'libs/[core]/b.ts': annotated('GEN.18'),
        'libs/[core]/deep/c.ts': annotated('GEN.18'),
        'libs/[core]2/d.ts': annotated('GEN.18'),
        'libs/[core]/proof.pdf': 'x',
      },
      undefined,
      { innerFolders: ['libs/[core]'] },
    );
    await folder.load();
    const own = ['a.ts:1 implements', 'libs/[core]2/d.ts:1 implements'];
    assert.deepEqual(placesOf('SC.SSI/GEN.18'), own);
    fs.write('libs/[core]/new.ts', annotated('GEN.18'));
    await folder.fileChanged('libs/[core]/new.ts');
    folder.bufferChanged('libs/[core]/b.ts', annotated('GEN.18'));
    await folder.settled();
    assert.deepEqual(placesOf('SC.SSI/GEN.18'), own);
    const proofState = () => folder.trace.requirement('SC.SSI/GEN.18')?.proofs[0]?.state;
    assert.equal(proofState(), 'ok');
    fs.delete('libs/[core]/proof.pdf');
    await folder.fileDeleted('libs/[core]/proof.pdf');
    assert.equal(proofState(), 'missing');
  });

  it('has an empty trace before it is loaded', () => {
    const { folder } = open({ 'a.ts': annotated('GEN.18') });
    assert.deepEqual(folder.trace.requirements, []);
    assert.deepEqual(folder.trace.problems, []);
  });

  it('follows the project file: marker, excludes, catalogues, profile, proofs', async () => {
    const { folder, placesOf, codes } = await opened({
      'segur.yaml': `version: 1
product: { name: P }
catalogs: ["builtin:segur-v2", "requirements/*.yaml"]
scan: { marker: "@req", exclude: ["gen/**"] }
proofs:
  - { for: SC.SSI/GEN.18, kind: rapport, files: preuves/*.pdf }
  - { for: X-1, kind: rapport, files: nowhere/*.pdf }
`,
      'requirements/own.yaml': 'version: 1\nrequirements:\n  - { id: X-1, title: Own }\n',
      'preuves/a.pdf': 'x',
      'a.ts': '// @req X-1\n// @segur GEN.18\nfoo();\n',
      'gen/b.ts': '// @req X-1\n',
    });
    assert.equal(folder.marker, '@req');
    assert.equal(folder.trace.product.name, 'P');
    assert.deepEqual(placesOf('X-1'), ['a.ts:1 implements']);
    assert.deepEqual(placesOf('SC.SSI/GEN.18'), []);
    assert.equal(folder.trace.requirement('SC.SSI/GEN.18')?.proofs[0]?.state, 'ok');
    assert.deepEqual(codes(), [ProblemCode.ProofMissing]);
  });

  it('says which catalogues it does not find, and where they are named', async () => {
    const { folder } = await opened({
      'segur.yaml': 'version: 1\ncatalogs:\n  - builtin:autre\n  - nulle/part.yaml\n  - builtin:segur-v2\n',
    });
    assert.deepEqual(
      folder.trace.problems.map(({ code, file, range }) => [code, file, range?.start.line]),
      [
        [ProblemCode.CatalogNotFound, 'segur.yaml', 2],
        [ProblemCode.CatalogNotFound, 'segur.yaml', 3],
      ],
    );
    assert.equal(folder.catalog.requirements.length, 3);
  });

  it('goes on with the defaults when the project file cannot be read', async () => {
    const all = open({ 'segur.yaml': 'version: 1', 'a.ts': annotated('SC.SSI/GEN.18') });
    all.fs.makeUnreadable('segur.yaml');
    await all.folder.load();
    assert.deepEqual(all.codes(), [ProblemCode.FileUnreadable]);
    assert.deepEqual(all.placesOf('SC.SSI/GEN.18'), ['a.ts:1 implements']);
    assert.deepEqual(all.errors, []);
  });

  it('reads a changed file alone, and names the requirements that it touches', async () => {
    const { fs, folder, changes, placesOf } = await opened({
      'src/a.ts': annotated('GEN.18'),
      'src/b.ts': annotated('GEN.21'),
    });
    fs.write('src/a.ts', annotated('IE.36'));
    await folder.fileChanged('src/a.ts');
    assert.deepEqual(placesOf('SC.SSI/GEN.18'), []);
    assert.deepEqual(placesOf('SC.SSI/IE.36'), ['src/a.ts:1 implements']);
    assert.deepEqual(changes, [{ requirements: new Set(['SC.SSI/GEN.18', 'SC.SSI/IE.36']) }]);
    assert.deepEqual(
      fs.accesses.filter((access) => !access.endsWith('.gitignore')),
      ['read src/a.ts'],
    );
  });

  it('tells nothing when a changed file says what it said', async () => {
    const { fs, folder, changes } = await opened({ 'a.ts': annotated('GEN.18') });
    fs.write('a.ts', `${annotated('GEN.18')}bar();\n`);
    await folder.fileChanged('a.ts');
    assert.deepEqual(changes, []);
  });

  it('forgets deleted files and folders', async () => {
    const { folder, placesOf } = await opened({
      'a.ts': annotated('GEN.18'),
      'd/b.ts': annotated('GEN.18'),
      'd/e/c.ts': annotated('GEN.18'),
      'dd.ts': annotated('GEN.18'),
    });
    await folder.fileDeleted('d');
    assert.deepEqual(placesOf('SC.SSI/GEN.18'), ['a.ts:1 implements', 'dd.ts:1 implements']);
    await folder.fileDeleted('a.ts');
    assert.deepEqual(placesOf('SC.SSI/GEN.18'), ['dd.ts:1 implements']);
  });

  it('reads all of a folder that came', async () => {
    const { fs, folder, placesOf } = await opened({});
    fs.write('new [1] {a,b}/a.ts', annotated('GEN.18'));
    fs.write('new [1] {a,b}/b/c.ts', annotated('GEN.18'));
    await folder.fileChanged('new [1] {a,b}');
    await folder.settled();
    assert.deepEqual(placesOf('SC.SSI/GEN.18'), [
      'new [1] {a,b}/a.ts:1 implements',
      'new [1] {a,b}/b/c.ts:1 implements',
    ]);
  });

  it('does not read changed files that the scan leaves out', async () => {
    const { fs, folder, placesOf } = await opened({ '.gitignore': 'out/\n', 'd/.gitignore': '*.gen.ts\n' });
    for (const path of ['out/a.ts', 'node_modules/p/a.ts', 'd/e/x.gen.ts', 'd/ok.ts']) {
      fs.write(path, annotated('GEN.18'));
      await folder.fileChanged(path);
    }
    assert.deepEqual(placesOf('SC.SSI/GEN.18'), ['d/ok.ts:1 implements']);
  });

  it('scans anew when an ignore file changes', async () => {
    const { fs, folder, placesOf } = await opened({ 'a.ts': annotated('GEN.18'), 'out/b.ts': annotated('GEN.18') });
    fs.write('.gitignore', 'out/\n');
    await folder.fileChanged('.gitignore');
    assert.deepEqual(placesOf('SC.SSI/GEN.18'), ['a.ts:1 implements']);
  });

  it('scans once for a burst of events', async () => {
    const { fs, folder, scans, placesOf } = await opened({});
    const events = Array.from({ length: 300 }, (_, i) => `f${i}.ts`);
    events.forEach((path) => fs.write(path, annotated('GEN.18')));
    await Promise.all(events.map((path) => folder.fileChanged(path)));
    assert.equal(scans.runs, 2);
    assert.equal(placesOf('SC.SSI/GEN.18').length, 300);
    assert.equal(fs.accesses.filter((access) => access.startsWith('read f')).length, 0);
  });

  it('reads once a file with many events', async () => {
    const { fs, folder } = await opened({ 'a.ts': annotated('GEN.18') });
    await Promise.all(Array.from({ length: 20 }, () => folder.fileChanged('a.ts')));
    assert.equal(fs.accesses.filter((access) => access === 'read a.ts').length, 1);
  });

  it('lets the text in an editor count before the file, until it is closed', async () => {
    const { folder, placesOf } = await opened({ 'a.ts': annotated('GEN.18') });
    folder.bufferChanged('a.ts', annotated('GEN.21'), 'typescript');
    await folder.settled();
    assert.deepEqual([placesOf('SC.SSI/GEN.18'), placesOf('SC.SSI/GEN.21')], [[], ['a.ts:1 implements']]);
    folder.bufferClosed('a.ts');
    assert.deepEqual([placesOf('SC.SSI/GEN.18'), placesOf('SC.SSI/GEN.21')], [['a.ts:1 implements'], []]);
  });

  it('takes in a keystroke at once, without reading anything', async () => {
    const { fs, folder, changes, placesOf } = await opened({ 'a.ts': annotated('GEN.18') });
    folder.bufferChanged('a.ts', annotated('GEN.18'));
    await folder.settled();
    fs.forgetAccesses();
    folder.bufferChanged('a.ts', annotated('GEN.21'));
    assert.deepEqual(placesOf('SC.SSI/GEN.21'), ['a.ts:1 implements']);
    assert.equal(changes.length, 1);
    assert.deepEqual(fs.accesses, []);
  });

  it('keeps unsaved text when the file on disk changes or is deleted', async () => {
    const { fs, folder, placesOf } = await opened({ 'a.ts': annotated('GEN.18') });
    folder.bufferChanged('a.ts', annotated('GEN.21'));
    await folder.settled();
    fs.write('a.ts', annotated('IE.36'));
    await folder.fileChanged('a.ts');
    await folder.fileDeleted('a.ts');
    assert.deepEqual(placesOf('SC.SSI/GEN.21'), ['a.ts:1 implements']);
    folder.bufferClosed('a.ts');
    assert.deepEqual(placesOf('SC.SSI/GEN.21'), []);
  });

  it('reads texts that were open before the folder was', async () => {
    const all = open({ 'a.ts': 'x' });
    all.folder.bufferChanged('a.ts', annotated('GEN.18'));
    all.folder.bufferChanged('node_modules/p/b.ts', annotated('GEN.18'));
    await all.folder.load();
    assert.deepEqual(all.placesOf('SC.SSI/GEN.18'), ['a.ts:1 implements']);
  });

  it('looks for proofs and catalogues in a folder that comes, of whose files nobody tells', async () => {
    const { fs, folder } = await opened({
      'segur.yaml':
        'version: 1\ncatalogs: ["requirements/own/*.yaml"]\nproofs:\n  - { for: OWN-1, kind: rapport, files: preuves/IE.31/*.pdf }\n',
    });
    fs.write('requirements/own/a.yaml', 'version: 1\nrequirements:\n  - { id: OWN-1, title: Un, needs: [proof] }\n');
    await folder.fileChanged('requirements');
    assert.equal(folder.trace.requirement('OWN-1')?.proofs[0]?.state, 'missing');
    fs.write('preuves/IE.31/a.pdf', 'x');
    await folder.fileChanged('preuves/IE.31');
    assert.equal(folder.trace.requirement('OWN-1')?.proofs[0]?.state, 'ok');
  });

  it('holds proofs against the files again when one of them comes or goes', async () => {
    const { fs, folder, changes, codes } = await opened({
      'segur.yaml': 'version: 1\nproofs:\n  - { for: SC.SSI/GEN.18, kind: rapport, files: preuves/*.pdf }\n',
    });
    assert.deepEqual(codes(), [ProblemCode.ProofMissing]);
    fs.write('preuves/a.pdf', 'x');
    await folder.fileChanged('preuves/a.pdf');
    assert.deepEqual(codes(), []);
    assert.deepEqual(changes, [{ requirements: new Set(['SC.SSI/GEN.18']) }]);
    fs.delete('preuves/a.pdf');
    await folder.fileDeleted('preuves');
    assert.deepEqual(codes(), [ProblemCode.ProofMissing]);
  });

  it('scans anew after a change of the project file only when it asks for other files', async () => {
    const { fs, folder, scans } = await opened({ 'a.ts': annotated('GEN.18') });
    fs.write('segur.yaml', 'version: 1\nproduct: { name: P }\n');
    await folder.fileChanged('segur.yaml');
    assert.equal(folder.trace.product.name, 'P');
    assert.equal(scans.runs, 1);
    fs.write('segur.yaml', 'version: 1\nscan: { exclude: [a.ts] }\n');
    await folder.fileChanged('segur.yaml');
    assert.equal(scans.runs, 2);
    assert.equal(folder.annotationsOf('a.ts'), undefined);
    fs.delete('segur.yaml');
    await folder.fileDeleted('segur.yaml');
    assert.notEqual(folder.annotationsOf('a.ts'), undefined);
    assert.equal(folder.hasProjectFile, false);
  });

  it('goes by the day on which it is read again', async () => {
    let today = '2026-11-23';
    const decision =
      'version: 1\ndecisions: [{ for: GEN.18, status: not-applicable, reason: Non, expires: 2026-11-30 }]\n';
    const fs = new MemoryFileSystem({ 'segur.yaml': decision });
    const folder = new FolderTrace({
      fs,
      clock: { today: () => today },
      builtinCatalog: () => Promise.resolve([{ file: 'builtin:segur-v2', text: CATALOG }]),
      scan: new MemoryScan(fs).scan,
      onError: (error) => assert.fail(String(error)),
    });
    await folder.load();
    assert.equal(folder.trace.requirement('SC.SSI/GEN.18')?.state, 'not-applicable');
    today = '2026-12-01';
    await folder.reload();
    assert.equal(folder.trace.requirement('SC.SSI/GEN.18')?.state, 'missing');
  });

  it('takes in a changed catalogue', async () => {
    const { fs, folder, placesOf } = await opened({
      'segur.yaml': 'version: 1\ncatalogs: ["r/*.yaml"]\nscan: { mentions: false }\n',
      'r/a.yaml': 'version: 1\nrequirements:\n  - { id: X-1, title: One }\n',
      'a.ts': '// @segur X-2\n',
    });
    assert.equal(folder.trace.unknownLinks.length, 1);
    fs.write('r/b.yaml', 'version: 1\nrequirements:\n  - { id: X-2, title: Two }\n');
    await folder.fileChanged('r/b.yaml');
    assert.deepEqual(placesOf('X-2'), ['a.ts:1 implements']);
    fs.delete('r/b.yaml');
    await folder.fileDeleted('r/b.yaml');
    assert.equal(folder.trace.unknownLinks.length, 1);
  });

  it('lists ids without the marker as mentions, unless they are turned off', async () => {
    const files = { 'a.ts': '// SC.SSI/GEN.18 : hors périmètre\n' };
    assert.equal((await opened(files)).folder.trace.mentions.length, 1);
    const off = await opened({ ...files, 'segur.yaml': 'version: 1\nscan: { mentions: false }\n' });
    assert.equal(off.folder.trace.mentions.length, 0);
  });

  it('reports an unreadable file and forgets the report when it can be read', async () => {
    const { fs, folder, codes } = await opened({ 'a.ts': 'x' });
    fs.makeUnreadable('a.ts');
    await folder.fileChanged('a.ts');
    assert.deepEqual(codes(), [ProblemCode.FileUnreadable]);
    assert.equal(folder.trace.problems[0]?.file, 'a.ts');
    await folder.fileDeleted('a.ts');
    assert.deepEqual(codes(), []);
  });

  it('gives up a scan for a newer one, and never runs two at once', async () => {
    let running = 0;
    let most = 0;
    let aborted = 0;
    const all = open({}, async (_options, _onBatch, signal) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      if (signal?.aborted === true) {
        aborted++;
        signal.throwIfAborted();
      }
      return { files: 0, bytes: 0, matched: 0, ignored: 0 };
    });
    const first = all.folder.load();
    await new Promise((resolve) => setTimeout(resolve, 3));
    await Promise.all([first, all.folder.rescan(), all.folder.rescan()]);
    assert.deepEqual([most, running, aborted], [1, 0, 1]);
    assert.deepEqual(all.errors, []);
  });

  it('reports a scan that breaks, and can scan again', async () => {
    let broken = true;
    const all = open({}, () => {
      const stats = { files: 1, bytes: 0, matched: 0, ignored: 0 };
      return broken ? Promise.reject(new Error('worker gone')) : Promise.resolve(stats);
    });
    await all.folder.load();
    assert.equal(all.errors.length, 1);
    broken = false;
    await all.folder.rescan();
    assert.equal(all.folder.stats?.files, 1);
  });

  describe('with test results', () => {
    const failing = (message: string) =>
      `<testsuite><testcase name="SC.SSI/GEN.21"><failure message="${message}"/></testcase></testsuite>`;
    const files = {
      'segur.yaml': 'version: 1\nresults: ["**/build/test-results/*.xml"]\n',
      '.gitignore': 'build/\n',
      'src/a.ts': annotated('GEN.21'),
      'a/build/test-results/r.xml': failing('un'),
    };
    const messages = ({ folder }: Opened) =>
      folder.trace
        .requirement('SC.SSI/GEN.21')
        ?.gaps.map((gap) => (gap.kind === 'test-failed' ? gap.result.message : gap.kind)) ?? [];

    it('reads them although git ignores them, and a failed test leaves its requirement open', async () => {
      const all = await opened(files);
      assert.deepEqual(messages(all), ['un']);
      assert.equal(all.folder.trace.requirement('SC.SSI/GEN.21')?.state, 'partial');
    });

    it('reads a file that changes alone: no scan, no listing, and only its requirements are told', async () => {
      const all = await opened(files);
      const scans = all.scans.runs;
      all.fs.write('a/build/test-results/r.xml', failing('deux'));
      await all.folder.fileChanged('a/build/test-results/r.xml');
      assert.deepEqual(messages(all), ['deux']);
      assert.equal(all.scans.runs, scans);
      assert.deepEqual(
        all.fs.accesses.filter((access) => access.startsWith('glob') || access.startsWith('read')),
        ['read a/build/test-results/r.xml', 'read .gitignore', 'read a/.gitignore'],
      );
      assert.deepEqual(
        all.changes.map(({ requirements }) => (requirements === 'all' ? requirements : [...requirements])),
        [['SC.SSI/GEN.21']],
      );
    });

    it('takes in a run of many files without reading the folder again', async () => {
      const all = await opened(files);
      const scans = all.scans.runs;
      const paths = Array.from({ length: 500 }, (_, at) => `b/build/test-results/r${at}.xml`);
      paths.forEach((path) => all.fs.write(path, failing(path)));
      await Promise.all(paths.map((path) => all.folder.fileChanged(path)));
      assert.equal(messages(all).length, 501);
      assert.equal(all.scans.runs, scans);
      paths.forEach((path) => all.fs.delete(path));
      await all.folder.fileDeleted('b/build');
      assert.deepEqual(messages(all), ['un']);
      assert.equal(all.scans.runs, scans);
    });

    it('says where nothing matches, and says nothing of tests then', async () => {
      const all = await opened(files);
      all.fs.delete('a/build/test-results/r.xml');
      await all.folder.fileDeleted('a/build/test-results/r.xml');
      assert.ok(all.codes().includes(ProblemCode.ResultsMissing));
      assert.deepEqual(messages(all), []);
    });

    it('finds them again when the whole folder is read again', async () => {
      const all = await opened(files);
      all.fs.write('new/build/test-results/n.xml', failing('trois'));
      await all.folder.rescan();
      assert.deepEqual(messages(all), ['un', 'trois']);
    });
  });

  it('is silent once disposed', async () => {
    const { fs, folder, changes } = await opened({ 'a.ts': annotated('GEN.18') });
    folder.dispose();
    fs.write('a.ts', annotated('GEN.21'));
    await folder.fileChanged('a.ts');
    assert.deepEqual(changes, []);
  });
});
