import type { ExtensionContext } from 'vscode';
import { activateShared, type InternalApi } from './activate';
import { openListedFolder } from './openListedFolder';

/** The entry of the browser's extension host, which has no disk and no worker threads: VS Code's file system API reads every folder. */
// @segur ST.SCN.04
export function activate(context: ExtensionContext): InternalApi {
  return activateShared(context, {
    openFolder: (folder, init) => openListedFolder(folder, context.extensionUri, init),
  });
}
