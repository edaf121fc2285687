import { FileType, Uri, workspace } from 'vscode';
import { folderOfRequirement } from '../../language/fixes/projectEdits';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';

/** Where a requirement's proofs are kept, beside those that are there already. */
export async function proofFolderOf(session: FolderSession, id: string): Promise<Uri> {
  const uri = session.uriOf(projectFile);
  const text = (await isFile(uri)) ? (await workspace.openTextDocument(uri)).getText() : '';
  return session.uriOf(folderOfRequirement(text, id));
}

export async function isFile(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.File) !== 0,
    () => false,
  );
}

/** That name in a folder, with a number before its extension where it is taken: nothing is ever written over. */
export async function freePlace(folder: Uri, name: string): Promise<Uri> {
  const [, stem = name, extension = ''] = /^(.+?)(\.[^.]*)?$/su.exec(name) ?? [];
  for (let number = 1; ; number++) {
    const place = Uri.joinPath(folder, number === 1 ? name : `${stem}-${number}${extension}`);
    const taken = await workspace.fs.stat(place).then(
      () => true,
      () => false,
    );
    if (!taken) {
      return place;
    }
  }
}
