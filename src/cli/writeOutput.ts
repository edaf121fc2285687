import { message, type Message } from '../base/message';
import { writeNewFile, writeWholeFile } from '../workspace/wholeFile.node';
import { UsageError } from './usageError';

/**
 * Writes a file that somebody asked for, whole or not at all.
 * @param shown how the path is named in the message
 * @throws UsageError when the system does not let it be written: that is no fault of ours, and the user can mend it
 */
export async function writeOutput(path: string, data: string | Uint8Array, shown = path): Promise<void> {
  await writeWholeFile(path, data).catch((error: unknown) => {
    throw writeFault(error, shown);
  });
}

/** As `writeOutput`, for a file that must not be there yet. @returns whether it was not there */
export async function writeNew(path: string, text: string, shown = path): Promise<boolean> {
  try {
    await writeNewFile(path, text);
    return true;
  } catch (error) {
    // A folder on the way that is a file is told by the same code.
    if (codeOf(error) === 'EEXIST' && !isOfFolders(error)) {
      return false;
    }
    throw writeFault(error, shown);
  }
}

/** What to tell of a file that could not be written; any error that is not of the system as it is. */
export function writeFault(error: unknown, shown: string): unknown {
  const code = codeOf(error);
  return code === undefined ? error : new UsageError(reasonOf(code, isOfFolders(error), shown));
}

function reasonOf(code: string, isOfFolder: boolean, shown: string): Message {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return message('{0} cannot be written: the disk is full. What was there stays as it was.', shown);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return message('{0} cannot be written: there is no permission to. Choose another place.', shown);
    case 'EISDIR':
    case 'ENOTEMPTY':
      return message('{0} cannot be written: it is a folder. Name a file in it.', shown);
    case 'ENOTDIR':
    case 'EEXIST':
      return isOfFolder || code === 'ENOTDIR'
        ? message('{0} cannot be written: a part of that path is a file and no folder. Choose another place.', shown)
        : message('{0} cannot be written ({1}).', shown, code);
    default:
      return message('{0} cannot be written ({1}).', shown, code);
  }
}

/** Whether it came of making the folders on the way. */
function isOfFolders(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'mkdir';
}

/** Of an error of the file system. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined;
}
