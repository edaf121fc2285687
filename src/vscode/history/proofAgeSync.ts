import { workspace, type Uri } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { FolderSession } from '../folderSession';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';

/** So long after the last change: the past is not for who is typing. In milliseconds. */
const REST = 800;

/**
 * Holds the proofs against the code's past, at rest: after a folder was read, when its proofs or its code changed, and when something else is checked
 * out in a repository at its root. Elsewhere, *Refresh* asks again.
 */
export class ProofAgeSync implements Disposable {
  readonly #sessions: Sessions;
  readonly #reporter: ErrorReporter;
  readonly #store = new DisposableStore();
  readonly #resting = new Map<FolderSession, ReturnType<typeof setTimeout>>();
  readonly #ending = new AbortController();

  constructor(sessions: Sessions, reporter: ErrorReporter) {
    this.#sessions = sessions;
    this.#reporter = reporter;
    this.#store.add(sessions.onDidChangeTrace((session) => this.#rest(session)));
    this.#store.add(sessions.onDidChangeFolders(() => this.#forget()));
    this.#store.add(workspace.onDidGrantWorkspaceTrust(() => sessions.all.forEach((session) => this.#moved(session))));
    // VS Code leaves out the objects of a repository alone.
    const watcher = this.#store.add(workspace.createFileSystemWatcher('**/.git/{HEAD,logs/HEAD}'));
    const onMove = (uri: Uri): void => sessions.locateAll(uri).forEach(({ session }) => this.#moved(session));
    this.#store.add(watcher.onDidCreate(onMove));
    this.#store.add(watcher.onDidChange(onMove));
  }

  dispose(): void {
    this.#ending.abort();
    this.#resting.forEach((timer) => clearTimeout(timer));
    this.#store.dispose();
  }

  #moved(session: FolderSession): void {
    session.files.ages?.touch();
    this.#rest(session);
  }

  #rest(session: FolderSession): void {
    clearTimeout(this.#resting.get(session));
    this.#resting.set(
      session,
      setTimeout(() => {
        this.#resting.delete(session);
        this.#resolve(session).catch((error: unknown) => this.#report(session, error));
      }, REST),
    );
  }

  async #resolve(session: FolderSession): Promise<void> {
    if (session.scanned && this.#isOpen(session)) {
      await session.files.resolveAges(this.#ending.signal);
    }
  }

  #forget(): void {
    for (const [session, timer] of this.#resting) {
      if (!this.#isOpen(session)) {
        clearTimeout(timer);
        this.#resting.delete(session);
      }
    }
  }

  /** Whoever is closed meanwhile has no answer. */
  #report(session: FolderSession, error: unknown): void {
    if (!this.#ending.signal.aborted && this.#isOpen(session)) {
      this.#reporter.log(error);
    }
  }

  #isOpen(session: FolderSession): boolean {
    return this.#sessions.byKey(session.key) === session;
  }
}
