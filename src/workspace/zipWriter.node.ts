import { createHash } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { NodeFileSystem } from './nodeFileSystem.node';
import { partOf, removeAbandoned } from './wholeFile.node';

export type ZipEntry =
  | { readonly path: string; readonly content: string | Uint8Array }
  /** `file`: path in the workspace folder. */
  | { readonly path: string; readonly file: string };

export interface WrittenEntry {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

export interface ZipWriting {
  readonly entries: readonly ZipEntry[];
  /** One more entry, made of what was written: its bytes are known then. */
  readonly last: (written: readonly WrittenEntry[]) => { readonly path: string; readonly content: string | Uint8Array };
  readonly signal?: AbortSignal;
  /** @param done bytes of the files that were read so far */
  readonly onProgress?: (done: number) => void;
}

/** A file that the archive should hold is gone, or changed while it was read. */
export class EntryLost extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`${file} is gone or changed while it was read`);
    this.file = file;
  }
}

/**
 * Writes a ZIP whose bytes depend on its entries alone: no time, no compression (proofs are mostly compressed already, and zlib's output
 * differs from one version to the next). Files are streamed, each read once. The archive gets its name when it is whole: until then it is a
 * file beside, named `.…part`, which is removed when anything fails.
 * @returns the entries as written, the last one included, and the archive's own size
 * @throws EntryLost; the signal's reason; file system errors
 */
// @segur ST.PCK.01
export async function writeZip(
  fs: Pick<NodeFileSystem, 'openStream'>,
  out: string,
  writing: ZipWriting,
): Promise<{ readonly entries: readonly WrittenEntry[]; readonly size: number }> {
  const { signal } = writing;
  signal?.throwIfAborted();
  await mkdir(dirname(out), { recursive: true });
  const part = partOf(out);
  await removeAbandoned(out);
  await rm(part, { force: true });
  const zip = new ZipFile();
  const target = createWriteStream(part, { flags: 'wx', flush: true });
  try {
    const piped = pipeline(zip.outputStream, target, signal === undefined ? {} : { signal });
    // Whichever fails first says why; the other one is told.
    const failed = new Promise<never>((_, reject) => zip.on('error', reject));
    const [entries] = await Promise.race([Promise.all([fill(zip, fs, writing), piped]), failed]);
    await rename(part, out);
    return { entries, size: target.bytesWritten };
  } catch (error) {
    await closed(target);
    await rm(part, { force: true });
    throw error;
  }
}

/** A stream that is still opening its file would make it anew behind whoever removes it. */
function closed(target: WriteStream): Promise<void> {
  return target.closed
    ? Promise.resolve()
    : new Promise((resolve) => {
        target.once('close', resolve);
        target.destroy();
      });
}

/** ZIP has local times: this one is written with the same digits everywhere. */
function attributes() {
  return { mtime: new Date(2000, 0, 1), forceDosTimestamp: true, mode: 0o100644, compress: false };
}

async function fill(
  zip: ZipFile,
  fs: Pick<NodeFileSystem, 'openStream'>,
  { entries, last, signal, onProgress }: ZipWriting,
): Promise<WrittenEntry[]> {
  const written: WrittenEntry[] = [];
  let done = 0;
  for (const entry of entries) {
    signal?.throwIfAborted();
    if ('content' in entry) {
      written.push(addContent(zip, entry.path, entry.content));
      continue;
    }
    const opened = await fs.openStream(entry.file);
    if (opened === undefined) {
      throw new EntryLost(entry.file);
    }
    const { size, sha256 } = await addStream(zip, entry.path, opened, (bytes) => onProgress?.((done += bytes)), signal);
    if (size !== opened.size) {
      throw new EntryLost(entry.file);
    }
    written.push({ path: entry.path, size, sha256 });
  }
  const { path, content } = last(written);
  written.push(addContent(zip, path, content));
  zip.end();
  return written;
}

function addContent(zip: ZipFile, path: string, content: string | Uint8Array): WrittenEntry {
  const bytes = Buffer.from(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  zip.addBuffer(bytes, path, attributes());
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** One file at a time: resolves once its bytes went through. */
function addStream(
  zip: ZipFile,
  path: string,
  { size, stream }: { readonly size: number; readonly stream: Readable },
  onBytes: (count: number) => void,
  signal: AbortSignal | undefined,
): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let read = 0;
  const hashing = new Transform({
    transform(chunk: Buffer, _, pass) {
      hash.update(chunk);
      read += chunk.length;
      onBytes(chunk.length);
      pass(null, chunk);
    },
    flush(pass) {
      // yazl would only complain of the size in words of its own, after the fact.
      pass(read === size ? null : new SizeChanged());
    },
  });
  const through = pipeline(stream, hashing, signal === undefined ? {} : { signal });
  zip.addReadStream(hashing, path, { ...attributes(), size });
  return through.then(
    () => ({ size: read, sha256: hash.digest('hex') }),
    (error: unknown) => {
      if (error instanceof SizeChanged) {
        return { size: read, sha256: '' };
      }
      throw error;
    },
  );
}

class SizeChanged extends Error {}
