import { constants } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all, whenever the process ends or the disk is full: another file beside it, named `.…part`, is written to the disk and
 * then renamed. Folders that are missing are made. A file that is there keeps its rights and its owner, and a link stays one.
 */
// @segur ST.TRU.06
export async function writeWholeFile(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const real = await realpath(path).catch(() => path);
  const part = partOf(real);
  await removeAbandoned(real);
  try {
    const file = await openPart(part);
    try {
      // Goes on where the system took less than it was given, as nearly full disks do.
      await file.writeFile(data);
      await keepRights(file, real);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, real);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/**
 * As `writeWholeFile`, for a file that must not be there yet.
 * @throws an error with the code `EEXIST` when it is
 */
export async function writeNewFile(path: string, data: string | Uint8Array): Promise<void> {
  await placeNew(path, async (part) => {
    const file = await openPart(part);
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/**
 * Copies a file whole or not at all to a place where nothing is yet.
 * @throws an error with the code `EEXIST` when something is
 */
export async function copyToNewFile(from: string, to: string): Promise<void> {
  await placeNew(to, (part) => copyFile(from, part, constants.COPYFILE_EXCL));
}

async function placeNew(path: string, make: (part: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = partOf(path);
  await removeAbandoned(path);
  await rm(part, { force: true });
  try {
    await make(part);
    await link(part, path).catch(async (error: unknown) => {
      // Not every file system knows links: there, a killed process may leave half a new file, but no other is lost.
      if (!NO_LINKS.has(codeOf(error))) {
        throw error;
      }
      await copyFile(part, path, constants.COPYFILE_EXCL);
    });
  } finally {
    await rm(part, { force: true });
  }
}

const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EXDEV', 'EMLINK', 'EINVAL', 'UNKNOWN']);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Where a file is while it is still written by this process: hidden, in the same folder. */
export function partOf(path: string, process = globalThis.process.pid): string {
  return join(dirname(path), `.${basename(path)}.${process}.part`);
}

/** Never through a link that somebody put there. */
async function openPart(part: string): Promise<FileHandle> {
  await rm(part, { force: true });
  return open(part, 'wx');
}

async function keepRights(file: FileHandle, of: string): Promise<void> {
  const before = await stat(of).catch(() => undefined);
  if (before !== undefined) {
    await file.chmod(before.mode & 0o7777);
    const now = await file.stat();
    if (now.uid !== before.uid || now.gid !== before.gid) {
      // Only the owner of all may give files away.
      await file.chown(before.uid, before.gid).catch(() => undefined);
    }
  }
}

/** Somebody who still writes does so more often. In milliseconds. */
const ABANDONED = 10 * 60_000;

/** Removes what programs left behind that were killed while they wrote the same file. */
export async function removeAbandoned(path: string): Promise<void> {
  const start = `.${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    const process = name.startsWith(start) ? /^(\d+)\.part$/u.exec(name.slice(start.length))?.[1] : undefined;
    const part = process === undefined ? undefined : partOf(path, Number(process));
    const found = part === undefined ? undefined : await stat(part).catch(() => undefined);
    if (part !== undefined && found !== undefined && Date.now() - found.mtimeMs > ABANDONED) {
      await rm(part, { force: true });
    }
  }
}
