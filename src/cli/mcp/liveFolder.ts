import { resolve, sep } from 'node:path';
import { stat } from 'node:fs/promises';
import { QuestionError, type AskedFolder } from '../../language/answers/answer';
import type { FolderTrace } from '../../workspace/folderTrace';
import { pathIn } from '../../workspace/pathIn.node';

/** A folder that is looked at anew for each question: no answer is older than its question. */
export class LiveFolder {
  readonly #root: string;
  readonly #name: string;
  readonly #folder: FolderTrace;
  readonly #faults: unknown[];
  #reading: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  /**
   * @param root absolute path of the folder
   * @param faults where the folder's trace puts faults of our own
   */
  constructor(root: string, name: string, folder: FolderTrace, faults: unknown[]) {
    this.#root = root;
    this.#name = name;
    this.#folder = folder;
    this.#faults = faults;
  }

  /**
   * Resolves once everything that is on disk now has been taken in. A reading that is under way may have passed what changed since: whoever asks
   * meanwhile shares the next one.
   */
  refresh(): Promise<void> {
    if (this.#reading === undefined) {
      this.#reading = this.#read().finally(() => (this.#reading = undefined));
      return this.#reading;
    }
    this.#next ??= this.#reading
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.refresh();
      });
    return this.#next;
  }

  /** As the answers see it. */
  asked(signal?: AbortSignal): AskedFolder {
    const folder = this.#folder;
    const pathOf = (written: string): string | undefined => this.#pathOf(written);
    return {
      name: this.#name,
      get trace() {
        return folder.trace;
      },
      get catalog() {
        return folder.catalog;
      },
      nameCode: (files) => folder.resolveUnits(files, signal),
      pathOf,
    };
  }

  async #read(): Promise<void> {
    const found = await stat(this.#root).catch(() => undefined);
    if (found?.isDirectory() !== true) {
      throw new QuestionError('The folder is not there any more.');
    }
    this.#faults.length = 0;
    await Promise.all([this.#folder.reload(), this.#folder.rescan()]);
    await this.#folder.settled();
    await this.#folder.resolveAges();
    await this.#folder.resolveTests();
    if (this.#faults.length > 0) {
      throw this.#faults[0];
    }
  }

  #pathOf(written: string): string | undefined {
    const path = written.trim().replace(/^file:\/\//u, '');
    // A path from another system's habits: no file of ours has a backslash where `/` is the separator.
    const slashed = sep === '/' && !path.includes('/') ? path.replaceAll('\\', '/') : path;
    const inside = pathIn(this.#root, resolve(this.#root, slashed));
    return inside === '' ? undefined : inside;
  }
}
