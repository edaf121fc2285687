import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { MANIFEST_FILE, parsePackManifest } from '../evidence/packManifest';
import type { PackCheck, PackCheckOptions } from './packCheckResult';
import type { PackFault } from './packFault';
import { isLaidOutAsWritten } from './packLayout.node';

/** A manifest of 100,000 proofs has some 40 MB. */
const LONGEST_MANIFEST = 64 * 1024 * 1024;
const MOST_ENTRIES = 200_000;
/** Files of this size that were compressed more than this many times hold nothing that somebody would hand in. The size in bytes. */
const BOMB = { size: 256 * 1024 * 1024, times: 100 };

/**
 * Checks each file of a pack against its manifest. Nothing is unpacked to disk, and no entry is read further than the size that the manifest
 * gives it, so that an archive made to grow costs no more than an honest one.
 * @throws the signal's reason; file system errors
 */
// @segur ST.PCK.02
export async function checkPack(file: string, options: PackCheckOptions = {}): Promise<PackCheck | PackFault> {
  const zip = await openZip(file);
  if ('kind' in zip) {
    return zip;
  }
  try {
    const entries = await entriesOf(zip);
    return entries instanceof Map ? await checkEntries(file, zip, entries, options) : entries;
  } catch (error) {
    options.signal?.throwIfAborted();
    if (isOfTheArchive(error) || isOfDeflate(error)) {
      return { kind: 'damaged' };
    }
    throw error;
  } finally {
    zip.close();
  }
}

async function openZip(file: string): Promise<ZipFile | PackFault> {
  try {
    return await openPromise(file, { lazyEntries: true, autoClose: false, decodeStrings: false });
  } catch (error) {
    if (isOfTheArchive(error)) {
      return { kind: (await startsAsZip(file)) ? (hasNoEnd(error) ? 'cut-short' : 'damaged') : 'no-zip' };
    }
    throw error;
  }
}

async function startsAsZip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && /^PK(?:\u0003\u0004|\u0005\u0006)$/u.test(buffer.toString('latin1'));
  } finally {
    await handle.close();
  }
}

/** yauzl tells its errors apart by their words alone; a test notices when they change. */
function hasNoEnd({ message }: Error): boolean {
  return message.startsWith('End of central directory record signature not found');
}

type Entries = Map<string, Entry>;

/** The files of the archive by path, or what forbids looking any further. */
async function entriesOf(zip: ZipFile): Promise<Entries | PackFault> {
  if (zip.entryCount > MOST_ENTRIES) {
    return { kind: 'too-many-entries', count: zip.entryCount };
  }
  const entries: Entries = new Map();
  const seen = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileNameRaw.toString('utf8');
    const fault = faultOf(entry, path);
    if (fault !== undefined) {
      return { kind: fault, path };
    }
    const name = path.normalize('NFC').toLowerCase();
    if (seen.has(name)) {
      return { kind: 'twice', path };
    }
    seen.add(name);
    entries.set(path, entry);
  }
  return entries;
}

function faultOf(entry: Entry, path: string): 'unsafe-path' | 'link' | 'bomb' | undefined {
  if (isUnsafe(path)) {
    return 'unsafe-path';
  }
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (type === 0o120000) {
    return 'link';
  }
  const { compressedSize, uncompressedSize } = entry;
  return uncompressedSize > BOMB.size && uncompressedSize > compressedSize * BOMB.times ? 'bomb' : undefined;
}

/** Absolute, with a drive, backwards, or with a part that is empty, hidden in a control character, or leads upwards. A folder ends in one empty part. */
function isUnsafe(path: string): boolean {
  const isOdd = /^[A-Za-z]:|[\\\u0000-\u001F\u007F]/u.test(path);
  const parts = path.replace(/(?<=.)\/$/u, '').split('/');
  return isOdd || parts.some((part) => part === '' || part === '.' || part === '..');
}

async function checkEntries(
  file: string,
  zip: ZipFile,
  entries: Entries,
  { signal, onProgress }: PackCheckOptions,
): Promise<PackCheck | PackFault> {
  const written = entries.get(MANIFEST_FILE);
  if (written === undefined) {
    return { kind: 'no-manifest' };
  }
  if (written.isEncrypted()) {
    return { kind: 'encrypted' };
  }
  if (written.uncompressedSize > LONGEST_MANIFEST) {
    return { kind: 'unknown-manifest' };
  }
  const text = await bytesOf(zip, written);
  const manifest = parsePackManifest(text.toString('utf8'));
  if (manifest === undefined) {
    return { kind: 'unknown-manifest' };
  }
  const altered: string[] = [];
  const missing: string[] = [];
  if (crc32(text) !== written.crc32) {
    altered.push(MANIFEST_FILE);
  }
  const total = manifest.files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const { path, size, sha256 } of manifest.files) {
    signal?.throwIfAborted();
    const entry = entries.get(path);
    if (entry === undefined) {
      missing.push(path);
    } else if (
      entry.uncompressedSize !== size ||
      (await digestOf(zip, entry, signal, (bytes) => onProgress?.((done += bytes), total))) !== sha256
    ) {
      altered.push(path);
    }
  }
  const known = new Set([MANIFEST_FILE, ...manifest.files.map(({ path }) => path)]);
  const extra = [...entries.keys()].filter((path) => !known.has(path) && !path.endsWith('/'));
  return {
    manifest,
    fingerprint: createHash('sha256').update(text).digest('hex'),
    altered: altered.sort(),
    missing: missing.sort(),
    extra: extra.sort(),
    repacked: !(await isLaidOutAsWritten(file, [...entries.values()], signal)),
  };
}

async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** `undefined` for an entry that cannot be read to its end or has another CRC than it says: whatever it is, it is not what was packed. */
async function digestOf(
  zip: ZipFile,
  entry: Entry,
  signal: AbortSignal | undefined,
  onBytes: (count: number) => void,
): Promise<string | undefined> {
  const hash = createHash('sha256');
  let crc = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      signal?.throwIfAborted();
      hash.update(chunk as Buffer);
      crc = crc32(chunk as Buffer, crc);
      onBytes((chunk as Buffer).length);
    }
    return crc === entry.crc32 ? hash.digest('hex') : undefined;
  } catch (error) {
    signal?.throwIfAborted();
    if (isOfTheArchive(error) || isOfDeflate(error)) {
      return undefined;
    }
    throw error;
  }
}

/** yauzl's own errors have no code; those of the file system do. */
function isOfTheArchive(error: unknown): error is Error {
  return error instanceof Error && !('code' in error);
}

function isOfDeflate(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
