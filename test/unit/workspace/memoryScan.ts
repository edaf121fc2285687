import { createAnnotator } from '../../../src/workspace/createAnnotator';
import type { Scan } from '../../../src/workspace/scanOptions';
import { ScanScope } from '../../../src/workspace/scanScope';
import type { MemoryFileSystem } from './memoryFileSystem';

/** A scan of a folder in memory, a file a batch. Its accesses are not written down; `runs` counts the scans that were begun. */
export class MemoryScan {
  runs = 0;
  readonly #fs: MemoryFileSystem;

  constructor(fs: MemoryFileSystem) {
    this.#fs = fs;
  }

  readonly scan: Scan = async (options, onBatch, signal) => {
    this.runs++;
    const annotator = createAnnotator(options);
    const recorded = [...this.#fs.accesses];
    const scope = new ScanScope(this.#fs, options);
    const stats = { files: 0, bytes: 0, matched: 0, ignored: 0 };
    for (const file of this.#fs.paths()) {
      if (!(await scope.includes(file))) {
        stats.ignored++;
        continue;
      }
      signal?.throwIfAborted();
      const bytes = this.#fs.bytes(file) ?? new Uint8Array();
      stats.files++;
      stats.bytes += bytes.length;
      const annotations = annotator.annotateBytes(file, bytes);
      if (annotations !== undefined) {
        stats.matched++;
        onBatch([{ file, annotations }]);
      }
    }
    this.#fs.forgetAccesses();
    this.#fs.accesses.push(...recorded);
    return stats;
  };
}
