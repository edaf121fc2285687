import { workspace } from 'vscode';
import type { TextDocument, Uri, WorkspaceFolder } from 'vscode';
import { Emitter } from '../base/emitter';
import type { BuiltinCatalog } from '../workspace/catalogFiles';
import type { Disposable } from '../base/ports';
import { FolderSession } from './folderSession';
import { folderSettings, onDidChangeFolderSettings } from './folderSettings';
import type { Platform } from './platform';
import { DisposableStore } from './support/disposableStore';
import type { ErrorReporter } from './support/errorReporter';

/** A file of the workspace, as the core names it. */
export interface Located {
  readonly session: FolderSession;
  readonly path: string;
}

/** One session for each folder of the workspace; folders come and go while the window is open. */
export class Sessions implements Disposable {
  readonly #platform: Platform;
  readonly #shipped: BuiltinCatalog;
  readonly #reporter: ErrorReporter;
  readonly #sessions = new Map<string, FolderSession>();
  readonly #owned = new Map<string, DisposableStore>();
  readonly #store = new DisposableStore();
  readonly #folderChanges: Emitter<void>;
  readonly #traceChanges: Emitter<FolderSession>;

  constructor(platform: Platform, shipped: BuiltinCatalog, reporter: ErrorReporter) {
    this.#platform = platform;
    this.#shipped = shipped;
    this.#reporter = reporter;
    const onError = (error: unknown): void => reporter.log(error);
    this.#folderChanges = this.#store.add(new Emitter<void>(onError));
    this.#traceChanges = this.#store.add(new Emitter<FolderSession>(onError));
    this.#store.add(workspace.onDidChangeWorkspaceFolders(() => this.#adoptFolders()));
    this.#adoptFolders();
  }

  /** Folders were added or removed, or are read anew. */
  get onDidChangeFolders() {
    return this.#folderChanges.event;
  }

  get onDidChangeTrace() {
    return this.#traceChanges.event;
  }

  /** In the workspace's order. */
  get all(): readonly FolderSession[] {
    return (workspace.workspaceFolders ?? []).flatMap((folder) => this.#sessions.get(folder.uri.toString()) ?? []);
  }

  byKey(key: string): FolderSession | undefined {
    return this.#sessions.get(key);
  }

  locate(uri: Uri): Located | undefined {
    const folder = workspace.getWorkspaceFolder(uri);
    const session = folder === undefined ? undefined : this.#sessions.get(folder.uri.toString());
    const path = session?.pathOf(uri);
    return session === undefined || path === undefined ? undefined : { session, path };
  }

  of(document: TextDocument): Located | undefined {
    return this.locate(document.uri);
  }

  /** Resolves once every folder has been read and every pending change has been taken in. */
  async settled(): Promise<void> {
    await Promise.all(this.all.map((session) => session.settled()));
  }

  dispose(): void {
    for (const key of [...this.#sessions.keys()]) {
      this.#close(key);
    }
    this.#store.dispose();
  }

  #adoptFolders(): void {
    const folders = workspace.workspaceFolders ?? [];
    const wanted = new Set(folders.map((folder) => folder.uri.toString()));
    for (const key of [...this.#sessions.keys()]) {
      if (!wanted.has(key)) {
        this.#close(key);
      }
    }
    for (const folder of folders) {
      if (!this.#sessions.has(folder.uri.toString())) {
        this.#open(folder);
      }
    }
    this.#folderChanges.fire();
  }

  #open(folder: WorkspaceFolder): void {
    const store = new DisposableStore();
    const onError = (error: unknown): void => this.#reporter.log(error);
    const files = this.#platform.openFolder(folder.uri, {
      settings: folderSettings(folder),
      builtinCatalog: this.#shipped,
      onError,
    });
    const session = store.add(new FolderSession(folder, files, onError));
    store.add(session.onDidChange(() => this.#traceChanges.fire(session)));
    // They change what every file says: the folder is read anew.
    store.add(
      onDidChangeFolderSettings(folder, () => {
        this.#close(session.key);
        this.#open(folder);
        this.#folderChanges.fire();
      }),
    );
    this.#sessions.set(session.key, session);
    this.#owned.set(session.key, store);
    session.load().catch(onError);
  }

  #close(key: string): void {
    this.#sessions.delete(key);
    this.#owned.get(key)?.dispose();
    this.#owned.delete(key);
  }
}
