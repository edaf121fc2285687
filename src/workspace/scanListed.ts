import { createAnnotator } from './createAnnotator';
import { decodeText } from '../base/decodeText';
import { onlyProblem, tooLarge, unreadable, type FileAnnotator } from './fileAnnotator';
import {
  hasIgnoreFile,
  IGNORE_FILE,
  rootFolder,
  sortEntries,
  walkRulesOf,
  type FolderEntry,
  type WaitingFolder,
  type WalkRules,
} from './folderRules';
import { WIDTH, type ListedFolder } from './listedFolder';
import type { Scan, ScanStats, ScannedFile } from './scanOptions';
import { workOff } from './workOff';

/** Results are handed out, and other work of the thread gets its turn, at least this often. In milliseconds. */
const TURN = 12;

/** Beyond this a file is passed over without looking for the marker: unlike on disk, it cannot be read piece by piece. In bytes. */
const MAX_SEARCHED_SIZE = 128 * 1024 * 1024;

type Job = WaitingFolder | string;

/** A scan of a folder that is not on this machine's disk; it goes by the same rules as one that is, and finds the same. */
// @segur ST.SCN.04
export function scanListed(files: ListedFolder): Scan {
  return async (options, onBatch, signal) => {
    signal?.throwIfAborted();
    const rules = walkRulesOf(options);
    const run = new ListedRun(files, rules, createAnnotator(options));
    let turn = performance.now();
    await workOff<Job>([rootFolder(rules)], WIDTH, async (job, add) => {
      signal?.throwIfAborted();
      if (typeof job === 'string') {
        await run.takeFile(job);
      } else {
        add(await run.takeFolder(job));
      }
      if (performance.now() - turn > TURN) {
        turn = performance.now();
        run.handOut(onBatch, signal);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    });
    signal?.throwIfAborted();
    run.handOut(onBatch, signal);
    return run.stats();
  };
}

class ListedRun {
  readonly #files: ListedFolder;
  readonly #rules: WalkRules;
  readonly #annotator: FileAnnotator;
  #batch: ScannedFile[] = [];
  #read = 0;
  #bytes = 0;
  #matched = 0;
  #ignored = 0;

  constructor(files: ListedFolder, rules: WalkRules, annotator: FileAnnotator) {
    this.#files = files;
    this.#rules = rules;
    this.#annotator = annotator;
  }

  /** The jobs that it brings: its files, then the folders in it. */
  async takeFolder(next: WaitingFolder): Promise<Job[]> {
    const { folder } = next;
    let entries: readonly FolderEntry[] | undefined;
    try {
      entries = await this.#files.list(folder);
    } catch (error) {
      this.#batch.push({ file: folder, annotations: onlyProblem(unreadable(folder, error)) });
    }
    if (entries === undefined) {
      return [];
    }
    const prefix = folder === '' ? '' : `${folder}/`;
    const text = hasIgnoreFile(entries, this.#rules) ? await this.#ignoreText(prefix + IGNORE_FILE) : undefined;
    const folders: WaitingFolder[] = [];
    const { names, ignored } = sortEntries(next, entries, text, this.#rules, folders);
    this.#ignored += ignored;
    return [...folders, ...names.map((name) => prefix + name)];
  }

  async takeFile(file: string): Promise<void> {
    let found;
    try {
      found = await this.#readFile(file);
    } catch (error) {
      this.#batch.push({ file, annotations: onlyProblem(unreadable(file, error)) });
      return;
    }
    if (found === undefined) {
      return;
    }
    const { size, bytes } = found;
    this.#read++;
    this.#bytes += size;
    const annotations =
      bytes === undefined ? onlyProblem(tooLarge(file, size)) : this.#annotator.annotateBytes(file, bytes);
    if (annotations !== undefined) {
      this.#matched++;
      this.#batch.push({ file, annotations });
    }
  }

  handOut(onBatch: (batch: readonly ScannedFile[]) => void, signal: AbortSignal | undefined): void {
    if (this.#batch.length > 0 && signal?.aborted !== true) {
      const batch = this.#batch;
      this.#batch = [];
      onBatch(batch);
    }
  }

  stats(): ScanStats {
    return { files: this.#read, bytes: this.#bytes, matched: this.#matched, ignored: this.#ignored };
  }

  /** Asks for the size first: nobody wants a film sent over the network to look for comments in it. */
  async #readFile(file: string): Promise<{ readonly size: number; readonly bytes?: Uint8Array } | undefined> {
    const size = await this.#files.sizeOf(file);
    if (size === undefined || size > MAX_SEARCHED_SIZE) {
      return size === undefined ? undefined : { size };
    }
    const bytes = await this.#files.bytesOf(file);
    return bytes === undefined ? undefined : { size: bytes.length, bytes };
  }

  /** An ignore file that cannot be read ignores nothing: better to read too much than to miss annotations. */
  async #ignoreText(path: string): Promise<string> {
    const bytes = await this.#files.bytesOf(path).catch(() => undefined);
    const decoded = bytes === undefined ? undefined : decodeText(bytes);
    return decoded !== undefined && 'text' in decoded ? decoded.text : '';
  }
}
