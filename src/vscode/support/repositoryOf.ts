import { workspace } from 'vscode';
import { isWebAddress } from '../../report/href';
import type { Repository } from '../../report/repositoryHref';
import type { FolderSession } from '../folderSession';
import { Setting } from '../ids';
import type { Platform } from '../platform';

export type AsksGit = Pick<Platform, 'commitOf' | 'folderInRepository'>;

/** Where readers of an export find the code, when the user says so and git knows the commit; else links lead to files. */
export async function repositoryOf({ folder }: FolderSession, platform: AsksGit): Promise<Repository | undefined> {
  const url = workspace.getConfiguration(undefined, folder).get<unknown>(Setting.Repository);
  if (typeof url !== 'string' || !isWebAddress(url)) {
    return undefined;
  }
  const [at, path] = await Promise.all([platform.commitOf?.(folder.uri), platform.folderInRepository?.(folder.uri)]);
  return at === undefined || path === undefined ? undefined : { url, commit: at.commit, folder: path };
}
