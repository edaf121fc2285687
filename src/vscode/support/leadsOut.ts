import type { FolderSession } from '../folderSession';
import { exists } from './exists';
import { t } from './translate';

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

/** Throws where a link leads a path out of the folder: whoever made the folder may have put it there, and nothing outside may be written over. */
export async function refuseLeadingOut(session: FolderSession, path: string): Promise<void> {
  if (!(await isWithin(session, path))) {
    throw new Error(t('{0} leads out of the workspace folder.', path));
  }
}
