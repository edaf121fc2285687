import { CodeLens, EventEmitter, languages, Range } from 'vscode';
import type { CodeLensProvider, Command as LensCommand, TextDocument } from 'vscode';
import type { Disposable } from '../../base/ports';
import { lensesOf, lensWords, type LensWords } from '../../language/lenses';
import type { DocumentSync } from '../documentSync';
import { Command, projectFile, Setting } from '../ids';
import type { Sessions } from '../sessions';
import { ConfigValue, isBoolean } from '../support/configValue';
import { DisposableStore } from '../support/disposableStore';
import { t } from '../support/translate';
import { openCommand } from '../tree/openPlace';
import { stateCodicon } from '../tree/stateIcon';
import { PlacedLens } from './showPlaces';
import type { VisibleFacts } from './visibleFacts';

/**
 * A file with more lenses than this has those in sight made ready alone. Otherwise all are, in one go: while VS Code asks for the rest of a lens, a change
 * elsewhere may make it draw one whose command it has forgotten, until the editor is scrolled.
 */
const MOST_READY = 300;

class AnnotationLens extends CodeLens {
  constructor(readonly about: PlacedLens) {
    const { line, character } = about.lens.position;
    super(new Range(line, character, line, character));
  }
}

/** The line above an annotation: how its requirements stand, their other places, their proofs. */
export function registerCodeLens(sessions: Sessions, documents: DocumentSync, rows: VisibleFacts): Disposable {
  const store = new DisposableStore();
  const enabled = store.add(new ConfigValue(Setting.CodeLens, true, isBoolean));
  const changes = store.add(new EventEmitter<void>());
  store.add(enabled.onDidChange(() => changes.fire()));
  store.add(rows.onDidChange(() => changes.fire()));
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changes.event,
    provideCodeLenses(document: TextDocument): CodeLens[] | undefined {
      const located = enabled.value ? sessions.of(document) : undefined;
      if (located === undefined) {
        return undefined;
      }
      documents.flush();
      const annotations = located.session.files.annotationsOf(located.path);
      const lenses = annotations === undefined ? [] : lensesOf(annotations, located.path, located.session);
      const made = lenses.map((lens) => new AnnotationLens(new PlacedLens(lens, located, document.uri)));
      return made.length > MOST_READY ? made : made.map(withCommand);
    },
    resolveCodeLens: (lens: CodeLens) => (lens instanceof AnnotationLens ? withCommand(lens) : lens),
  };
  store.add(languages.registerCodeLensProvider({ pattern: '**' }, provider));
  return store;
}

function withCommand(lens: AnnotationLens): AnnotationLens {
  const { path, session } = lens.about.located;
  const words = lensWords(lens.about.lens, path, session, t);
  // VS Code shows a lens without command as text: of what is no longer known nothing can be said.
  lens.command = words === undefined ? { title: '', command: '' } : commandOf(lens.about, words);
  return lens;
}

function commandOf(about: PlacedLens, words: LensWords): LensCommand {
  const { session } = about.located;
  const title = words.state === undefined ? words.title : `${stateCodicon(words.state)}\u00a0${words.title}`;
  const { tooltip, action } = words;
  switch (action.kind) {
    case 'show-requirement': {
      const node = { kind: 'requirement', session, requirementId: action.requirement };
      return { title, tooltip, command: Command.ShowRequirement, arguments: [node] };
    }
    case 'show-places': {
      return { title, tooltip, command: Command.ShowPlaces, arguments: [about] };
    }
    case 'open-proof':
      return { ...openCommand(session.uriOf(projectFile), action.range), title, tooltip };
  }
}
