import { readFile, stat } from 'node:fs/promises';
import { message } from '../base/message';
import { UsageError } from './usageError';

/** Ten times the matrix of a very large product. In bytes. */
const MAX_SIZE = 256 * 1024 * 1024;

/** The text of a file that the user named. @throws UsageError when there is none, or it is too long to be what it should be */
export async function readInput(path: string): Promise<string> {
  const size = await sizeOf(path);
  if (size > MAX_SIZE) {
    throw new UsageError(
      message('{0} has {1} MB; at most {2} MB are read.', path, Math.round(size / 1e6), Math.round(MAX_SIZE / 1e6)),
    );
  }
  return (await bytesAt(path)).toString('utf8');
}

/**
 * The bytes of a file that the user named. Of one with more than `most`, something as long alone: whoever asks refuses it by its length.
 * @throws UsageError when there is none
 */
export async function readInputBytes(path: string, most: number): Promise<Uint8Array> {
  return (await sizeOf(path)) > most ? new Uint8Array(most + 1) : bytesAt(path);
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new UsageError(message('There is no file {0}.', path));
  }
  // What a shell puts in the place of a file, such as the output of another command, is read as one.
  if (found.isDirectory()) {
    throw new UsageError(message('{0} is no file.', path));
  }
  return found.size;
}

async function bytesAt(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new UsageError(message('Cannot read {0}.', path));
  }
}
