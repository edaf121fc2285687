import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { writePackManifest, type PackManifest } from '../../../src/evidence/packManifest';
import { checkPack } from '../../../src/workspace/packCheck.node';
import { temporaryFolder } from './temporaryFolder';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function manifestOf(files: Readonly<Record<string, string>>): string {
  const manifest: PackManifest = {
    format: 'segur-trace-evidence-pack',
    version: 1,
    product: {},
    profile: { profils: [] },
    catalogs: [],
    files: Object.entries(files).map(([path, text]) => ({
      path,
      role: 'proof',
      size: Buffer.byteLength(text),
      sha256: sha256(text),
    })),
    values: [],
    missing: [],
  };
  return writePackManifest(manifest);
}

async function zipOf(entries: readonly (readonly [path: string, text: string])[], compress = false): Promise<string> {
  const file = join(temporaryFolder(), 'pack.zip');
  const zip = new ZipFile();
  entries.forEach(([path, text]) => zip.addBuffer(Buffer.from(text), path, { compress }));
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

/** Same length, so that nothing else in the archive has to change. */
function patch(file: string, from: string, to: string): string {
  const bytes = readFileSync(file, 'latin1');
  assert.ok(bytes.includes(from) && from.length === to.length);
  writeFileSync(file, bytes.replaceAll(from, to), 'latin1');
  return file;
}

const content = { 'a.txt': 'first', 'b.txt': 'second' };
const sound = () => zipOf([...Object.entries(content), ['MANIFEST.json', manifestOf(content)]]);

describe('checking an evidence pack', () => {
  it('finds nothing against a pack as it was made, compressed or not', async () => {
    for (const compress of [false, true]) {
      const file = await zipOf([...Object.entries(content), ['MANIFEST.json', manifestOf(content)]], compress);
      const check = await checkPack(file);
      assert.ok('manifest' in check);
      assert.deepEqual([check.altered, check.missing, check.extra], [[], [], []]);
      assert.equal(check.fingerprint, sha256(manifestOf(content)));
    }
  });

  it('names each altered, missing and extra file', async () => {
    const file = await zipOf([
      ['a.txt', 'First'],
      ['c/d.txt', 'third'],
      ['MANIFEST.json', manifestOf({ ...content, 'e.txt': '' })],
    ]);
    const check = await checkPack(file);
    assert.ok('manifest' in check);
    assert.deepEqual([check.altered, check.missing, check.extra], [['a.txt'], ['b.txt', 'e.txt'], ['c/d.txt']]);
  });

  it('notices a byte that was changed in the archive itself', async () => {
    const check = await checkPack(patch(await sound(), 'second', 'SECOND'));
    assert.ok('manifest' in check);
    assert.deepEqual(check.altered, ['b.txt']);
  });

  it('reads no further than the size that the manifest gives', async () => {
    const bomb = '0'.repeat(50 * 1024 * 1024);
    const file = await zipOf(
      [
        ['a.txt', bomb],
        ['MANIFEST.json', manifestOf({ 'a.txt': 'small' })],
      ],
      true,
    );
    const check = await checkPack(file);
    assert.ok('manifest' in check);
    assert.deepEqual(check.altered, ['a.txt']);
    const manifestBomb = await zipOf([['MANIFEST.json', ' '.repeat(65 * 1024 * 1024)]], true);
    assert.deepEqual(await checkPack(manifestBomb), { kind: 'unknown-manifest' });
  });

  it('refuses paths that leave the folder', async () => {
    for (const [from, to] of [
      ['aa/b.txt', '../b.txt'],
      ['aa/b.txt', '/a/b.txt'],
      ['aa/b.txt', 'C:/b.txt'],
      ['aa/b.txt', '..\\b.txt'],
      ['aa/b.txt', 'a/../.txt'.slice(0, 8)],
    ] as const) {
      const made = await zipOf([
        ['aa/b.txt', 'x'],
        ['MANIFEST.json', manifestOf({})],
      ]);
      assert.deepEqual(await checkPack(patch(made, from, to)), { kind: 'unsafe-path', path: to }, to);
    }
  });

  it('refuses an archive that holds a name twice', async () => {
    const made = await zipOf([
      ['a.txt', 'x'],
      ['b.txt', 'y'],
      ['MANIFEST.json', manifestOf({})],
    ]);
    assert.deepEqual(await checkPack(patch(made, 'b.txt', 'a.txt')), { kind: 'twice', path: 'a.txt' });
  });

  it('says what is no pack: no archive, half an archive, no manifest, another manifest', async () => {
    const root = temporaryFolder({ 'no.zip': 'nothing', 'empty.zip': '' });
    const whole = readFileSync(await sound());
    writeFileSync(join(root, 'half.zip'), whole.subarray(0, whole.length / 2));
    for (const name of ['no.zip', 'empty.zip', 'half.zip']) {
      const check = await checkPack(join(root, name));
      assert.ok('kind' in check && check.kind === 'no-zip', name);
    }
    assert.deepEqual(await checkPack(await zipOf([['a.txt', 'x']])), { kind: 'no-manifest' });
    for (const text of ['{', '{}', manifestOf({}).replace('"version": 1', '"version": 2')]) {
      assert.deepEqual(await checkPack(await zipOf([['MANIFEST.json', text]])), { kind: 'unknown-manifest' });
    }
  });

  it('rejects when the file cannot be opened', async () => {
    await assert.rejects(checkPack(join(temporaryFolder(), 'none.zip')), { code: 'ENOENT' });
  });

  it('survives any change of a byte: it answers, or says that this is no pack', async () => {
    const file = await sound();
    const bytes = readFileSync(file);
    const copy = join(temporaryFolder(), 'copy.zip');
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      writeFileSync(copy, changed);
      const check = await checkPack(copy);
      assert.ok('kind' in check || check.manifest.files.length <= 2);
    }
  });
});
