import { commands } from 'vscode';
import type { Disposable } from '../base/ports';
import type { FolderSession } from './folderSession';
import { ContextKey } from './ids';
import type { Sessions } from './sessions';
import { DisposableStore } from './support/disposableStore';

/** What of the walkthrough's steps is done, by what stands in the folders, whoever wrote it: VS Code ticks them off by these keys. */
export class WalkthroughProgress implements Disposable {
  readonly #sessions: Sessions;
  readonly #store = new DisposableStore();
  readonly #onError: (error: unknown) => void;
  readonly #done = new Set<string>();

  constructor(sessions: Sessions, onError: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#onError = onError;
    this.#store.add(sessions.onDidChangeTrace((session) => this.#look(session)));
    sessions.all.forEach((session) => this.#look(session));
  }

  /** A matrix was written. */
  exported(): void {
    this.#finish(ContextKey.Exported);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #look(session: FolderSession): void {
    if (!this.#sessions.all.includes(session)) {
      return;
    }
    for (const [key, isDone] of STEPS) {
      if (!this.#done.has(key) && isDone(session)) {
        this.#finish(key);
      }
    }
  }

  /** A step that was done stays done, as in VS Code's own list. */
  #finish(key: ContextKey): void {
    this.#done.add(key);
    commands.executeCommand('setContext', key, true).then(undefined, this.#onError);
  }
}

type ContextKey = (typeof ContextKey)[keyof typeof ContextKey];

const STEPS: readonly (readonly [ContextKey, (session: FolderSession) => boolean])[] = [
  [
    ContextKey.HasProfile,
    ({ trace: { profile } }) =>
      profile.couloir !== undefined || profile.dispositif !== undefined || profile.profils.length > 0,
  ],
  [ContextKey.HasOwnCatalog, ({ files }) => files.project.catalogs.some(({ text }) => !text.startsWith('builtin:'))],
  [ContextKey.Annotated, (session) => session.annotated],
  [ContextKey.HasProofs, ({ files }) => files.project.proofs.length > 0],
];
