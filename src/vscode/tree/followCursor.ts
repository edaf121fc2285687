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
import type { TreeNode } from './treeNode';

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
  /** The cursor, and it did not arrive yet. */
  #moved = false;
  /** Where it arrived last. */
  #last: Target | undefined;
  #onAnnotation = false;

  constructor(sessions: Sessions, documents: DocumentSync, view: RequirementsView, reporter: ErrorReporter) {
    this.#sessions = sessions;
    this.#documents = documents;
    this.#view = view;
    this.#reporter = reporter;
    this.#enabled = this.#store.add(new ConfigValue(Setting.FollowCursor, true, isBoolean));
    this.#store.add(
      window.onDidChangeTextEditorSelection(
        ({ textEditor }) => textEditor === window.activeTextEditor && this.#schedule(true),
      ),
    );
    this.#store.add(window.onDidChangeActiveTextEditor(() => this.#schedule(true)));
    this.#store.add(sessions.onDidChangeTrace(() => this.#schedule(false)));
    this.#store.add(
      view.onDidChangeVisibility(() => {
        this.#last = undefined;
        this.#schedule(true);
      }),
    );
    this.#store.add(view.onDidChangeSelection(({ selection }) => this.#stay(selection)));
    this.#store.add(commands.registerCommand(Command.RevealInView, () => this.#reveal()));
    this.#schedule(false);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  /** @param moved the cursor did: a change of the trace under it selects nothing */
  #schedule(moved: boolean): void {
    this.#moved ||= moved;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#arrive(), REST);
  }

  /** Whoever chooses another row is in the tree. */
  #stay(selection: readonly TreeNode[]): void {
    const [row, ...others] = selection;
    const isOurs = row?.kind === 'requirement' && others.length === 0 && row.requirementId === this.#last?.requirement;
    if (!isOurs) {
      this.#moved = false;
    }
  }

  #arrive(): void {
    const moved = this.#moved;
    this.#moved = false;
    if (moved) {
      this.#documents.flush();
    }
    const before = this.#last;
    const target = this.#target(window.activeTextEditor);
    this.#setContext(target !== undefined);
    if (!moved) {
      return;
    }
    this.#last = target;
    const isOther = target?.requirement !== before?.requirement || target?.session !== before?.session;
    if (target !== undefined && isOther && this.#enabled.value) {
      this.#view.follow(target.session, target.requirement).catch((error: unknown) => this.#reporter.log(error));
    }
  }

  #setContext(onAnnotation: boolean): void {
    if (this.#onAnnotation !== onAnnotation) {
      this.#onAnnotation = onAnnotation;
      void commands.executeCommand('setContext', ContextKey.OnAnnotation, onAnnotation);
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
        this.#reporter.tell(t('{0} is out of the profile: the view does not list it.', target.requirement), {
          title: t('Choose the profile'),
          command: Command.ChooseProfile,
        });
      }
    } catch (error) {
      this.#reporter.log(error);
    }
  }
}
