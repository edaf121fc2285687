import { window } from 'vscode';
import { Emitter } from '../../base/emitter';
import type { Event } from '../../base/emitter';
import type { Disposable } from '../../base/ports';
import { annotatedRows } from '../../language/annotatedRequirements';
import type { RequirementTrace } from '../../trace/model';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';

/**
 * Tells when the requirements that the visible files speak of stand otherwise than before: a change elsewhere in the folder must not make
 * VS Code ask anew what stands above and beside their lines. Rows are the same objects as long as nothing about them changes.
 */
export class VisibleRows implements Disposable {
  readonly #sessions: Sessions;
  readonly #store = new DisposableStore();
  readonly #changes: Emitter<void>;
  #rows: readonly RequirementTrace[] = [];

  constructor(sessions: Sessions, onError: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#changes = this.#store.add(new Emitter<void>(onError));
    this.#store.add(sessions.onDidChangeTrace(() => this.#compare()));
    this.#store.add(sessions.onDidChangeFolders(() => this.#compare()));
    // A file that comes into sight is asked about anyway.
    this.#store.add(window.onDidChangeVisibleTextEditors(() => (this.#rows = this.#read())));
    this.#rows = this.#read();
  }

  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #compare(): void {
    const before = this.#rows;
    this.#rows = this.#read();
    if (before.length !== this.#rows.length || before.some((row, index) => row !== this.#rows[index])) {
      this.#changes.fire();
    }
  }

  #read(): RequirementTrace[] {
    return window.visibleTextEditors.flatMap(({ document }) => {
      const located = this.#sessions.of(document);
      const file = located?.session.files.annotationsOf(located.path);
      return located === undefined || file === undefined ? [] : annotatedRows(file.annotations, located.session);
    });
  }
}
