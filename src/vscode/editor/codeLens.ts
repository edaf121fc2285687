import { CodeLens, EventEmitter, languages, Location, Range } from 'vscode';
import type { CodeLensProvider, Command as LensCommand, TextDocument } from 'vscode';
import type { Disposable } from '../../base/ports';
import { lensesOf, lensWords, otherPlaces, type Lens, type LensWords } from '../../language/lenses';
import type { DocumentSync } from '../documentSync';
import { Command, projectFile, Setting } from '../ids';
import type { Located, Sessions } from '../sessions';
import { ConfigValue, isBoolean } from '../support/configValue';
import { DisposableStore } from '../support/disposableStore';
import { t } from '../support/translate';
import { openCommand, toRange } from '../tree/openPlace';
import { stateCodicon } from '../tree/stateIcon';
import type { VisibleRows } from './visibleRows';

class AnnotationLens extends CodeLens {
  constructor(
    readonly lens: Lens,
    readonly located: Located,
    readonly document: TextDocument,
  ) {
    const { line, character } = lens.position;
    super(new Range(line, character, line, character));
  }
}

/** The line above an annotation: how its requirements stand, their other places, their proofs. */
export function registerCodeLens(sessions: Sessions, documents: DocumentSync, rows: VisibleRows): Disposable {
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
      return annotations === undefined
        ? undefined
        : lensesOf(annotations, located.path, located.session).map(
            (lens) => new AnnotationLens(lens, located, document),
          );
    },
    resolveCodeLens(lens: CodeLens): CodeLens {
      if (lens instanceof AnnotationLens) {
        const words = lensWords(lens.lens, lens.located.path, lens.located.session, t);
        // VS Code shows a lens without command as text: of what is no longer known nothing can be said.
        lens.command = words === undefined ? { title: '', command: '' } : commandOf(lens, words);
      }
      return lens;
    },
  };
  store.add(languages.registerCodeLensProvider({ pattern: '**' }, provider));
  return store;
}

function commandOf({ lens, located, document }: AnnotationLens, words: LensWords): LensCommand {
  const { session, path } = located;
  const title = words.state === undefined ? words.title : `${stateCodicon(words.state)}\u00a0${words.title}`;
  const { tooltip, action } = words;
  switch (action.kind) {
    case 'show-requirement': {
      const node = { kind: 'requirement', session, requirementId: action.requirement };
      return { title, tooltip, command: Command.ShowRequirement, arguments: [node] };
    }
    case 'show-places': {
      const places = otherPlaces(lens, path, session).map(
        (link) => new Location(session.uriOf(link.file), toRange(link.range)),
      );
      const at = toRange({ start: lens.position, end: lens.position }).start;
      // Of this one VS Code keeps the arguments with the lens; of others it forgets them when lenses are asked for anew, whatever is still drawn.
      return { title, tooltip, command: 'editor.action.peekLocations', arguments: [document.uri, at, places, 'peek'] };
    }
    case 'open-proof':
      return { ...openCommand(session.uriOf(projectFile), action.range), title, tooltip };
  }
}
