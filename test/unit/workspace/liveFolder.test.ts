import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LiveFolder, type Disk } from '../../live/liveFolder';
import { MemoryFileSystem } from './memoryFileSystem';
import { MemoryScan } from './memoryScan';

const CODE = [
  'src/a.ts',
  'src/b.ts',
  'src/deep/c.py',
  'test/a.spec.ts',
  'gen/d.ts',
  'docs/n.md',
  'lib/x/y.ts',
  'lib/x/z.sql',
];
const FOLDERS = ['src', 'src/deep', 'lib', 'lib/x', 'other', 'gen', 'requirements', 'preuves', 'build'];

const TEXTS = [
  '',
  'nothing here\n',
  '// @segur SC.SSI/GEN.18\nfunction f() {}\n',
  '# @segur GEN.21, X-1 — note\ndef f():\n  pass\n',
  '// @segur verifies IE.36\nit("x", () => {});\n// @segur partial GEN.18\n',
  '// @segur todo GEN.18\n// @segur Y-9\n// GEN.21 hors périmètre\n',
  '// @req X-1\n// @segur:off\n// @segur GEN.18\n',
  '@segur GEN.18\n\n-- @segur GEN.21\n',
  '// @segur implementz GEN.18~2020\n// @segur\n',
];

const PROJECTS = [
  'version: 1\n',
  'version: 1\ncatalogs: ["builtin:segur-v2", "requirements/*.yaml"]\nscan: { exclude: ["gen/**"] }\n',
  'version: 1\ncatalogs: ["builtin:segur-v2", "requirements/own.yaml"]\nscan: { marker: "@req" }\n',
  'version: 1\nscan: { include: ["src/**", "lib/**"], tests: ["lib/**"] }\nproofs:\n  - { for: GEN.18, kind: rapport, files: "preuves/*.pdf", date: 2026-01-01 }\n  - { for: GEN.18, kind: documentation, files: "preuves/**/*.md" }\n',
  'version: 1\nprofile: { profils: [IAM] }\ndecisions:\n  - { for: IE.36, status: not-applicable, reason: x, date: 2026-01-01 }\n',
  'version: 1\nresults: ["build/**/*.xml"]\ncatalogs: ["nulle/part.yaml", "builtin:segur-v2"]\n',
  'version: 1\nscan: [\n',
  'version: 2\n',
];

const CATALOGS = [
  'version: 1\nrequirements:\n  - { id: X-1, title: Own, needs: [code, test] }\n',
  'version: 1\nrequirements:\n  - { id: X-1, title: Other, needs: [proof], aliases: [Y-9] }\n  - { id: SC.SSI/GEN.18, title: Again }\n',
  'version: 1\nrequirements:\n  - { id: X-1\n',
];

const DOCUMENTS = ['', '## Rôles\n\nIci.\n', '## Rôles\n\nÀ compléter\n'];

const RESULTS = [
  '<testsuite name="a"><testcase name="x" classname="test/a.spec.ts" file="test/a.spec.ts"/></testsuite>',
  '<testsuite name="a"><testcase name="x" file="test/a.spec.ts"><failure/></testcase></testsuite>',
  '<testsuite name="a"><testca',
];

const LOCKS = [
  '{"version":1}',
  '{"version":1,"requirements":[{"id":"SC.SSI/GEN.18","text":"0123456789abcdef","links":[{"file":"src/a.ts","verb":"implements","code":"0123456789abcdef"}]}]}',
  '{"version":1,"requirements":',
];

const IGNORES = ['', 'gen/\n', '*.py\n', '/src/\n', 'lib\n!lib/x\n', '**/x/*.ts\n', '!gen/\n'];

const BUILTIN = `version: 1
catalog: { id: c, title: C, edition: "2026" }
requirements:
  - { id: SC.SSI/GEN.18, title: Test, needs: [code, proof], checklist: [{ id: raci, text: Rôles }] }
  - { id: SC.SSI/GEN.21, title: Sauvegarde, chapter: Un, needs: [code], profiles: [{ profil: IAM }] }
  - { id: SC.SSI/IE.36, title: Mot de passe, chapter: Un, needs: [code, test] }
`;

