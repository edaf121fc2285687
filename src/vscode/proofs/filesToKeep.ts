import { window, workspace } from 'vscode';
import type { Uri } from 'vscode';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import { isFile } from '../support/exists';
import { isWithin } from '../support/leadsOut';
import { t } from '../support/translate';
import { freePlace, proofFolderOf, writableProofFolder } from './proofFolder';
import { baseName } from '../../base/fileNames';

/** Files that somebody chose as proofs. */
export interface ChosenFiles {
  readonly inside: readonly Uri[];
  /** To be copied into the folder: the user agrees. */
  readonly outside: readonly Uri[];
  /** Paths of links that lead out of the folder; the user was told. */
  readonly linked: readonly string[];
}

/** What may be done with files that somebody chose; those outside the folder are left out when he does not want them copied. */
export async function filesToKeep(session: FolderSession, id: string, uris: readonly Uri[]): Promise<ChosenFiles> {
  const inside: Uri[] = [];
  const outside: Uri[] = [];
  const linked: string[] = [];
  for (const uri of uris) {
    const path = session.pathOf(uri);
    if (!(await isFile(uri))) {
      continue;
    }
    if (path === undefined) {
      outside.push(uri);
    } else if (await isWithin(session, path)) {
      inside.push(uri);
    } else {
      linked.push(path);
    }
  }
  if (linked.length > 0) {
    void window.showWarningMessage(
      t('{0} leads out of the workspace folder: copy the file itself into it.', linked.join(', ')),
    );
  }
  const agreed = outside.length > 0 && (await agreesToCopy(session, id, outside.length));
  return { inside, outside: agreed ? outside : [], linked };
}

/** Copies of files in the folder of a requirement's proofs; nothing is written over. */
export async function copied(session: FolderSession, id: string, outside: readonly Uri[]): Promise<Uri[]> {
  const copies: Uri[] = [];
  if (outside.length === 0) {
    return copies;
  }
  const folder = await writableProofFolder(session, id);
  for (const uri of outside) {
    const place = await freePlace(folder, baseName(uri.path));
    await workspace.fs.copy(uri, place, { overwrite: false });
    copies.push(place);
  }
  return copies;
}

async function agreesToCopy(session: FolderSession, id: string, count: number): Promise<boolean> {
  const folder = await proofFolderOf(session, id);
  const copy = t('Copy');
  const answer = await window.showWarningMessage(
    t('Proofs are kept in the workspace folder, and some of these files are not there: {0}', count),
    { modal: true, detail: t('Copy them to {0}?', session.pathOf(folder) ?? projectFile) },
    copy,
  );
  return answer === copy;
}
