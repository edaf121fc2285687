import { FileType, Uri, workspace } from 'vscode';
import { folderOfRequirement } from '../../language/fixes/projectEdits';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import { t } from '../support/translate';

/** Where a requirement's proofs are kept, beside those that are there already. */
export async function proofFolderOf(session: FolderSession, id: string): Promise<Uri> {
  const uri = session.uriOf(projectFile);
  const text = (await isFile(uri)) ? (await workspace.openTextDocument(uri)).getText() : '';
  return session.uriOf(folderOfRequirement(text, id));
}

/** The same, as a place to write to. Throws when a link leads it out of the workspace folder. */
export async function writableProofFolder(session: FolderSession, id: string): Promise<Uri> {
  const folder = await proofFolderOf(session, id);
  const path = session.pathOf(folder);
  if (path === undefined || !(await isWithin(session, path))) {
    throw new Error(t('{0} leads out of the workspace folder.', path ?? folder.path));
  }
  return folder;
}

/** Whether a path stays in the folder, links followed. What of it does not exist yet cannot lead anywhere else. */
export async function isWithin(session: FolderSession, path: string): Promise<boolean> {
  const names = path.split('/');
  for (let count = names.length; count > 0; count--) {
    const way = names.slice(0, count).join('/');
    if (await exists(session.uriOf(way))) {
      return (await session.files.disk.stat(way)) !== undefined;
    }
  }
  return true;
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
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
    if (!(await exists(place))) {
      return place;
    }
  }
}
