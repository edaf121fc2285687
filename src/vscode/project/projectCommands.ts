import { commands, window, workspace } from 'vscode';
import type { FolderSession } from '../folderSession';
import { Command, projectFile } from '../ids';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { exists } from '../support/exists';
import { refuseLeadingOut } from '../support/leadsOut';
import { pickSession } from '../support/pickSession';
import { t } from '../support/translate';
import { writeText } from '../support/writeText';
import { chooseProfile } from './chooseProfile';
import { ProjectFileBroken, withProfile } from './profileText';
import { begin, setUp } from './setUp';

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
  store.add(
    commands.registerCommand(Command.SetUp, async () => {
      const session = await pickSession(sessions);
      if (session !== undefined) {
        await setUpFolder(session, reporter);
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
  const uri = session.uriOf(projectFile);
  try {
    if (!(await exists(uri))) {
      await begin(session, profile);
      return;
    }
    await refuseLeadingOut(session, projectFile);
    await writeText(uri, withProfile((await workspace.openTextDocument(uri)).getText(), profile));
    await session.files.reload();
  } catch (error) {
    if (error instanceof ProjectFileBroken) {
      await window.showTextDocument(uri);
    }
    reporter.show(t('The profile could not be written to {0}', projectFile), error);
  }
}

async function openProjectFile(session: FolderSession, reporter: ErrorReporter): Promise<void> {
  const uri = session.uriOf(projectFile);
  try {
    if (!(await exists(uri))) {
      await begin(session);
    }
    await window.showTextDocument(uri);
  } catch (error) {
    reporter.show(t('{0} could not be opened', projectFile), error);
  }
}

async function setUpFolder(session: FolderSession, reporter: ErrorReporter): Promise<void> {
  try {
    await setUp(session);
  } catch (error) {
    reporter.show(t('{0} could not be written', projectFile), error);
  }
}
