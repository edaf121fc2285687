import { constants } from 'node:fs';
import { copyFile, link, rm, writeFile } from 'node:fs/promises';

/** Writes a file that is not there yet, whole or not at all; `false` where something is there already: it stays as it is. */
export async function writeNew(path: string, text: string): Promise<boolean> {
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, text, { flag: 'wx' });
  try {
    await appear(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      return false;
    }
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A rename would replace what another program wrote meanwhile; a second name for a file does not. Some file systems know no second names. */
async function appear(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      throw error;
    }
    await copyFile(temporary, path, constants.COPYFILE_EXCL);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
