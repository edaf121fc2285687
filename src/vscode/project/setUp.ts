import { window } from 'vscode';
import type { Profile } from '../../trace/model';
import type { FolderSession } from '../folderSession';
import { projectFile } from '../ids';
import { exists } from '../support/exists';
import { inTurn } from '../support/inTurn';
import { t } from '../support/translate';
import { writeWhole } from '../support/writeWhole';
import { chooseProfile } from './chooseProfile';
import { firstProject } from './firstProject';

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
    const text = await firstProject(session, profile);
    if (!(await exists(uri))) {
      await writeWhole(uri, new TextEncoder().encode(text));
      await session.files.reload();
    }
  });
}
