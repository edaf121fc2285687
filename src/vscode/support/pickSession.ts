import { commands, window } from 'vscode';
import type { FolderSession } from '../folderSession';
import { Command } from '../ids';
import type { Sessions } from '../sessions';
import { t } from './translate';

/** The folder that a command is about: the only one, or the user's choice, that of the active editor first. */
export async function pickSession(sessions: Sessions): Promise<FolderSession | undefined> {
  const all = sessions.all;
  if (all.length === 0) {
    await offerFolder();
    return undefined;
  }
  if (all.length === 1) {
    return all[0];
  }
  const active = window.activeTextEditor;
  const current = active === undefined ? undefined : sessions.locate(active.document.uri)?.session;
  const ordered = [...all].sort((a, b) => Number(b === current) - Number(a === current));
  const items = ordered.map((session) => ({
    label: session.folder.name,
    description: session.folder.uri.fsPath,
    session,
  }));
  return (await window.showQuickPick(items, { placeHolder: t('Which folder?') }))?.session;
}

/** Nothing is open that could be traced: says so, and opens a folder or the example. */
export async function offerFolder(): Promise<void> {
  const open = t('Open folder…');
  const example = t('Open the example…');
  const choice = await window.showInformationMessage(t('Open a folder first.'), open, example);
  if (choice !== undefined) {
    await commands.executeCommand(choice === open ? 'vscode.openFolder' : Command.OpenExample);
  }
}
