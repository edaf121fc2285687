import { join } from 'node:path';
import { workspace } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { FolderTrace } from '../workspace/folderTrace';
import { outerIgnoreFiles } from '../workspace/folderWalk.node';
import { datedCommitOf, folderInRepository } from '../workspace/gitCommit.node';
import { GitHistory } from '../workspace/gitHistory.node';
import { localClock } from '../workspace/localClock';
import { NodeFileSystem } from '../workspace/nodeFileSystem.node';
import { scanInWorkers } from '../workspace/scanInWorker.node';
import { UnitWorker } from '../workspace/unitsInWorker.node';
import { activateShared, type InternalApi } from './activate';
import { openListedFolder } from './openListedFolder';
import type { FolderInit, Platform } from './platform';
import { trustedHistory } from './history/trustedHistory';

/** The entry of the desktop's and the server's extension host, where worker threads read the folders on disk. */
export function activate(context: ExtensionContext): InternalApi {
  const workers = join(context.extensionPath, 'dist');
  const platform: Platform = {
    openFolder: (folder, init) =>
      folder.scheme === 'file'
        ? openDiskFolder(folder.fsPath, workers, init)
        : openListedFolder(folder, context.extensionUri, init),
    // No program is started for a folder that the user does not trust.
    folderInRepository: async (folder) =>
      folder.scheme === 'file' && workspace.isTrusted ? folderInRepository(folder.fsPath) : undefined,
    commitOf: async (folder) =>
      folder.scheme === 'file' && workspace.isTrusted ? datedCommitOf(folder.fsPath) : undefined,
    packWork: async () => (await import('./packWork.node')).packWork,
  };
  return activateShared(context, platform);
}

/** @param workers folder of the bundles that run in threads of their own */
function openDiskFolder(root: string, workers: string, init: FolderInit): FolderTrace {
  const units = new UnitWorker({ root, workerFile: join(workers, 'unit-worker.js'), onError: init.onError });
  const fs = new NodeFileSystem(root);
  return new FolderTrace({
    ...init,
    readUnits: units.read,
    codeHistory: trustedHistory(new GitHistory(root)),
    owned: [units],
    fs,
    hashFile: (path, signal) => fs.sha256(path, signal),
    clock: localClock,
    outerIgnoreFiles: outerIgnoreFiles(root),
    scan: scanInWorkers(root, join(workers, 'scan-worker.js')),
  });
}
