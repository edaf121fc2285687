import { FileType, workspace } from 'vscode';
import type { Uri } from 'vscode';

/** Whether something is there, whatever it is. */
export async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Whether a file is there, or a link to one. */
export async function isFile(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.File) !== 0,
    () => false,
  );
}
