/*
 * One cold index in a process of its own: `scan ROOT WORKER CATALOGUES [--all]` prints what it found and how long it took after Node's start, with the options
 * of a folder that has no project file.
 */
import { readFileSync } from 'node:fs';
import { FolderInputsReader } from '../../../src/workspace/folderInputs';
import { scanOptionsOf } from '../../../src/workspace/folderSettings';
import { localClock } from '../../../src/workspace/localClock';
import { NodeFileSystem } from '../../../src/workspace/nodeFileSystem.node';
import { scanWithHelper } from '../../../src/workspace/scanInWorker.node';

async function main(root: string, worker: string, catalogs: string, rules?: string): Promise<void> {
  const shipped = JSON.parse(readFileSync(catalogs, 'utf8')) as Record<string, { file: string; text: string }[]>;
  const reader = new FolderInputsReader(new NodeFileSystem(root), localClock, (name) => Promise.resolve(shipped[name]));
  const options = scanOptionsOf(await reader.read(), { respectIgnoreFiles: rules !== '--all' });
  const counts: Record<string, number> = {};
  const start = performance.now();
  const stats = await scanWithHelper(root, worker)(options, (batch) => {
    for (const { file, annotations } of batch) {
      if (annotations.annotations.length > 0) {
        counts[file] = annotations.annotations.length;
      }
    }
  });
  const milliseconds = performance.now() - start;
  process.stdout.write(JSON.stringify({ milliseconds, stats, counts }));
}

const [root = '.', worker = '', catalogs = '', rules] = process.argv.slice(2);
main(root, worker, catalogs, rules).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
