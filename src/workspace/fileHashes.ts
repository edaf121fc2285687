import type { FileSystem } from '../base/ports';
import { workOff } from './workOff';

/** SHA-256 of a file's bytes in lower-case hex, however long it is; `undefined` when there is no such file. Rejects when it cannot be read. */
export type HashFile = (path: string, signal?: AbortSignal) => Promise<string | undefined>;

interface Known {
  readonly size: number;
  readonly modified: number;
  readonly sha256: string;
}

/** Two at once keep a disk busy; more would keep everybody else from it. */
const WIDTH = 2;

/** The hashes of some files, each read again only when its size or its date is another. */
export class FileHashes {
  readonly #fs: FileSystem;
  readonly #hash: HashFile;
  readonly #known = new Map<string, Known>();

  constructor(fs: FileSystem, hash: HashFile) {
    this.#fs = fs;
    this.#hash = hash;
  }

  /** As the file was when it was last asked for; `undefined` when it never was, or could not be read. */
  of(path: string): string | undefined {
    return this.#known.get(path)?.sha256;
  }

  /**
   * Makes sure of the hashes of these files. A file that cannot be read has none.
   * @returns whether one is another now
   */
  async resolve(paths: Iterable<string>, signal?: AbortSignal): Promise<boolean> {
    let changed = false;
    await workOff([...new Set(paths)], WIDTH, async (path) => {
      signal?.throwIfAborted();
      const before = this.#known.get(path);
      const now = await this.#ask(path, before, signal);
      if (now?.sha256 !== before?.sha256) {
        changed = true;
      }
      if (now === undefined) {
        this.#known.delete(path);
      } else {
        this.#known.set(path, now);
      }
    });
    return changed;
  }

  async #ask(path: string, before: Known | undefined, signal: AbortSignal | undefined): Promise<Known | undefined> {
    try {
      const stat = await this.#fs.stat(path);
      if (stat === undefined) {
        return undefined;
      }
      if (before?.size === stat.size && before.modified === stat.modified) {
        return before;
      }
      const sha256 = await this.#hash(path, signal);
      return sha256 === undefined ? undefined : { ...stat, sha256 };
    } catch {
      signal?.throwIfAborted();
      return undefined;
    }
  }
}
