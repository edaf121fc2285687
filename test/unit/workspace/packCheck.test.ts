import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { ZipFile } from 'yazl';
import { writePackManifest, type PackManifest } from '../../../src/evidence/packManifest';
import { checkPack } from '../../../src/workspace/packCheck.node';
import { isSound } from '../../../src/workspace/packCheckResult';
import { NodeFileSystem } from '../../../src/workspace/nodeFileSystem.node';
import { writeZip } from '../../../src/workspace/zipWriter.node';
import { temporaryFolder } from './temporaryFolder';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function manifestOf(files: Readonly<Record<string, string>>): string {
  const manifest: PackManifest = {
    format: 'segur-trace-evidence-pack',
    version: 1,
    tool: { name: 'segur-trace', version: '1.0.0' },
    product: {},
    profile: { profils: [] },
    catalogs: [],
    commit: null,
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

/** As `pack` writes it. */
async function packOf(files: Readonly<Record<string, string>>): Promise<string> {
  const root = temporaryFolder(files);
  const file = join(temporaryFolder(), 'pack.zip');
  const paths = Object.keys(files);
  await writeZip(new NodeFileSystem(root), file, {
    entries: [{ path: '00.html', content: 'page one' }, ...paths.map((path) => ({ path, file: path }))],
    last: (entries) => ({
      path: 'MANIFEST.json',
      content: manifestOf(Object.fromEntries(entries.map(({ path }) => [path, files[path] ?? 'page one']))),
    }),
  });
  return file;
}

async function written(zip: ZipFile): Promise<string> {
  const file = join(temporaryFolder(), 'pack.zip');
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
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

// @segur ST.PCK.02
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
    for (const [name, kind] of [
      ['no.zip', 'no-zip'],
      ['empty.zip', 'no-zip'],
      ['half.zip', 'cut-short'],
    ] as const) {
      assert.deepEqual(await checkPack(join(root, name)), { kind }, name);
    }
    assert.deepEqual(await checkPack(await zipOf([['a.txt', 'x']])), { kind: 'no-manifest' });
    for (const text of ['{', '{}', manifestOf({}).replace('"version": 1', '"version": 2')]) {
      assert.deepEqual(await checkPack(await zipOf([['MANIFEST.json', text]])), { kind: 'unknown-manifest' });
    }
  });

  it('says that a table of contents is damaged, and that a password is in the way', async () => {
    const file = await sound();
    const whole = readFileSync(file);
    const damaged = Buffer.from(whole);
    damaged.write('XX', damaged.indexOf('PK\u0001\u0002', 0, 'latin1'), 'latin1');
    writeFileSync(file, damaged);
    assert.deepEqual(await checkPack(file), { kind: 'damaged' });
    const encrypted = readFileSync(await zipOf([['MANIFEST.json', manifestOf({})]], true));
    for (let at = 0; (at = encrypted.indexOf('PK\u0001\u0002', at, 'latin1')) !== -1; at++) {
      encrypted.writeUInt16LE(encrypted.readUInt16LE(at + 8) | 1, at + 8);
    }
    writeFileSync(file, encrypted);
    assert.deepEqual(await checkPack(file), { kind: 'encrypted' });
  });

  it('rejects when the file cannot be opened', async () => {
    await assert.rejects(checkPack(join(temporaryFolder(), 'none.zip')), { code: 'ENOENT' });
  });

  it('refuses symbolic links, names that are one on Windows and macOS, and entries that grow without measure', async () => {
    const withLink = new ZipFile();
    withLink.addBuffer(Buffer.from('/etc/passwd'), 'a.txt', { mode: 0o120777 });
    withLink.addBuffer(Buffer.from(manifestOf({})), 'MANIFEST.json');
    assert.deepEqual(await checkPack(await written(withLink)), { kind: 'link', path: 'a.txt' });
    for (const [one, other] of [
      ['a.txt', 'A.TXT'],
      ['\u00e9.txt', 'e\u0301.txt'],
    ] as const) {
      const made = await zipOf([
        [one, 'x'],
        [other, 'y'],
        ['MANIFEST.json', manifestOf({})],
      ]);
      assert.deepEqual(await checkPack(made), { kind: 'twice', path: other });
    }
    const bomb = new ZipFile();
    const zeros = Readable.from(
      (function* () {
        for (let count = 0; count < 300; count++) yield Buffer.alloc(1 << 20);
      })(),
    );
    bomb.addReadStream(zeros, 'bomb.bin', { compressionLevel: 1 });
    bomb.addBuffer(Buffer.from(manifestOf({})), 'MANIFEST.json');
    assert.deepEqual(await checkPack(await written(bomb)), { kind: 'bomb', path: 'bomb.bin' });
  });

  it('holds an archive in a pack for the bytes that it is: nothing nested is unpacked', async () => {
    const inner = readFileSync(await zipOf([['x.txt', 'y'.repeat(1000)]], true), 'utf8');
    const file = await packOf({ 'inner.zip': inner });
    const check = await checkPack(file);
    assert.ok('manifest' in check && isSound(check));
  });

  it('says that it is no archive to be read where the packed manifest cannot be unpacked', async () => {
    const file = await zipOf([['MANIFEST.json', manifestOf(content).repeat(3)]], true);
    const bytes = readFileSync(file);
    bytes.fill(0xff, 30 + 'MANIFEST.json'.length, 60 + 'MANIFEST.json'.length);
    writeFileSync(file, bytes);
    const check = await checkPack(file);
    assert.deepEqual(check, { kind: 'damaged' });
  });

  it('notices a wrong CRC, of a file and of the manifest, though the bytes are right', async () => {
    for (const path of ['a.txt', 'MANIFEST.json']) {
      const file = await packOf(content);
      const bytes = readFileSync(file);
      const record = bytes.lastIndexOf(path) - 46;
      bytes.writeUInt32LE((bytes.readUInt32LE(record + 16) ^ 1) >>> 0, record + 16);
      writeFileSync(file, bytes);
      const check = await checkPack(file);
      assert.ok('manifest' in check);
      assert.deepEqual(check.altered, [path]);
    }
  });

  it('notices bytes before, between and behind, and files that the directory does not tell of', async () => {
    const whole = readFileSync(await packOf(content));
    const copy = join(temporaryFolder(), 'copy.zip');
    const comment = Buffer.concat([whole.subarray(0, -2), Buffer.from([5, 0]), Buffer.from('hello')]);
    for (const changed of [Buffer.concat([Buffer.from('#!/bin/sh\n'), whole]), comment]) {
      writeFileSync(copy, changed);
      const check = await checkPack(copy);
      assert.ok('kind' in check || !isSound(check));
    }
    const packedAnew = await checkPack(await sound());
    assert.ok('manifest' in packedAnew && packedAnew.repacked);
    assert.deepEqual([packedAnew.altered, packedAnew.missing, packedAnew.extra], [[], [], []]);
  });

  it('finds nothing against what was just written, and something whichever byte is changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}\.[a-z]{1,3}$/u), fc.string({ unit: 'binary', maxLength: 40 }), {
          maxKeys: 4,
        }),
        async (files) => {
          const file = await packOf(files);
          const check = await checkPack(file);
          assert.ok('manifest' in check && isSound(check), JSON.stringify(check));
        },
      ),
      { numRuns: 25 },
    );
    const bytes = readFileSync(await packOf(content));
    const copy = join(temporaryFolder(), 'copy.zip');
    for (let at = 0; at < bytes.length; at++) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ flip;
        writeFileSync(copy, changed);
        const check = await checkPack(copy);
        assert.ok('kind' in check || !isSound(check), `byte ${at} ^ ${flip}`);
      }
    }
  });

  it('says of whatever is cut off that it is no pack, or what is missing', async () => {
    const bytes = readFileSync(await packOf(content));
    const copy = join(temporaryFolder(), 'copy.zip');
    for (let length = 0; length < bytes.length; length += 5) {
      writeFileSync(copy, bytes.subarray(0, length));
      const check = await checkPack(copy);
      assert.deepEqual(check, { kind: length < 4 ? 'no-zip' : 'cut-short' }, `${length} bytes`);
    }
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const stopped = checkPack(await packOf(content), {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await assert.rejects(stopped, /enough/u);
  });
});
