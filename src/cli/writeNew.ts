import { writeNewFile } from '../workspace/wholeFile.node';

/** Writes a file that must not be there yet, whole or not at all. @returns whether it was not there */
export async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeNewFile(path, text);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}
