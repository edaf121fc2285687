import { Uri, workspace } from 'vscode';
import { folderOfRequirement } from '../../language/fixes/projectEdits';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import { exists, isFile } from '../support/exists';
import { refuseLeadingOut } from '../support/leadsOut';
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
  if (path === undefined) {
    throw new Error(t('{0} leads out of the workspace folder.', folder.path));
  }
  await refuseLeadingOut(session, path);
  return folder;
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
