import { commands, Selection, TextEditorRevealType, window } from 'vscode';
import type { Disposable } from '../../base/ports';
import type { Range } from '../../base/text';
import { gapStops, stepFrom, type Direction } from '../../language/gapOrder';
import { inProfile } from '../../trace/scope';
import { isSettled } from '../../trace/totals';
import type { DocumentSync } from '../documentSync';
import type { FolderSession } from '../folderSession';
import { Command, View } from '../ids';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import { openCommand, toRange } from '../tree/openPlace';
import type { RequirementsView } from '../tree/requirementsView';

/** So long the status bar tells where one has come to. In milliseconds. */
const TOLD = 8000;

/**
 * From annotation to annotation in a file, and from gap to gap in the whole workspace; in the tree, from one requirement that has gaps to the next.
 * Both go round.
 */
export function registerRoaming(
  sessions: Sessions,
  documents: DocumentSync,
  view: RequirementsView,
  reporter: ErrorReporter,
): Disposable {
  const roaming = new Roaming(sessions, documents, view, reporter);
  const carryOut = (step: () => Promise<void>) => step().catch((error: unknown) => reporter.log(error));
  const store = new DisposableStore();
  store.add(commands.registerCommand(Command.NextAnnotation, () => roaming.toAnnotation('next')));
  store.add(commands.registerCommand(Command.PreviousAnnotation, () => roaming.toAnnotation('previous')));
  store.add(
    commands.registerCommand(Command.NextGap, (argument: unknown) => carryOut(() => roaming.toGap('next', argument))),
  );
  store.add(
    commands.registerCommand(Command.PreviousGap, (argument: unknown) =>
      carryOut(() => roaming.toGap('previous', argument)),
    ),
  );
  return store;
}

class Roaming {
  readonly #sessions: Sessions;
  readonly #documents: DocumentSync;
  readonly #view: RequirementsView;
  readonly #reporter: ErrorReporter;

  constructor(sessions: Sessions, documents: DocumentSync, view: RequirementsView, reporter: ErrorReporter) {
    this.#sessions = sessions;
    this.#documents = documents;
    this.#view = view;
    this.#reporter = reporter;
  }

  /** In the active file. */
  toAnnotation(direction: Direction): void {
    this.#documents.flush();
    const editor = window.activeTextEditor;
    const located = editor === undefined ? undefined : this.#sessions.of(editor.document);
    const annotations = located?.session.files.annotationsOf(located.path)?.annotations ?? [];
    const places = annotations.map(({ ids, markerRange }) => ({ file: '', range: ids[0]?.range ?? markerRange }));
    const index = stepFrom(places, { file: '', position: editor?.selection.active ?? origin }, direction);
    const place = places[index];
    const annotation = annotations[index];
    if (editor === undefined || place === undefined || annotation === undefined) {
      this.#say(t('This file has no annotation.'));
      return;
    }
    const { start } = toRange(place.range);
    editor.selection = new Selection(start, start);
    editor.revealRange(toRange(place.range), TextEditorRevealType.InCenterIfOutsideViewport);
    const ids = annotation.ids.map(({ raw }) => raw).join(', ');
    tell(t('{0} ({1} of {2} annotations in this file)', ids, index + 1, places.length));
  }

  /** @param argument where: a key pressed in the tree says `{ "in": "requirements" }` */
  async toGap(direction: Direction, argument: unknown): Promise<void> {
    this.#documents.flush();
    const isInView =
      typeof argument === 'object' && argument !== null && 'in' in argument && argument.in === 'requirements';
    const moved = isInView ? await this.#view.stepToGap(direction) : await this.#toGapInCode(direction);
    if (!moved) {
      this.#tellNone(isInView);
    }
  }

  async #toGapInCode(direction: Direction): Promise<boolean> {
    const traced = this.#traced();
    const places = traced.flatMap((session, order) =>
      gapStops(session.trace).map((stop) => ({ file: keyOf(order, stop.file), range: stop.range, stop, session })),
    );
    const index = stepFrom(places, this.#standpoint(traced), direction);
    const place = places[index];
    if (place === undefined) {
      return false;
    }
    const { stop, session } = place;
    await open(session, stop.file, stop.range);
    tell(t('{0} (gap {1} of {2})', stop.reasons(t).join(' · '), index + 1, places.length));
    return true;
  }

  #standpoint(traced: readonly FolderSession[]) {
    const editor = window.activeTextEditor;
    const located = editor === undefined ? undefined : this.#sessions.of(editor.document);
    const order = located === undefined ? -1 : traced.indexOf(located.session);
    return editor === undefined || located === undefined || order < 0
      ? undefined
      : { file: keyOf(order, located.path), position: editor.selection.active };
  }

  #tellNone(isInView: boolean): void {
    const open = this.#traced()
      .flatMap(({ trace }) => trace.requirements)
      .filter((row) => inProfile(row) && !isSettled(row.state)).length;
    if (open === 0 || isInView) {
      this.#say(t('No gap is left.'));
      return;
    }
    const text = t('No annotation asks for work. Requirements without any that are not satisfied: {0}.', open);
    this.#say(text, t('Show the requirements'), `${View.Requirements}.focus`);
  }

  /** Nobody waits for an answer: the step is over. */
  #say(text: string, action?: string, command?: string): void {
    const run = async (): Promise<void> => {
      const choice = await window.showInformationMessage(text, ...(action === undefined ? [] : [action]));
      if (choice !== undefined && command !== undefined) {
        await commands.executeCommand(command);
      }
    };
    run().catch((error: unknown) => this.#reporter.log(error));
  }

  #traced(): FolderSession[] {
    return this.#sessions.all.filter((session) => session.engaged);
  }
}

const origin = { line: 0, character: 0 };

/** Folders come in the workspace's order. */
function keyOf(order: number, file: string): string {
  return `${String(order).padStart(6, '0')}/${file}`;
}

async function open(session: FolderSession, file: string, { start }: Range): Promise<void> {
  const { command, arguments: parameters = [] } = openCommand(session.uriOf(file), { start, end: start });
  await commands.executeCommand(command, ...(parameters as unknown[]));
}

/** Screen readers read the line that the cursor has come to. */
function tell(text: string): void {
  window.setStatusBarMessage(text, TOLD);
}
