import { commands, window } from 'vscode';
import type { TextEditor } from 'vscode';
import type { Disposable } from '../../base/ports';
import { rowAt } from '../../language/annotatedRequirements';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import { Command, ContextKey, Setting } from '../ids';
import type { Sessions } from '../sessions';
import { ConfigValue, isBoolean } from '../support/configValue';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import type { RequirementsView } from './requirementsView';

/** A cursor that rests this long has arrived. In milliseconds. */
const REST = 200;

interface Target {
  readonly session: FolderSession;
  readonly requirement: string;
}

/**
 * Selects in the view the requirement whose annotation the cursor is on. The selection moves when the cursor gets to another requirement
 * and not otherwise: somebody who looks around in the tree meanwhile keeps the place.
 */
export class FollowCursor implements Disposable {
  readonly #sessions: Sessions;
  readonly #documents: DocumentSync;
  readonly #view: RequirementsView;
  readonly #reporter: ErrorReporter;
  readonly #store = new DisposableStore();
  readonly #enabled: ConfigValue<boolean>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Target | undefined;
  #onAnnotation = false;

  constructor(sessions: Sessions, documents: DocumentSync, view: RequirementsView, reporter: ErrorReporter) {
    this.#sessions = sessions;
    this.#documents = documents;
    this.#view = view;
    this.#reporter = reporter;
    this.#enabled = this.#store.add(new ConfigValue(Setting.FollowCursor, true, isBoolean));
    this.#store.add(window.onDidChangeTextEditorSelection(({ textEditor }) => this.#schedule(textEditor)));
    this.#store.add(window.onDidChangeActiveTextEditor((editor) => this.#schedule(editor)));
    this.#store.add(sessions.onDidChangeTrace(() => this.#schedule(window.activeTextEditor)));
    this.#store.add(
      view.onDidChangeVisibility(() => {
        this.#last = undefined;
        this.#schedule(window.activeTextEditor);
      }),
    );
    // Whoever chooses a row is in the tree.
    this.#store.add(view.onDidChangeSelection(() => this.#stay()));
    this.#store.add(commands.registerCommand(Command.RevealInView, () => this.#reveal()));
    this.#schedule(window.activeTextEditor);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  #schedule(editor: TextEditor | undefined): void {
    if (editor !== undefined && editor !== window.activeTextEditor) {
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#arrive(), REST);
  }

  /** The context key is still to be set; the selection is not. */
  #stay(): void {
    this.#last = this.#target(window.activeTextEditor);
  }

  #arrive(): void {
    const target = this.#target(window.activeTextEditor);
    if (this.#onAnnotation !== (target !== undefined)) {
      this.#onAnnotation = target !== undefined;
      void commands.executeCommand('setContext', ContextKey.OnAnnotation, this.#onAnnotation);
    }
    const moved = target?.requirement !== this.#last?.requirement || target?.session !== this.#last?.session;
    this.#last = target;
    if (target !== undefined && moved && this.#enabled.value && this.#view.visible) {
      this.#view.follow(target.session, target.requirement).catch((error: unknown) => this.#reporter.log(error));
    }
  }

  #target(editor: TextEditor | undefined): Target | undefined {
    const located = editor === undefined ? undefined : this.#sessions.of(editor.document);
    const file = located?.session.files.annotationsOf(located.path);
    if (editor === undefined || located === undefined || file === undefined) {
      return undefined;
    }
    const row = rowAt(file, editor.selection.active, located.session);
    return row === undefined ? undefined : { session: located.session, requirement: row.requirement.id };
  }

  async #reveal(): Promise<void> {
    try {
      this.#documents.flush();
      const target = this.#target(window.activeTextEditor);
      if (target !== undefined && !(await this.#view.reveal(target.session, target.requirement))) {
        this.#reporter.tell(t('{0} is out of the profile: the view does not list it.', target.requirement));
      }
    } catch (error) {
      this.#reporter.log(error);
    }
  }
}
