/* One cold index in a process of its own: `scan ROOT [--all]` prints what it found and how long it took after Node's start. */
import { scanWithHelper } from '../../../src/workspace/scanInWorker.node';
import type { ScanOptions } from '../../../src/workspace/scanOptions';

const [root = '.', worker = '', rules] = process.argv.slice(2);
const options: ScanOptions = {
  include: [],
  exclude: [],
  respectIgnoreFiles: rules !== '--all',
  outerIgnoreFiles: [],
  marker: '@segur',
  mentions: [],
};
const counts: Record<string, number> = {};
const start = performance.now();

void scanWithHelper(root, worker)(options, (batch) => {
  for (const { file, annotations } of batch) {
    counts[file] = annotations.annotations.length;
  }
}).then((stats) => {
  const milliseconds = performance.now() - start;
  process.stdout.write(JSON.stringify({ milliseconds, stats, counts }));
});
