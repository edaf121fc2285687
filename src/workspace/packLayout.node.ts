import { open, type FileHandle } from 'node:fs/promises';
import type { Entry } from 'yauzl';

/** What of an entry's record the archive's form depends on. */
export type LaidOut = Pick<Entry, 'fileNameRaw' | 'crc32' | 'uncompressedSize' | 'generalPurposeBitFlag'>;

const UTF8_NAME = 0x0800;
/** CRC and sizes stand behind the data, since they were not known before it. */
const SIZES_BEHIND = 0x0008;
/** Unix, by version 6.3 of the specification. */
const MADE_BY = 0x033f;
/** 1 January 2000, midnight. */
const DATE = 0x2821;
/** A plain file that its owner may write. */
const ATTRIBUTES = 0o100644 * 0x10000;
/** From here on a field of 32 bits holds this and the 64-bit one counts. */
const FULL = 0xffffffff;

/**
 * Whether an archive is, byte for byte around the files' own bytes, what `writeZip` writes: the entries one behind the other, stored as they are, then
 * the directory, and nothing before, between or behind. That is a part of the pack's format, version 1. It leaves no room for entries that overlap,
 * for files that only some unpackers see, or for a byte that nobody checks.
 * @param entries in the order of the directory
 * @throws the signal's reason; file system errors
 */
export async function isLaidOutAsWritten(
  file: string,
  entries: readonly LaidOut[],
  signal?: AbortSignal,
): Promise<boolean> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const directory: Buffer[] = [];
    let at = 0;
    for (const entry of entries) {
      signal?.throwIfAborted();
      const head = localHeader(entry);
      const behind = descriptor(entry, at);
      const dataEnd = at + head.length + entry.uncompressedSize;
      if (!(await holds(handle, at, head)) || !(await holds(handle, dataEnd, behind))) {
        return false;
      }
      directory.push(directoryRecord(entry, at));
      at = dataEnd + behind.length;
    }
    const records = Buffer.concat(directory);
    const end = Buffer.concat([records, directoryEnd(entries.length, records.length, at)]);
    return size === at + end.length && (await holds(handle, at, end));
  } finally {
    await handle.close();
  }
}

async function holds(handle: FileHandle, at: number, expected: Buffer): Promise<boolean> {
  const found = Buffer.alloc(expected.length);
  const { bytesRead } = await handle.read(found, 0, found.length, at);
  return bytesRead === expected.length && found.equals(expected);
}

type Field = readonly [bytes: 2 | 4 | 8, value: number];

/** Little-endian numbers one behind the other. */
function fields(...all: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(all.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of all) {
    if (bytes === 8) {
      buffer.writeBigUInt64LE(BigInt(value), at);
    } else {
      buffer.writeUIntLE(value, at, bytes);
    }
    at += bytes;
  }
  return buffer;
}

function flagsOf({ generalPurposeBitFlag }: LaidOut): number {
  return UTF8_NAME | (generalPurposeBitFlag & SIZES_BEHIND);
}

function localHeader(entry: LaidOut): Buffer {
  const { fileNameRaw: name, crc32, uncompressedSize: size } = entry;
  const known = (flagsOf(entry) & SIZES_BEHIND) === 0;
  return Buffer.concat([
    fields([4, 0x04034b50], [2, 20], [2, flagsOf(entry)], [2, 0], [2, 0], [2, DATE]),
    fields([4, known ? crc32 : 0], [4, known ? size : 0], [4, known ? size : 0], [2, name.length], [2, 0]),
    name,
  ]);
}

function descriptor(entry: LaidOut, at: number): Buffer {
  const { crc32, uncompressedSize: size } = entry;
  if ((flagsOf(entry) & SIZES_BEHIND) === 0) {
    return Buffer.alloc(0);
  }
  const width = isLarge(entry, at) ? 8 : 4;
  return fields([4, 0x08074b50], [4, crc32], [width, size], [width, size]);
}

function directoryRecord(entry: LaidOut, at: number): Buffer {
  const { fileNameRaw: name, crc32, uncompressedSize: size } = entry;
  const large = isLarge(entry, at);
  const extra = large ? fields([2, 1], [2, 24], [8, size], [8, size], [8, at]) : Buffer.alloc(0);
  return Buffer.concat([
    fields([4, 0x02014b50], [2, MADE_BY], [2, large ? 45 : 20], [2, flagsOf(entry)], [2, 0], [2, 0], [2, DATE]),
    fields([4, crc32], [4, large ? FULL : size], [4, large ? FULL : size], [2, name.length], [2, extra.length]),
    fields([2, 0], [2, 0], [2, 0], [4, ATTRIBUTES], [4, large ? FULL : at]),
    name,
    extra,
  ]);
}

function isLarge({ uncompressedSize }: LaidOut, at: number): boolean {
  return uncompressedSize >= FULL || at >= FULL;
}

function directoryEnd(count: number, length: number, at: number): Buffer {
  const [fewer, shorter, nearer] = [Math.min(count, 0xffff), Math.min(length, FULL), Math.min(at, FULL)];
  const plain = fields([4, 0x06054b50], [2, 0], [2, 0], [2, fewer], [2, fewer], [4, shorter], [4, nearer], [2, 0]);
  if (count < 0xffff && length < FULL && at < FULL) {
    return plain;
  }
  return Buffer.concat([
    fields(
      [4, 0x06064b50],
      [8, 44],
      [2, MADE_BY],
      [2, 45],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, length],
      [8, at],
    ),
    fields([4, 0x07064b50], [4, 0], [8, at + length], [4, 1]),
    plain,
  ]);
}
