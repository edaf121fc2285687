import type { Uri } from 'vscode';
import { workspace } from 'vscode';

/**
 * Writes a file so that nobody ever reads half of it: a temporary file beside it is written, then renamed over it.
 * Rejects when the folder cannot be written to; the old file then still stands.
 */
export async function writeWhole(file: Uri, bytes: Uint8Array): Promise<void> {
  const slash = file.path.lastIndexOf('/') + 1;
  // As the command names them: no scan reads them, and the command removes those that were left behind.
  const suffix = `${Math.floor(Math.random() * 1e9)}.part`;
  const temporary = file.with({ path: `${file.path.slice(0, slash)}.${file.path.slice(slash)}.${suffix}` });
  try {
    await workspace.fs.writeFile(temporary, bytes);
    await workspace.fs.rename(temporary, file, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}
