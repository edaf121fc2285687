import type { Uri } from 'vscode';
import { window, workspace } from 'vscode';
import { newProject, projectStart } from '../../workspace/newProject';
import type { Profile } from '../../trace/model';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import { inTurn } from '../support/inTurn';
import { t } from '../support/translate';
import { writeWhole } from '../support/writeWhole';
import { WorkspaceFiles } from '../workspaceFiles';
import { chooseProfile } from './chooseProfile';

/** Writes a first `segur.yaml` that explains itself and shows it, beside the walkthrough; one that exists is shown as it is. */
// @segur ST.GST.01
export async function setUp(session: FolderSession): Promise<void> {
  const uri = session.uriOf(projectFile);
  if (await exists(uri)) {
    await window.showTextDocument(uri, { preview: false });
    void window.showInformationMessage(t('{0} exists already: nothing was changed in it.', projectFile));
    return;
  }
  await session.settled();
  await begin(session, await chooseProfile(session));
  await window.showTextDocument(uri, { preview: false });
}

/** Writes a first `segur.yaml`, unless there is one by now. Without a profile, one is proposed in it. */
export function begin(session: FolderSession, profile?: Profile): Promise<void> {
  return inTurn(session, async () => {
    const uri = session.uriOf(projectFile);
    const start = await projectStart(new WorkspaceFiles(session.folder.uri), session.catalog, profile);
    if (!(await exists(uri))) {
      await writeWhole(uri, new TextEncoder().encode(newProject(t, start)));
      await session.files.reload();
    }
  });
}

/** Whether something is there, whatever it is. */
export async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
