import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { MANIFEST_FILE, parsePackManifest, type PackManifest } from '../evidence/packManifest';

export interface PackCheck {
  readonly manifest: PackManifest;
  /** SHA-256 of the manifest itself, to compare with the one that was noted when the pack was made. */
  readonly fingerprint: string;
  /** Paths in the pack, sorted. */
  readonly altered: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** Why a file is no pack that can be checked. */
export type PackFault =
  | { readonly kind: 'no-zip'; readonly detail: string }
  | { readonly kind: 'no-manifest' }
  | { readonly kind: 'unknown-manifest' }
  /** Two entries of one name: unpackers differ in which of them they take. */
  | { readonly kind: 'twice'; readonly path: string }
  /** Leaves the folder that it is unpacked into, or could. */
  | { readonly kind: 'unsafe-path'; readonly path: string }
  | { readonly kind: 'too-many-entries'; readonly count: number };

/** A manifest of 100,000 proofs has some 40 MB. */
const LONGEST_MANIFEST = 64 * 1024 * 1024;
const MOST_ENTRIES = 200_000;

/**
 * Checks each file of a pack against its manifest. Nothing is unpacked to disk, and no entry is read further than the size that the manifest
 * gives it, so that an archive made to grow costs no more than an honest one.
 * @param onProgress bytes that were read so far
 * @throws the signal's reason; file system errors
 */
export async function checkPack(
  file: string,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (done: number) => void } = {},
): Promise<PackCheck | PackFault> {
  const zip = await openZip(file);
  if ('kind' in zip) {
    return zip;
  }
  try {
    const entries = await entriesOf(zip);
    return entries instanceof Map ? await checkEntries(zip, entries, options) : entries;
  } catch (error) {
    options.signal?.throwIfAborted();
    if (isOfTheArchive(error)) {
      return { kind: 'no-zip', detail: error.message };
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
      return { kind: 'no-zip', detail: error.message };
    }
    throw error;
  }
}

type Entries = Map<string, Entry>;

/** The files of the archive by path, or what forbids looking any further. */
async function entriesOf(zip: ZipFile): Promise<Entries | PackFault> {
  if (zip.entryCount > MOST_ENTRIES) {
    return { kind: 'too-many-entries', count: zip.entryCount };
  }
  const entries: Entries = new Map();
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileNameRaw.toString('utf8');
    if (isUnsafe(path)) {
      return { kind: 'unsafe-path', path };
    }
    if (entries.has(path)) {
      return { kind: 'twice', path };
    }
    if (!path.endsWith('/')) {
      entries.set(path, entry);
    }
  }
  return entries;
}

function isUnsafe(path: string): boolean {
  return /^\/|^[A-Za-z]:|[\\\0]/u.test(path) || path.split('/').includes('..');
}

async function checkEntries(
  zip: ZipFile,
  entries: Entries,
  { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: (done: number) => void },
): Promise<PackCheck | PackFault> {
  const written = entries.get(MANIFEST_FILE);
  if (written === undefined) {
    return { kind: 'no-manifest' };
  }
  if (written.uncompressedSize > LONGEST_MANIFEST) {
    return { kind: 'unknown-manifest' };
  }
  const bytes = await (await zip.openReadStreamPromise(written)).toArray();
  const text = Buffer.concat(bytes as Buffer[]);
  const manifest = parsePackManifest(text.toString('utf8'));
  if (manifest === undefined) {
    return { kind: 'unknown-manifest' };
  }
  const altered: string[] = [];
  const missing: string[] = [];
  let done = 0;
  for (const { path, size, sha256 } of manifest.files) {
    signal?.throwIfAborted();
    const entry = entries.get(path);
    if (entry === undefined) {
      missing.push(path);
    } else if (entry.uncompressedSize !== size || (await digestOf(zip, entry, signal)) !== sha256) {
      altered.push(path);
    }
    onProgress?.((done += size));
  }
  const known = new Set([MANIFEST_FILE, ...manifest.files.map(({ path }) => path)]);
  const extra = [...entries.keys()].filter((path) => !known.has(path));
  return {
    manifest,
    fingerprint: createHash('sha256').update(text).digest('hex'),
    altered: altered.sort(),
    missing: missing.sort(),
    extra: extra.sort(),
  };
}

/** `undefined` for an entry that cannot be read to its end: whatever it is, it is not what was packed. */
async function digestOf(zip: ZipFile, entry: Entry, signal: AbortSignal | undefined): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(await zip.openReadStreamPromise(entry), hash, signal === undefined ? {} : { signal });
    return hash.digest('hex');
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

function isOfDeflate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
