import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openPromise } from 'yauzl';
import { NodeFileSystem } from '../../../src/workspace/nodeFileSystem.node';
import { EntryLost, writeZip, type ZipEntry } from '../../../src/workspace/zipWriter.node';
import { temporaryFolder } from './temporaryFolder';

const last = () => ({ path: 'MANIFEST.json', content: '{}' });

async function contentOf(file: string): Promise<Map<string, string>> {
  const zip = await openPromise(file, { lazyEntries: true });
  const content = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks = await (await zip.openReadStreamPromise(entry)).toArray();
    content.set(entry.fileName, Buffer.concat(chunks as Buffer[]).toString('utf8'));
  }
  return content;
}

describe('writing a ZIP', () => {
  it('streams files and texts into an archive that others read, with their digests', async () => {
    const root = temporaryFolder({ 'preuves/é.txt': 'proof' });
    const out = join(root, 'new', 'pack.zip');
    const seen: unknown[] = [];
    const { entries, size } = await writeZip(new NodeFileSystem(root), out, {
      entries: [
        { path: 'a/é.txt', file: 'preuves/é.txt' },
        { path: 'b.txt', content: 'text' },
      ],
      last: (written) => {
        seen.push(...written);
        return last();
      },
    });
    assert.deepEqual(
      [...(await contentOf(out))],
      [
        ['a/é.txt', 'proof'],
        ['b.txt', 'text'],
        ['MANIFEST.json', '{}'],
      ],
    );
    const sha256 = createHash('sha256').update('proof').digest('hex');
    assert.deepEqual(seen[0], { path: 'a/é.txt', size: 5, sha256 });
    assert.equal(entries.length, 3);
    assert.equal(size, readFileSync(out).length);
  });

  it('writes the same bytes for the same entries, whatever the time and the zone', async () => {
    const root = temporaryFolder({ 'p.txt': 'proof' });
    const zone = process.env['TZ'];
    const written: Buffer[] = [];
    try {
      for (const tz of ['UTC', 'Pacific/Auckland', 'America/Caracas']) {
        process.env['TZ'] = tz;
        const out = join(root, `${tz.replace('/', '-')}.zip`);
        await writeZip(new NodeFileSystem(root), out, { entries: [{ path: 'p.txt', file: 'p.txt' }], last });
        written.push(readFileSync(out));
      }
    } finally {
      if (zone === undefined) {
        delete process.env['TZ'];
      } else {
        process.env['TZ'] = zone;
      }
    }
    assert.equal(new Set(written.map((bytes) => bytes.toString('latin1'))).size, 1);
  });

  it('leaves what was there, and nothing beside it, when a file is gone, outside, cut short or grown', async () => {
    const outside = temporaryFolder({ 'secret.txt': 'secret' });
    const root = temporaryFolder({ 'p.txt': 'proof', 'pack.zip': 'former' });
    symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'));
    const disk = new NodeFileSystem(root);
    const lying = (size: number) => ({
      openStream: () => Promise.resolve({ size, stream: Readable.from([Buffer.from('12345')]) }),
    });
    for (const [fs, file] of [
      [disk, 'gone.txt'],
      [disk, 'link.txt'],
      [disk, '../secret.txt'],
      [lying(4), 'p.txt'],
      [lying(6), 'p.txt'],
    ] as const) {
      const entries: ZipEntry[] = [
        { path: 'a.txt', content: 'a' },
        { path: 'p.txt', file },
      ];
      await assert.rejects(
        writeZip(fs, join(root, 'pack.zip'), { entries, last }),
        (error) => error instanceof EntryLost && error.file === file,
      );
      assert.equal(readFileSync(join(root, 'pack.zip'), 'utf8'), 'former');
      assert.deepEqual(readdirSync(root).sort(), ['link.txt', 'p.txt', 'pack.zip']);
    }
  });

  it('leaves nothing when it is cancelled in the middle of a file', async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'big.bin'), Buffer.alloc(4 * 1024 * 1024));
    const controller = new AbortController();
    const out = join(root, 'pack.zip');
    await assert.rejects(
      writeZip(new NodeFileSystem(root), out, {
        entries: [{ path: 'big.bin', file: 'big.bin' }],
        last,
        signal: controller.signal,
        onProgress: () => controller.abort(new Error('enough')),
      }),
      /enough|abort/i,
    );
    assert.equal(existsSync(out), false);
    assert.deepEqual(readdirSync(root), ['big.bin']);
  });

  it('says what the file system says when the archive cannot be written', async () => {
    const root = temporaryFolder({ 'p.txt': 'proof' });
    await assert.rejects(
      writeZip(new NodeFileSystem(root), join(root, 'p.txt', 'pack.zip'), {
        entries: [{ path: 'p.txt', file: 'p.txt' }],
        last,
      }),
      (error: NodeJS.ErrnoException) => error.code === 'ENOTDIR' || error.code === 'EEXIST',
    );
  });
});
