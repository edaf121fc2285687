import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { basename, dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { openPromise } from 'yauzl';
import type { PackManifest } from '../../../src/evidence/packManifest';
import { temporaryFolder } from '../workspace/temporaryFolder';
import { builtCommand } from './builtCommand';

const root = join(__dirname, '../../..');

const project = `version: 1
product: { name: Essai, version: '2' }
catalogs: ['requirements.yaml']
proofs:
  - { for: REQ-1, kind: video, files: preuves/film.mp4, date: 2026-09-01 }
  - { for: [REQ-1, REQ-2], kind: capture, files: 'preuves/**/*.png', date: 2026-09-01 }
`;
const catalog = `version: 1
catalog: { id: c, title: Référentiel, edition: '2026-02' }
requirements:
  - { id: REQ-1, title: Un, chapter: Sécurité, needs: [proof] }
  - { id: REQ-2, title: Deux, chapter: Accès, needs: [proof] }
  - { id: REQ-3, title: Trois, chapter: Accès, needs: [proof] }
`;

function dossier(more: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({
    'segur.yaml': project,
    'requirements.yaml': catalog,
    'preuves/film.mp4': 'film',
    'preuves/\u00e9cran.png': 'NFC',
    'preuves/e\u0301cran.png': 'NFD',
    'preuves/b/CON.png': 'reserved',
    [`preuves/${'long'.repeat(20)}/${'name '.repeat(40)}.png`]: 'long',
    ...more,
  });
}

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const settings = { ...process.env, LC_ALL: 'C', NO_COLOR: '1', ...env };
  return spawnSync(process.execPath, [builtCommand(), ...args], { env: settings, encoding: 'utf8' });
}

function packed(folder: string, out: string, ...more: readonly string[]): string {
  const { status, stderr } = run(['pack', folder, '--out', out, ...more]);
  assert.equal(status, 0, stderr);
  return stderr;
}

async function manifestOf(file: string): Promise<PackManifest> {
  const zip = await openPromise(file, { autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === 'MANIFEST.json') {
        const chunks = (await (await zip.openReadStreamPromise(entry)).toArray()) as Buffer[];
        return JSON.parse(Buffer.concat(chunks).toString('utf8')) as PackManifest;
      }
    }
  } finally {
    zip.close();
  }
  throw new Error(`${file} has no manifest`);
}

/** As a developer has it, whatever the machine's own settings are. */
function git(folder: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, '-C', folder, ...args], { stdio: 'ignore' });
}

