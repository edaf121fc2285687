/* What takes minutes and gigabytes: `npm run test:large`. Files of zeros take no room where they are read, but their archive does. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openPromise } from 'yauzl';
import { peakMemory } from '../../scripts/bench/runs';
import { writePackManifest } from '../../src/evidence/packManifest';
import { checkPack } from '../../src/workspace/packCheck.node';
import { isSound } from '../../src/workspace/packCheckResult';
import { NodeFileSystem } from '../../src/workspace/nodeFileSystem.node';
import { writeZip } from '../../src/workspace/zipWriter.node';
import { builtCommand } from '../unit/cli/builtCommand';
import { temporaryFolder } from '../unit/workspace/temporaryFolder';

const VIDEO = 4_500_000_000;
/** What Node takes to run the command on a small folder, and some chunks of a file. In MB. */
const FLAT = 250;

function dossier(): string {
  const folder = temporaryFolder({
    'segur.yaml': `version: 1
catalogs: ['requirements.yaml']
proofs:
  - { for: REQ-1, kind: video, files: preuves/film.mp4, date: 2026-09-01 }
  - { for: REQ-2, kind: capture, files: preuves/after.png, date: 2026-09-01 }
`,
    'requirements.yaml': `version: 1
catalog: { id: c, title: Référentiel, edition: '2026-02' }
requirements:
  - { id: REQ-1, title: Un, chapter: A, needs: [proof] }
  - { id: REQ-2, title: Deux, chapter: B, needs: [proof] }
`,
    'preuves/film.mp4': '',
    'preuves/after.png': 'behind four gigabytes',
  });
  truncateSync(join(folder, 'preuves', 'film.mp4'), VIDEO);
  return folder;
}

/** Without anything else that the command could be busy with. */
function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [builtCommand(), ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
}

describe('a video of 4.5 GB', () => {
  let folder: string;
  let pack: string;
  before(() => {
    builtCommand();
    folder = dossier();
    pack = join(temporaryFolder(), 'dossier.zip');
  });
  after(() => rmSync(pack, { force: true }));

  it('is hashed in flat memory, and whoever waits has his turn all the while', async () => {
    let turns = 0;
    let isOver = false;
    const turn = (): void => {
      turns++;
      if (!isOver) {
        setImmediate(turn);
      }
    };
    turn();
    const before = process.memoryUsage().rss;
    const sha256 = await new NodeFileSystem(folder).sha256('preuves/film.mp4');
    isOver = true;
    assert.match(sha256 ?? '', /^[0-9a-f]{64}$/u);
    assert.ok(turns > 5000, `${turns} turns`);
    assert.ok(process.memoryUsage().rss - before < FLAT * 1e6, `${(process.memoryUsage().rss - before) / 1e6} MB more`);
  });

  it('is accepted by lock in flat memory', async () => {
    const peak = await peakMemory(process.execPath, [builtCommand(), 'lock', folder]);
    assert.ok(Number.isNaN(peak) || peak < FLAT, `${peak} MB`);
    assert.match(readFileSync(join(folder, 'segur.lock.json'), 'utf8'), /"preuves\/film\.mp4"/u);
  });

  it('is packed in flat memory into an archive that others read, and found whole', async () => {
    const peak = await peakMemory(process.execPath, [builtCommand(), 'pack', folder, '--out', pack]);
    assert.ok(Number.isNaN(peak) || peak < FLAT, `${peak} MB`);
    assert.ok(statSync(pack).size > VIDEO);
    const zip = await openPromise(pack, { autoClose: false });
    const found = new Map<string, number>();
    for await (const entry of zip.eachEntry()) {
      found.set(entry.fileName, entry.uncompressedSize);
      if (entry.fileName.endsWith('after.png')) {
        assert.ok(entry.relativeOffsetOfLocalHeader > 0xffff_ffff, 'it stands behind four gigabytes');
        const chunks = (await (await zip.openReadStreamPromise(entry)).toArray()) as Buffer[];
        assert.equal(Buffer.concat(chunks).toString(), 'behind four gigabytes');
      }
    }
    zip.close();
    assert.ok([...found].some(([name, size]) => name.endsWith('film.mp4') && size === VIDEO));
    const { status, stdout } = run('verify', pack);
    assert.equal(status, 0, stdout);
  });

  it('is named when a byte of it is altered, behind four gigabytes too', async () => {
    const file = openSync(pack, 'r+');
    const place = 4_400_000_000;
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, place);
    writeSync(file, Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, place);
    closeSync(file);
    const check = await checkPack(pack);
    assert.ok('manifest' in check);
    assert.equal(check.altered.length, 1);
    assert.match(check.altered[0] ?? '', /film\.mp4$/u);
  });
});

describe('an archive of more than 65,535 files', () => {
  it('is found whole', async () => {
    const pack = join(temporaryFolder(), 'dossier.zip');
    const count = 66_000;
    await writeZip(new NodeFileSystem(temporaryFolder()), pack, {
      entries: Array.from({ length: count }, (_, n) => ({ path: `files/${n}.txt`, content: `file ${n}` })),
      last: (written) => ({
        path: 'MANIFEST.json',
        content: writePackManifest({
          format: 'segur-trace-evidence-pack',
          version: 1,
          tool: { name: 'segur-trace', version: '1.0.0' },
          product: {},
          profile: { profils: [] },
          catalogs: [],
          commit: null,
          files: written.map((file) => ({ ...file, role: 'proof' as const })),
          values: [],
          missing: [],
        }),
      }),
    });
    const check = await checkPack(pack);
    assert.ok('manifest' in check && isSound(check));
    assert.equal(check.manifest.files.length, count);
  });
});
