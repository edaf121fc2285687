import { languages } from 'vscode';
import type { CompletionItem, CompletionItemProvider, Position, TextDocument } from 'vscode';
import { languageForDocument } from '../../annotations/languages';
import type { Disposable } from '../../base/ports';
import { completionsAt } from '../../language/completion';
import { mayBeWriting } from '../../language/writingPlace';
import type { Sessions } from '../sessions';
import { t } from '../support/translate';
import { offeredItems, withDocumentation } from './offeredItem';
import { interfaceLanguage } from '../support/interfaceLanguage';

/** Letters are not among them: a list that is open is narrowed by the editor itself. */
const TRIGGERS = ['@', ' ', ',', '/', '.', '~'];

/** Ids, verbs, revisions and the marker while an annotation is written, in files of any language. */
export function registerCompletion(sessions: Sessions): Disposable {
  const provider: CompletionItemProvider = {
    provideCompletionItems(document: TextDocument, position: Position): CompletionItem[] | undefined {
      const located = sessions.of(document);
      if (located === undefined) {
        return undefined;
      }
      const { session, path } = located;
      if (!mayBeWriting(...linesAt(document, position), session.marker)) {
        return undefined;
      }
      const text = document.getText();
      const found = completionsAt({
        text,
        offset: document.offsetAt(position),
        path,
        language: languageForDocument(path, document.languageId, text),
        marker: session.marker,
        get neighbours() {
          return session.files.annotationsOf(path)?.annotations ?? [];
        },
        get trace() {
          return session.trace;
        },
        get catalog() {
          return session.catalog;
        },
        t,
        french: interfaceLanguage() === 'fr',
        get offersMarker() {
          return session.engaged;
        },
      });
      return found === undefined ? undefined : offeredItems(found, session);
    },
    resolveCompletionItem: withDocumentation,
  };
  return languages.registerCompletionItemProvider({ pattern: '**' }, provider, ...TRIGGERS);
}

/** What stands before the cursor in its line, and the line above. */
function linesAt(document: TextDocument, { line, character }: Position): [before: string, above: string] {
  return [document.lineAt(line).text.slice(0, character), line === 0 ? '' : document.lineAt(line - 1).text];
}
