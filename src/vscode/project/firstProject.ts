import { newProject, projectStart } from '../../workspace/newProject';
import type { Profile } from '../../trace/model';
import type { FolderSession } from '../folderSession';
import { t } from '../support/translate';
import { WorkspaceFiles } from '../workspaceFiles';

/** The text of a first `segur.yaml` for a folder. Without a profile, one is proposed in it. */
export async function firstProject(session: FolderSession, profile?: Profile): Promise<string> {
  return newProject(t, await projectStart(new WorkspaceFiles(session.folder.uri), session.catalog, profile));
}
