import type { Uri } from 'vscode';
import { FolderTrace } from '../workspace/folderTrace';
import { localClock } from '../workspace/localClock';
import { scanListed } from '../workspace/scanListed';
import type { ReadUnits } from '../workspace/unitReading';
import type { FolderInit } from './platform';
import { WorkspaceFiles } from './workspaceFiles';

/** A folder that VS Code's file system API reads, whatever its scheme. Ignore files above the folder are out of its reach. */
export function openListedFolder(folder: Uri, extensionUri: Uri, init: FolderInit): FolderTrace {
  const files = new WorkspaceFiles(folder);
  return new FolderTrace({
    ...init,
    fs: files,
    clock: localClock,
    scan: scanListed(files),
    hashFile: (path) => files.sha256(path),
    readUnits: readUnitsLater(files, extensionUri, init),
  });
}

/** The parsers are not for the start: nothing is looked for before the folder has been read. */
function readUnitsLater(files: WorkspaceFiles, extensionUri: Uri, { onError }: FolderInit): ReadUnits {
  let loading: Promise<ReadUnits> | undefined;
  return async (...question) => {
    loading ??= import('./unitsInHost').then(({ unitsInHost }) => unitsInHost(files, extensionUri, onError));
    await (
      await loading
    )(...question);
  };
}
