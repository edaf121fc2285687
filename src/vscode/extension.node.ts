import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { FolderTrace } from '../workspace/folderTrace';
import { outerIgnoreFiles } from '../workspace/folderWalk.node';
import { localClock } from '../workspace/localClock';
import { NodeFileSystem } from '../workspace/nodeFileSystem.node';
import { scanInWorkers } from '../workspace/scanInWorker.node';
import { activateShared, type InternalApi } from './activate';
import type { Platform } from './platform';

/** The entry of the desktop's and the server's extension host, where folders are on disk and worker threads read them. */
export function activate(context: ExtensionContext): InternalApi {
  const workerFile = join(context.extensionPath, 'dist', 'scan-worker.js');
  const platform: Platform = {
    supports: (scheme) => scheme === 'file',
    openFolder: (folder, init) =>
      new FolderTrace({
        ...init,
        fs: new NodeFileSystem(folder.fsPath),
        clock: localClock,
        outerIgnoreFiles: outerIgnoreFiles(folder.fsPath),
        scan: scanInWorkers(folder.fsPath, workerFile),
      }),
  };
  return activateShared(context, platform);
}