// @segur ST.PCK.01
describe('segur-trace pack', function () {
  this.timeout(120_000);

  before(() => void builtCommand());

  it('writes what its schema asks for, with a name that every system takes for each proof', async () => {
    const folder = dossier();
    const out = join(temporaryFolder(), 'dossier.zip');
    packed(folder, out);
    const manifest = await manifestOf(out);
    const schema = JSON.parse(readFileSync(join(root, 'schemas', 'pack-manifest.schema.json'), 'utf8')) as object;
    const isManifest = new Ajv({ strict: false }).compile(schema);
    assert.ok(isManifest(manifest), JSON.stringify(isManifest.errors));
    const proofs = manifest.files.filter(({ role }) => role === 'proof');
    assert.equal(proofs.length, 9);
    for (const { path } of proofs) {
      assert.match(path, /^\d\d-[\w.-]+\/REQ-\d\/REQ-\d_[\w.-]+\.(?:png|mp4)$/u);
      assert.ok(path.length < 200, path);
    }
    assert.equal(new Set(proofs.map(({ path }) => path.toLowerCase())).size, proofs.length);
    assert.deepEqual([...new Set(proofs.map(({ original }) => original))].sort(), [
      'preuves/b/CON.png',
      'preuves/e\u0301cran.png',
      'preuves/film.mp4',
      `preuves/${'long'.repeat(20)}/${'name '.repeat(40)}.png`,
      'preuves/\u00e9cran.png',
    ]);
    assert.deepEqual(manifest.catalogs, [{ id: 'c', title: 'Référentiel', edition: '2026-02' }]);
    assert.equal(run(['verify', out]).status, 0);
  });

  it('gives the same bytes where an earlier pack, or what a killed run left, lies in the folder', () => {
    const folder = dossier({ 'a.ts': '// @segur REQ-1\n' });
    const out = join(folder, 'dossier.zip');
    packed(folder, out);
    const first = readFileSync(out);
    writeFileSync(join(folder, '.dossier.zip.1.part'), first.subarray(0, -100));
    packed(folder, out);
    assert.ok(readFileSync(out).equals(first));
  });

  it('gives the same bytes in every time zone and locale, and wherever the folder is', () => {
    const settings = [
      { TZ: 'UTC' },
      { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LC_ALL: 'C' },
    ];
    const made = settings.map((env, index) => {
      const out = join(temporaryFolder(), `${index}.zip`);
      assert.equal(run(['--lang', 'en', 'pack', dossier(), '--out', out], env).status, 0);
      return readFileSync(out);
    });
    assert.ok(made.every((bytes) => bytes.equals(made[0] ?? Buffer.alloc(0))));
  });

  it('tells the commit and whether anything else was in the folder, or that nobody knows', async () => {
    const folder = dossier();
    const out = join(folder, 'out', 'dossier.zip');
    assert.match(packed(folder, out), /names no commit/u);
    assert.equal((await manifestOf(out)).commit, null);
    git(folder, 'init', '-q');
    git(folder, 'add', 'segur.yaml', 'requirements.yaml', 'preuves');
    git(folder, 'commit', '-q', '-m', 'first');
    packed(folder, out);
    const first = readFileSync(out);
    assert.equal((await manifestOf(out)).commit?.clean, true);
    // The pack in the folder is no change of the folder.
    packed(folder, out);
    assert.ok(readFileSync(out).equals(first));
    writeFileSync(join(folder, 'preuves', 'film.mp4'), 'another film');
    assert.match(packed(folder, out), /not committed/u);
    assert.equal((await manifestOf(out)).commit?.clean, false);
  });

  it('does not take a former pack for a proof', async () => {
    const folder = dossier({ 'segur.yaml': project.replace('preuves/**/*.png', '**/*.{png,zip}') });
    const out = join(folder, 'preuves', 'dossier.zip');
    packed(folder, out);
    packed(folder, out);
    const { files } = await manifestOf(out);
    assert.ok(files.every(({ original }) => original !== 'preuves/dossier.zip'));
  });

  it('leaves nothing that looks whole when it is killed, and packs again afterwards', async () => {
    const { out, child } = await halfPacked();
    child.kill('SIGKILL');
    await once(child, 'close');
    assert.equal(existsSync(out), false);
    const [left = '', ...others] = readdirSync(dirname(out));
    assert.deepEqual(others, []);
    assert.match(left, /^\.dossier\.zip\.\d+\.part$/u);
    assert.equal(run(['verify', join(dirname(out), left)]).status, 2);
  });

  it('cleans up when it is interrupted', async () => {
    const { out, child } = await halfPacked();
    child.kill('SIGINT');
    const [status] = (await once(child, 'close')) as [number];
    assert.equal(status, 2);
    assert.deepEqual(readdirSync(dirname(out)), []);
  });

  it('writes and checks a chapter alone, whose files have the names that they have in the whole', async () => {
    const folder = dossier();
    const out = join(temporaryFolder(), 'dossier.zip');
    packed(folder, out);
    const whole = (await manifestOf(out)).files.map(({ path }) => path);
    packed(folder, out, '--chapter', 'acces');
    const manifest = await manifestOf(out);
    const own = manifest.files.filter(({ role }) => role === 'proof').map(({ path }) => path);
    assert.equal(own.length, 4);
    assert.ok(own.every((path) => path.startsWith('02-Acces/') && whole.includes(path)));
    assert.equal(manifest.chapter, 'Accès');
    assert.match(run(['verify', out]).stdout, /^Chapter: Accès$/mu);
  });

  it('removes what a killed run left behind long ago, and nothing else', () => {
    const folder = dossier();
    const place = temporaryFolder({ '.dossier.zip.1.part': '', '.dossier.zip.x.part': '', '.other.zip.1.part': '' });
    for (const name of readdirSync(place)) {
      execFileSync('touch', ['-d', '2020-01-01', join(place, name)]);
    }
    writeFileSync(join(place, '.dossier.zip.2.part'), '');
    packed(folder, join(place, 'dossier.zip'));
    assert.deepEqual(readdirSync(place).sort(), [
      '.dossier.zip.2.part',
      '.dossier.zip.x.part',
      '.other.zip.1.part',
      'dossier.zip',
    ]);
  });
});

/** A run that has written a part of a pack of a gigabyte. */
async function halfPacked() {
  const folder = dossier();
  truncateSync(join(folder, 'preuves', 'film.mp4'), 1_000_000_000);
  const out = join(temporaryFolder(), 'dossier.zip');
  const child = spawn(process.execPath, [builtCommand(), 'pack', folder, '--out', out], { stdio: 'ignore' });
  const part = join(dirname(out), `.${basename(out)}.${child.pid ?? 0}.part`);
  const deadline = Date.now() + 60_000;
  while ((statSync(part, { throwIfNoEntry: false })?.size ?? 0) < 1_000_000) {
    assert.ok(Date.now() < deadline && child.exitCode === null, 'nothing was written');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { out, child };
}
