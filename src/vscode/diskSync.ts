import { workspace } from 'vscode';
import type { Uri } from 'vscode';
import type { Disposable } from '../base/ports';
import type { Sessions } from './sessions';
import type { FolderSession } from './folderSession';
import { DisposableStore } from './support/disposableStore';
import type { ErrorReporter } from './support/errorReporter';

/** Events are taken in after this much quiet, but never later than `PATIENCE` after the first. In milliseconds. */
const QUIET = 250;
const PATIENCE = 2000;
/** From this many files on (a branch switch, an install) reading the folder anew is cheaper than file by file. */
const BURST = 400;

type Fate = 'changed' | 'deleted';

/**
 * Keeps the traces in step with the files on disk. One watcher with a plain pattern for the whole window: it joins the one that VS Code runs
 * anyway and obeys `files.watcherExclude`.
 */
export class DiskSync implements Disposable {
  readonly #sessions: Sessions;
  readonly #reporter: ErrorReporter;
  readonly #store = new DisposableStore();
  #waiting = new Map<FolderSession, Map<string, Fate>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #first = 0;

  constructor(sessions: Sessions, reporter: ErrorReporter) {
    this.#sessions = sessions;
    this.#reporter = reporter;
    const watcher = this.#store.add(workspace.createFileSystemWatcher('**/*'));
    this.#store.add(watcher.onDidCreate((uri) => this.#note(uri, 'changed')));
    this.#store.add(watcher.onDidChange((uri) => this.#note(uri, 'changed')));
    this.#store.add(watcher.onDidDelete((uri) => this.#note(uri, 'deleted')));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  #note(uri: Uri, fate: Fate): void {
    const located = this.#sessions.locateAll(uri).filter(({ path }) => !path.startsWith('.git/'));
    if (located.length === 0) {
      return;
    }
    if (this.#waiting.size === 0) {
      this.#first = Date.now();
    }
    for (const { session, path } of located) {
      const files = this.#waiting.get(session) ?? new Map<string, Fate>();
      files.set(path, fate);
      this.#waiting.set(session, files);
    }
    clearTimeout(this.#timer);
    const pause = Math.max(0, Math.min(QUIET, this.#first + PATIENCE - Date.now()));
    this.#timer = setTimeout(() => this.#flush(), pause);
  }

  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    for (const [session, files] of waiting) {
      this.#take(session, files).catch((error: unknown) => this.#reporter.log(error));
    }
  }

  async #take(session: FolderSession, files: ReadonlyMap<string, Fate>): Promise<void> {
    // A run of the tests writes many files, and changes no annotation.
    const others = [...files.keys()].filter((path) => !session.files.isResult(path));
    if (others.length >= BURST) {
      // A branch that is switched to has other catalogues, proofs and decisions as well.
      await Promise.all([session.files.reload(), session.files.rescan()]);
      return;
    }
    const taken = [...files].map(([path, fate]) =>
      fate === 'deleted' ? session.files.fileDeleted(path) : session.files.fileChanged(path),
    );
    await Promise.all(taken);
  }
}
