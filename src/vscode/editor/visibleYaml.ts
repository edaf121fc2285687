import { window } from 'vscode';
import { Emitter } from '../../base/emitter';
import type { Event } from '../../base/emitter';
import type { Disposable } from '../../base/ports';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import { yamlFileOf } from './yamlFiles';

/** Tells when what the visible project and catalogue files lead to may be another: a file became a catalogue, a proof came. */
export class VisibleYaml implements Disposable {
  readonly #sessions: Sessions;
  readonly #store = new DisposableStore();
  readonly #changes: Emitter<void>;
  #seen: readonly unknown[] = [];

  constructor(sessions: Sessions, onError: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#changes = this.#store.add(new Emitter<void>(onError));
    this.#store.add(sessions.onDidChangeTrace(() => this.#compare()));
    this.#store.add(sessions.onDidChangeFolders(() => this.#compare()));
    // A file that comes into sight is asked about anyway.
    this.#store.add(window.onDidChangeVisibleTextEditors(() => (this.#seen = this.#read())));
    this.#seen = this.#read();
  }

  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #compare(): void {
    const before = this.#seen;
    this.#seen = this.#read();
    if (before.length !== this.#seen.length || before.some((part, index) => part !== this.#seen[index])) {
      this.#changes.fire();
    }
  }

  /** The same objects as long as nothing changed. */
  #read(): unknown[] {
    return window.visibleTextEditors.flatMap(({ document }) => {
      const file = yamlFileOf(this.#sessions, document);
      return file === undefined ? [] : [document, file.kind, file.session.catalog, file.session.files.proofs];
    });
  }
}
