import { commands, window, workspace } from 'vscode';
import type { FolderSession } from '../folderSession';
import { Command, projectFile } from '../ids';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { pickSession } from '../support/pickSession';
import { t } from '../support/translate';
import { writeText } from '../support/writeText';
import { chooseProfile } from './chooseProfile';
import { newProjectText, ProjectFileBroken, withProfile } from './profileText';

/** The commands that create, open and change `segur.yaml`. */
export function registerProjectCommands(sessions: Sessions, reporter: ErrorReporter): DisposableStore {
  const store = new DisposableStore();
  store.add(
    commands.registerCommand(Command.ChooseProfile, async () => {
      const session = await pickSession(sessions);
      if (session !== undefined) {
        await changeProfile(session, reporter);
      }
    }),
  );
  store.add(
    commands.registerCommand(Command.OpenProjectFile, async () => {
      const session = await pickSession(sessions);
      if (session !== undefined) {
        await openProjectFile(session, reporter);
      }
    }),
  );
  return store;
}

async function changeProfile(session: FolderSession, reporter: ErrorReporter): Promise<void> {
  const profile = await chooseProfile(session);
  if (profile === undefined) {
    return;
  }
  try {
    await writeText(session.uriOf(projectFile), withProfile((await currentText(session)) ?? '', profile));
    await session.files.reload();
  } catch (error) {
    if (error instanceof ProjectFileBroken) {
      await window.showTextDocument(session.uriOf(projectFile));
    }
    reporter.show(t('The profile could not be written to {0}', projectFile), error);
  }
}

async function openProjectFile(session: FolderSession, reporter: ErrorReporter): Promise<void> {
  const uri = session.uriOf(projectFile);
  try {
    if ((await currentText(session)) === undefined) {
      await writeText(uri, newProjectText);
    }
    await window.showTextDocument(uri);
  } catch (error) {
    reporter.show(t('{0} could not be opened', projectFile), error);
  }
}

/** With the unsaved changes of an open editor; `undefined` when there is no such file. */
async function currentText(session: FolderSession): Promise<string | undefined> {
  const uri = session.uriOf(projectFile);
  const exists = await workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  return exists ? (await workspace.openTextDocument(uri)).getText() : undefined;
}
