import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { FolderTrace } from '../workspace/folderTrace';
import { outerIgnoreFiles } from '../workspace/folderWalk.node';
import { localClock } from '../workspace/localClock';
import { NodeFileSystem } from '../workspace/nodeFileSystem.node';
import { scanInWorkers } from '../workspace/scanInWorker.node';
import { activateShared, type InternalApi } from './activate';
import { openListedFolder } from './openListedFolder';
import type { FolderInit, Platform } from './platform';

/** The entry of the desktop's and the server's extension host, where worker threads read the folders on disk. */
export function activate(context: ExtensionContext): InternalApi {
  const workerFile = join(context.extensionPath, 'dist', 'scan-worker.js');
  const platform: Platform = {
    openFolder: (folder, init) =>
      folder.scheme === 'file' ? openDiskFolder(folder.fsPath, workerFile, init) : openListedFolder(folder, init),
  };
  return activateShared(context, platform);
}

function openDiskFolder(root: string, workerFile: string, init: FolderInit): FolderTrace {
  return new FolderTrace({
    ...init,
    fs: new NodeFileSystem(root),
    clock: localClock,
    outerIgnoreFiles: outerIgnoreFiles(root),
    scan: scanInWorkers(root, workerFile),
  });
}
