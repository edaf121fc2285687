import { commands, window } from 'vscode';
import type { Disposable } from '../base/ports';
import type { FolderSession } from './folderSession';
import { ContextKey } from './ids';
import type { Sessions } from './sessions';
import { DisposableStore } from './support/disposableStore';

/** Milliseconds in which VS Code has certainly made the list of a walkthrough that it opens. */
const LIST_MADE = 2_000;

/**
 * What of the walkthrough's steps is done, by what stands in the folders, whoever wrote it: VS Code ticks a step off by its key and
 * that of the open walkthrough.
 */
export class WalkthroughProgress implements Disposable {
  readonly #sessions: Sessions;
  readonly #store = new DisposableStore();
  readonly #onError: (error: unknown) => void;
  readonly #done = new Set<string>();
  #isOpen = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(sessions: Sessions, onError: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#onError = onError;
    this.#store.add(sessions.onDidChangeTrace((session) => this.#look(session)));
    sessions.all.forEach((session) => this.#look(session));
    this.#store.add(window.tabGroups.onDidChangeTabs(() => this.#follow()));
    this.#store.add({ dispose: () => clearTimeout(this.#waiting) });
    this.#follow();
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

  /** VS Code never ticks off a step whose condition held when it made the list: until then, none holds. */
  #follow(): void {
    const isOpen = window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input === undefined));
    if (isOpen === this.#isOpen) {
      return;
    }
    this.#isOpen = isOpen;
    clearTimeout(this.#waiting);
    if (isOpen) {
      this.#waiting = setTimeout(() => this.#set(ContextKey.WalkthroughOpen, true), LIST_MADE);
    } else {
      this.#set(ContextKey.WalkthroughOpen, false);
    }
  }

  /** A step that was done stays done, as in VS Code's own list. */
  #finish(key: ContextKey): void {
    this.#done.add(key);
    this.#set(key, true);
  }

  #set(key: ContextKey, value: boolean): void {
    commands.executeCommand('setContext', key, value).then(undefined, this.#onError);
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
