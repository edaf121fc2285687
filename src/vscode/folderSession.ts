import { Uri } from 'vscode';
import type { WorkspaceFolder } from 'vscode';
import { Emitter } from '../base/emitter';
import type { Event } from '../base/emitter';
import type { Disposable } from '../base/ports';
import type { Catalog } from '../catalog/model';
import type { Trace } from '../trace/model';
import type { FolderTrace } from '../workspace/folderTrace';
import { pathInside } from './support/pathInside';
import { DisposableStore } from './support/disposableStore';

/** While a scan streams its results in, the views are told at most this often. In milliseconds. */
const PACE = 80;
/** So long after the last change the code is looked for that the links speak of, and accepted proofs are held against their files: nobody reads
 * about it while typing. In milliseconds. */
const REST = 300;

/** One workspace folder: its trace, and the way between its paths and VS Code's URIs. */
export class FolderSession implements Disposable {
  readonly folder: WorkspaceFolder;
  /** Unique among the folders of the window. */
  readonly key: string;
  readonly files: FolderTrace;
  readonly #store = new DisposableStore();
  readonly #changes: Emitter<void>;
  #pending: ReturnType<typeof setTimeout> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  readonly #onError: (error: unknown) => void;
  #firedAt = -Infinity;
  #loadEnded = false;
  #disposed = false;
  #loaded: Promise<void> = Promise.resolve();

  constructor(folder: WorkspaceFolder, files: FolderTrace, onError: (error: unknown) => void) {
    this.folder = folder;
    this.key = folder.uri.toString();
    this.files = files;
    this.#changes = this.#store.add(new Emitter<void>(onError));
    this.#store.add(files);
    this.#store.add(files.onDidChange(() => this.#schedule()));
    this.#store.add(files.onDidOutdateUnits(() => this.#resolveAfter(REST)));
    this.#store.add(files.onDidOutdateProofs(() => this.#resolveAfter(REST)));
    this.#onError = onError;
  }

  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  get trace(): Trace {
    return this.files.trace;
  }

  /** The word that starts an annotation here. */
  get marker(): string {
    return this.files.marker;
  }

  get catalog(): Catalog {
    return this.files.catalog;
  }

  /** The files were read to the end once: what is missing now is really missing. */
  get scanned(): boolean {
    return this.files.stats !== undefined;
  }

  /** The files could not be read to the end, by a fault of ours that the log tells. */
  get failed(): boolean {
    return this.#loadEnded && !this.scanned;
  }

  /** Somebody traces this folder: it has a project file or an annotation. Other folders are left in peace, without badge or counts. */
  get engaged(): boolean {
    return this.files.hasProjectFile || this.annotated;
  }

  get annotated(): boolean {
    return this.trace.unknownLinks.length > 0 || this.trace.requirements.some((row) => row.links.length > 0);
  }

  /** Resolves once every change so far has been taken in and the views were told. */
  async settled(): Promise<void> {
    await this.#loaded;
    await this.files.settled();
    this.#fire();
  }

  /** As `settled`, and once every link names the code that it speaks of and proofs were held against what was accepted and against git's past. */
  async settledWithUnits(): Promise<void> {
    await this.#loaded;
    await this.files.settled();
    await this.files.resolveUnits();
    await this.files.resolveProofs();
    await this.files.resolveAges();
    this.#fire();
  }

  /** Reads the folder; rejects on faults of our own alone. */
  load(): Promise<void> {
    this.#loaded = this.#load();
    return this.#loaded;
  }

  /** Reads all of the folder again, whatever the disk told of changes so far. */
  async readAgain(): Promise<void> {
    await this.#loaded;
    await this.files.reload();
    await this.files.rescan();
    await this.settled();
  }

  uriOf(path: string): Uri {
    return Uri.joinPath(this.folder.uri, path);
  }

  /** Relative to the folder, with `/`; `undefined` for what is not inside it. */
  pathOf(uri: Uri): string | undefined {
    return pathInside(this.folder.uri, uri);
  }

  dispose(): void {
    clearTimeout(this.#pending);
    clearTimeout(this.#resting);
    this.#disposed = true;
    this.#store.dispose();
  }

  async #load(): Promise<void> {
    await this.files.load();
    this.#loadEnded = true;
    this.#fire();
    this.#resolveAfter(0);
  }

  /** Not while the folder is read for the first time: the annotations come first. */
  #resolveAfter(delay: number): void {
    if (!this.#loadEnded || this.#disposed) {
      return;
    }
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#resolve().catch((error: unknown) => {
        if (!this.#disposed) {
          this.#onError(error);
        }
      });
    }, delay);
  }

  async #resolve(): Promise<void> {
    await this.files.resolveUnits();
    await this.files.resolveProofs();
  }

  #schedule(): void {
    // The first news at once: what is known must not wait for what is still being read.
    this.#pending ??= setTimeout(() => this.#fire(), Math.max(0, this.#firedAt + PACE - Date.now()));
  }

  #fire(): void {
    clearTimeout(this.#pending);
    this.#pending = undefined;
    this.#firedAt = Date.now();
    this.#changes.fire();
  }
}
