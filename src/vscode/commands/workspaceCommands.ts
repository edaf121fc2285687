import { commands, Uri, window, workspace } from 'vscode';
import type { LogOutputChannel } from 'vscode';
import { Command, View } from '../ids';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';

/** Refresh, the example project, the log. */
export function registerWorkspaceCommands(
  sessions: Sessions,
  reporter: ErrorReporter,
  log: LogOutputChannel,
  extensionUri: Uri,
): DisposableStore {
  const store = new DisposableStore();
  store.add(commands.registerCommand(Command.Refresh, () => refresh(sessions, reporter)));
  store.add(commands.registerCommand(Command.OpenExample, () => openExample(extensionUri, reporter)));
  store.add(commands.registerCommand(Command.ShowLog, () => log.show()));
  return store;
}

async function refresh(sessions: Sessions, reporter: ErrorReporter): Promise<void> {
  try {
    await window.withProgress({ location: { viewId: View.Requirements } }, async () => {
      await Promise.all(sessions.all.map(async (session) => session.readAgain()));
    });
  } catch (error) {
    reporter.show(t('The folder could not be read'), error);
  }
}

/** Opens a copy in a folder of the user's choice: the extension's own files are not his to change. */
async function openExample(extensionUri: Uri, reporter: ErrorReporter): Promise<void> {
  const name = 'dossier-patient';
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    openLabel: t('Put the example here'),
    title: t('Where should the example be copied to?'),
  });
  const parent = chosen?.[0];
  if (parent === undefined) {
    return;
  }
  try {
    const target = Uri.joinPath(parent, name);
    await workspace.fs.copy(Uri.joinPath(extensionUri, 'examples', name), target, { overwrite: false });
    await commands.executeCommand('vscode.openFolder', target, {
      forceNewWindow: (workspace.workspaceFolders ?? []).length > 0,
    });
  } catch (error) {
    reporter.show(t('The example could not be opened'), error);
  }
}