/** A file, and a text that may stand in it. */
const written = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...CODE), fc.constantFrom(...TEXTS)) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('segur.yaml'), fc.constantFrom(...PROJECTS)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('requirements/own.yaml', 'requirements/two.yaml'), fc.constantFrom(...CATALOGS)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('preuves/a.pdf', 'preuves/b.md', 'preuves/in/c.md'), fc.constantFrom(...DOCUMENTS)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('build/TEST-a.xml', 'build/in/b.xml'), fc.constantFrom(...RESULTS)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('segur.lock.json'), fc.constantFrom(...LOCKS)) },
); // prettier-ignore

/** Editors do not change ignore files here: a scan goes by what is on disk. */
const ignored = fc.tuple(
  fc.constantFrom('.gitignore', 'src/.gitignore', 'lib/x/.gitignore'),
  fc.constantFrom(...IGNORES),
);

const somewhere = fc.oneof(written.map(([path]) => path), fc.constantFrom(...FOLDERS)); // prettier-ignore

type Step = readonly [name: string, run: (live: LiveFolder) => void | Promise<void>];

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.oneof({ weight: 6, arbitrary: written }, { weight: 1, arbitrary: ignored }).map(([path, text]): Step => [`write ${path} ${JSON.stringify(text)}`, (live) => live.write(path, text)]) },
  { weight: 2, arbitrary: fc.oneof(somewhere, ignored.map(([path]) => path)).map((path): Step => [`delete ${path}`, (live) => live.delete(path)]) },
  { weight: 2, arbitrary: fc.tuple(somewhere, somewhere).filter(([from, to]) => from !== to && !to.startsWith(`${from}/`) && !from.startsWith(`${to}/`) && FOLDERS.includes(from) === FOLDERS.includes(to)).map(([from, to]): Step => [`rename ${from} ${to}`, (live) => live.rename(from, to)]) },
  { weight: 4, arbitrary: written.map(([path, text]): Step => [`type ${path} ${JSON.stringify(text)}`, (live) => live.type(path, text)]) },
  { weight: 2, arbitrary: written.map(([path]): Step => [`save ${path}`, (live) => live.save(path)]) },
  { weight: 2, arbitrary: written.map(([path]): Step => [`close ${path}`, (live) => live.close(path)]) },
  { weight: 1, arbitrary: somewhere.map((path): Step => [`stir ${path}`, (live) => live.stir(path)]) },
  { weight: 3, arbitrary: fc.constant<Step>(['settle', (live) => live.trace.settled()]) },
  { weight: 1, arbitrary: fc.constant<Step>(['units', (live) => live.trace.resolveUnits()]) },
  { weight: 1, arbitrary: fc.constant<Step>(['reload', (live) => live.trace.reload()]) },
); // prettier-ignore

/** A folder in memory, as whoever works in it sees it. */
class MemoryDisk implements Disk {
  readonly fs: MemoryFileSystem;

  constructor(fs: MemoryFileSystem) {
    this.fs = fs;
  }

  write(path: string, content: string): void {
    this.fs.write(path, content);
  }

  delete(path: string): void {
    this.paths()
      .filter((one) => one === path || one.startsWith(`${path}/`))
      .forEach((one) => this.fs.delete(one));
  }

  read(path: string): string | undefined {
    const bytes = this.fs.bytes(path);
    return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
  }

  paths(): readonly string[] {
    return this.fs.paths();
  }
}

async function play(steps: readonly Step[]): Promise<void> {
  const disk = new MemoryDisk(
    new MemoryFileSystem({ 'segur.yaml': PROJECTS[1] ?? '', 'src/a.ts': TEXTS[2] ?? '', 'preuves/a.pdf': 'x' }),
  );
  const live = new LiveFolder(disk, () => ({
    fs: disk.fs,
    scan: new MemoryScan(disk.fs).scan,
    builtinCatalog: (name) =>
      Promise.resolve(name === 'segur-v2' ? [{ file: 'builtin:segur-v2', text: BUILTIN }] : undefined),
  }));
  try {
    await live.load();
    for (const [, run] of steps) {
      await run(live);
    }
    live.giveUpSettings();
    assert.equal(await live.told(), await live.toldAfresh());
  } finally {
    live.dispose();
  }
}

// @segur ST.SCN.03
describe('a trace that is kept while everything changes', function () {
  this.timeout(180_000);

  it('says what one says that reads the folder anew: links, problems, states, matrix', async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 30 });
    await fc.assert(fc.asyncProperty(steps, play), {
      numRuns: Number(process.env['SEGUR_LIVE_RUNS'] ?? 50),
      seed: Number(process.env['SEGUR_LIVE_SEED'] ?? 20_261_128),
    });
  });
});
