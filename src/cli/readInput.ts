import { readFile, stat } from 'node:fs/promises';
import { message } from '../base/message';
import { UsageError } from './usageError';

/** Ten times the matrix of a very large product. In bytes. */
const MAX_SIZE = 256 * 1024 * 1024;

/** The text of a file that the user named. @throws UsageError when there is none, or it is too long to be what it should be */
export async function readInput(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new UsageError(message('There is no file {0}.', path));
  }
  if (!found.isFile()) {
    throw new UsageError(message('{0} is no file.', path));
  }
  if (found.size > MAX_SIZE) {
    throw new UsageError(
      message(
        '{0} has {1} MB; at most {2} MB are read.',
        path,
        Math.round(found.size / 1e6),
        Math.round(MAX_SIZE / 1e6),
      ),
    );
  }
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(message('Cannot read {0}.', path));
  }
}
