import { window } from 'vscode';
import type { TextDocument } from 'vscode';
import { Emitter } from '../../base/emitter';
import type { Event } from '../../base/emitter';
import type { Disposable } from '../../base/ports';
import { annotatedRows } from '../../language/annotatedRequirements';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import { yamlFileOf } from './yamlFiles';

/** What is told of a document: the same objects as long as nothing about them changes. */
type FactsOf = (sessions: Sessions, document: TextDocument) => readonly object[];

/** The requirements that a document speaks of. */
export const rowsIn: FactsOf = (sessions, document) => {
  const located = sessions.of(document);
  const file = located?.session.files.annotationsOf(located.path);
  return located === undefined || file === undefined ? [] : annotatedRows(file.annotations, located.session);
};

/** What a project or catalogue file leads to: a file may become a catalogue, a proof may come. */
export const targetsOf: FactsOf = (sessions, document) => {
  const file = yamlFileOf(sessions, document);
  return file === undefined ? [] : [document, file.session, file.session.catalog, file.session.files.proofs];
};

/**
 * Tells when something about the visible documents is another than before: a change elsewhere in the folder must not make VS Code ask anew what stands
 * above and beside their lines.
 */
export class VisibleFacts implements Disposable {
  readonly #sessions: Sessions;
  readonly #factsOf: FactsOf;
  readonly #store = new DisposableStore();
  readonly #changes: Emitter<void>;
  #seen: readonly object[];

  constructor(sessions: Sessions, factsOf: FactsOf, onError: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#factsOf = factsOf;
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
    if (before.length !== this.#seen.length || before.some((fact, index) => fact !== this.#seen[index])) {
      this.#changes.fire();
    }
  }

  #read(): object[] {
    return window.visibleTextEditors.flatMap(({ document }) => [...this.#factsOf(this.#sessions, document)]);
  }
}
