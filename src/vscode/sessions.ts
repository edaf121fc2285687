import { workspace } from 'vscode';
import type { TextDocument, Uri, WorkspaceFolder } from 'vscode';
import { pathInside } from './support/pathInside';
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
  /** What of its place in the workspace each session was opened with. */
  readonly #places = new Map<string, FolderPlace>();
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

  /** In the innermost folder: that is whose annotations it holds. */
  locate(uri: Uri): Located | undefined {
    const folder = workspace.getWorkspaceFolder(uri);
    const session = folder === undefined ? undefined : this.#sessions.get(folder.uri.toString());
    const path = session?.pathOf(uri);
    return session === undefined || path === undefined ? undefined : { session, path };
  }

  /** In every folder that holds it: an outer one may name it as a proof. */
  locateAll(uri: Uri): readonly Located[] {
    return this.all.flatMap((session) => {
      const path = session.pathOf(uri);
      return path === undefined ? [] : [{ session, path }];
    });
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
    const wanted = new Map(folders.map((folder) => [folder.uri.toString(), placeOf(folder, folders)]));
    for (const key of [...this.#sessions.keys()]) {
      // Whoever loses files to a new inner folder, or gets them back from one that left, is read anew.
      if (JSON.stringify(wanted.get(key)) !== JSON.stringify(this.#places.get(key))) {
        this.#close(key);
      }
    }
    for (const folder of folders) {
      if (!this.#sessions.has(folder.uri.toString())) {
        this.#open(folder, placeOf(folder, folders));
      }
    }
    this.#folderChanges.fire();
  }

  #open(folder: WorkspaceFolder, place: FolderPlace): void {
    const store = new DisposableStore();
    const onError = (error: unknown): void => this.#reporter.log(error);
    const files = this.#platform.openFolder(folder.uri, {
      settings: { ...folderSettings(folder), innerFolders: place.inner },
      builtinCatalog: this.#shipped,
      onError,
    });
    const session = store.add(new FolderSession(folder, files, onError));
    store.add(session.onDidChange(() => this.#traceChanges.fire(session)));
    // They change what every file says: the folder is read anew.
    store.add(
      onDidChangeFolderSettings(folder, () => {
        this.#close(session.key);
        this.#open(folder, place);
        this.#folderChanges.fire();
      }),
    );
    this.#sessions.set(session.key, session);
    this.#places.set(session.key, place);
    this.#owned.set(session.key, store);
    session.load().catch(onError);
  }

  #close(key: string): void {
    this.#sessions.delete(key);
    this.#places.delete(key);
    this.#owned.get(key)?.dispose();
    this.#owned.delete(key);
  }
}

interface FolderPlace {
  readonly name: string;
  /** Paths of the other workspace folders inside it, sorted. */
  readonly inner: readonly string[];
}

function placeOf(folder: WorkspaceFolder, folders: readonly WorkspaceFolder[]): FolderPlace {
  return {
    name: folder.name,
    inner: folders.flatMap((other) => pathInside(folder.uri, other.uri) ?? []).sort(),
  };
}
