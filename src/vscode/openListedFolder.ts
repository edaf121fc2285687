import type { Uri } from 'vscode';
import { FolderTrace } from '../workspace/folderTrace';
import { localClock } from '../workspace/localClock';
import { scanListed } from '../workspace/scanListed';
import type { FolderInit } from './platform';
import { unitsInHost } from './unitsInHost';
import { WorkspaceFiles } from './workspaceFiles';

/** A folder that VS Code's file system API reads, whatever its scheme. Ignore files above the folder are out of its reach. */
export function openListedFolder(folder: Uri, extensionUri: Uri, init: FolderInit): FolderTrace {
  const files = new WorkspaceFiles(folder);
  return new FolderTrace({
    ...init,
    fs: files,
    clock: localClock,
    scan: scanListed(files),
    readUnits: unitsInHost(files, extensionUri, init.onError),
  });
}
