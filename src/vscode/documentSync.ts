import { workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import type { Disposable } from '../base/ports';
import type { Sessions } from './sessions';
import { DisposableStore } from './support/disposableStore';

/** A pause in typing after which the text is read. In milliseconds. */
const TYPING_PAUSE = 200;

/** Keeps the traces in step with the text in the editors, saved or not. Unsaved text counts until the document is closed. */
export class DocumentSync implements Disposable {
  readonly #sessions: Sessions;
  readonly #store = new DisposableStore();
  readonly #pending = new Map<TextDocument, ReturnType<typeof setTimeout>>();

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#store.add(workspace.onDidOpenTextDocument((document) => this.#read(document)));
    this.#store.add(
      workspace.onDidChangeTextDocument(
        // Without changes it tells that the text was saved or given up.
        ({ document, contentChanges }) =>
          contentChanges.length > 0 ? this.#schedule(document) : this.#readInput(document),
      ),
    );
    this.#store.add(workspace.onDidSaveTextDocument((document) => this.#read(document)));
    this.#store.add(workspace.onDidCloseTextDocument((document) => this.#close(document)));
    this.#store.add(sessions.onDidChangeFolders(() => this.#readAll()));
    this.#readAll();
  }

  /** Reads at once what waits for a pause in typing: for commands that need the newest text. */
  flush(): void {
    for (const document of [...this.#pending.keys()]) {
      this.#read(document);
    }
  }

  dispose(): void {
    for (const timer of this.#pending.values()) {
      clearTimeout(timer);
    }
    this.#pending.clear();
    this.#store.dispose();
  }

  #readAll(): void {
    workspace.textDocuments.forEach((document) => this.#read(document));
  }

  #schedule(document: TextDocument): void {
    clearTimeout(this.#pending.get(document));
    this.#pending.set(
      document,
      setTimeout(() => this.#read(document), TYPING_PAUSE),
    );
  }

  #read(document: TextDocument): void {
    this.#forgetTimer(document);
    this.#readInput(document);
    const located = this.#sessions.of(document);
    if (located === undefined || document.isClosed) {
      return;
    }
    const { session, path } = located;
    const text = document.getText();
    if (text.includes(session.marker) || session.files.annotationsOf(path) !== undefined) {
      session.files.bufferChanged(path, text, document.languageId);
    }
  }

  /** What a trace is made of is read from disk unless its text is unsaved; which files are catalogues or proofs may change at any time. */
  #readInput(document: TextDocument): void {
    if (!isInput(document)) {
      return;
    }
    for (const { session, path } of this.#sessions.locateAll(document.uri)) {
      if (document.isDirty && !document.isClosed) {
        session.files.unsavedChanged(path, document.getText());
      } else {
        session.files.unsavedGone(path);
      }
    }
  }

  #close(document: TextDocument): void {
    this.#forgetTimer(document);
    if (isInput(document)) {
      this.#sessions.locateAll(document.uri).forEach(({ session, path }) => session.files.unsavedGone(path));
    }
    const located = this.#sessions.of(document);
    located?.session.files.bufferClosed(located.path);
  }

  #forgetTimer(document: TextDocument): void {
    clearTimeout(this.#pending.get(document));
    this.#pending.delete(document);
  }
}

/** The project file, catalogues, and proofs that are documents. */
function isInput({ uri, languageId }: TextDocument): boolean {
  return languageId === 'yaml' || languageId === 'markdown' || /\.(?:ya?ml|md|markdown)$/iu.test(uri.path);
}
