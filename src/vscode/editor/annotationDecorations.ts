import { DecorationRangeBehavior, OverviewRulerLane, ThemeColor, window, workspace } from 'vscode';
import type { DecorationRenderOptions, TextDocument, TextEditor, TextEditorDecorationType } from 'vscode';
import type { Disposable } from '../../base/ports';
import { marksOf, type Marks } from '../../language/marks';
import type { RequirementState } from '../../trace/model';
import { statesByUrgency } from '../../trace/urgency';
import type { DocumentSync } from '../documentSync';
import { ColorId, PartColor, Setting } from '../ids';
import type { Sessions } from '../sessions';
import { ConfigValue, isBoolean } from '../support/configValue';
import { DisposableStore } from '../support/disposableStore';
import { toRange } from '../tree/openPlace';

/** So long after the last keystroke a text is drawn anew; until then VS Code moves the marks along with the text. In milliseconds. */
const REST = 250;

type Part = keyof Marks['ids'] | 'markers' | 'verbs' | 'revisions';

/** Each state has a line of its own, so that nothing depends on colour alone; what is settled keeps still. */
const lines: Readonly<Record<RequirementState, Pick<DecorationRenderOptions, 'borderStyle' | 'borderWidth'>>> = {
  satisfied: {},
  partial: { borderStyle: 'dotted', borderWidth: '0 0 1px 0' },
  missing: { borderStyle: 'dashed', borderWidth: '0 0 1px 0' },
  suspect: { borderStyle: 'double', borderWidth: '0 0 3px 0' },
  'not-applicable': {},
  'accepted-gap': { borderStyle: 'solid', borderWidth: '0 0 1px 0' },
};

/**
 * The parts of an annotation and the state of its ids, in the text and on the overview ruler.
 *
 * Decorations rather than tokens. Of semantic token providers that fit a document equally well VS Code asks them in turn and takes the first
 * answer for the whole document: ours would put out the highlighting of a language's own extension, or the other way round. A TextMate
 * injection needs the marker, which is a setting, and the scopes of every language in the manifest, and colours markers that are none
 * (in a string inside a comment, behind an ignore directive). Decorations come from the parser itself, in every language, and add to
 * whatever highlighting there is.
 */
export class AnnotationDecorations implements Disposable {
  readonly #sessions: Sessions;
  readonly #documents: DocumentSync;
  readonly #store = new DisposableStore();
  readonly #types: ReadonlyMap<Part, TextEditorDecorationType>;
  readonly #enabled: ConfigValue<boolean>;
  /** What each editor shows, to draw nothing twice; text that changed since is not in it. */
  readonly #shown = new WeakMap<TextEditor, string>();
  readonly #resting = new Map<TextDocument, ReturnType<typeof setTimeout>>();

  constructor(sessions: Sessions, documents: DocumentSync) {
    this.#sessions = sessions;
    this.#documents = documents;
    this.#types = new Map(
      [...partStyles()].map(([part, style]) => [part, this.#store.add(window.createTextEditorDecorationType(style))]),
    );
    this.#enabled = this.#store.add(new ConfigValue(Setting.Decorations, true, isBoolean));
    this.#store.add(this.#enabled.onDidChange(() => this.#drawAll()));
    this.#store.add(sessions.onDidChangeTrace(() => this.#drawAll()));
    this.#store.add(sessions.onDidChangeFolders(() => this.#drawAll()));
    this.#store.add(window.onDidChangeVisibleTextEditors(() => this.#drawAll()));
    this.#store.add(
      workspace.onDidChangeTextDocument(
        ({ document, contentChanges }) => contentChanges.length > 0 && this.#schedule(document),
      ),
    );
    this.#store.add(workspace.onDidCloseTextDocument((document) => this.#forgetTimer(document)));
    this.#drawAll();
  }

  dispose(): void {
    this.#resting.forEach((timer) => clearTimeout(timer));
    this.#store.dispose();
  }

  #drawAll(): void {
    window.visibleTextEditors
      .filter((editor) => !this.#resting.has(editor.document))
      .forEach((editor) => this.#draw(editor));
  }

  /** Also where the annotations turn out to be what they were: what was cut and put back has lost its marks. */
  #schedule(document: TextDocument): void {
    const editors = window.visibleTextEditors.filter((editor) => editor.document === document);
    if (editors.length === 0 || this.#sessions.of(document) === undefined) {
      return;
    }
    editors.forEach((editor) => this.#shown.set(editor, ''));
    clearTimeout(this.#resting.get(document));
    this.#resting.set(
      document,
      setTimeout(() => {
        this.#resting.delete(document);
        this.#documents.flush();
        window.visibleTextEditors
          .filter((editor) => editor.document === document)
          .forEach((editor) => this.#draw(editor));
      }, REST),
    );
  }

  #draw(editor: TextEditor): void {
    const marks = this.#marksOf(editor.document);
    const look = marks === undefined ? undefined : JSON.stringify(marks);
    if (look === this.#shown.get(editor)) {
      return;
    }
    if (look === undefined) {
      this.#shown.delete(editor);
    } else {
      this.#shown.set(editor, look);
    }
    for (const [part, type] of this.#types) {
      const ranges = marks === undefined ? [] : rangesOf(marks, part);
      editor.setDecorations(type, ranges.map(toRange));
    }
  }

  #marksOf(document: TextDocument): Marks | undefined {
    const located = this.#enabled.value ? this.#sessions.of(document) : undefined;
    const file = located?.session.files.annotationsOf(located.path);
    return located === undefined || file === undefined ? undefined : marksOf(file, located.session);
  }

  #forgetTimer(document: TextDocument): void {
    clearTimeout(this.#resting.get(document));
    this.#resting.delete(document);
  }
}

function rangesOf(marks: Marks, part: Part): Marks['markers'] {
  return part === 'markers' || part === 'verbs' || part === 'revisions' ? marks[part] : marks.ids[part];
}

function partStyles(): Map<Part, DecorationRenderOptions> {
  const rangeBehavior = DecorationRangeBehavior.ClosedClosed;
  const styles = new Map<Part, DecorationRenderOptions>([
    ['markers', { rangeBehavior, color: new ThemeColor(PartColor.marker) }],
    ['verbs', { rangeBehavior, color: new ThemeColor(PartColor.verb) }],
    ['revisions', { rangeBehavior, color: new ThemeColor(PartColor.revision) }],
  ]);
  for (const state of statesByUrgency) {
    const stateColor = new ThemeColor(ColorId[state]);
    styles.set(state, {
      rangeBehavior,
      color: new ThemeColor(PartColor.id),
      ...lines[state],
      ...(lines[state].borderStyle === undefined ? {} : { borderColor: stateColor }),
      overviewRulerColor: stateColor,
      overviewRulerLane: OverviewRulerLane.Center,
    });
  }
  return styles;
}
