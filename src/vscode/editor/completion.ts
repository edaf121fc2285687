import { CompletionItem, CompletionItemKind, CompletionItemTag, env, languages, MarkdownString } from 'vscode';
import type { CompletionItemProvider, Position, TextDocument } from 'vscode';
import { languageForDocument } from '../../annotations/languages';
import type { Disposable } from '../../base/ports';
import {
  completionMarkdown,
  completionsAt,
  type CompletionItem as Completion,
  type Completions,
} from '../../language/completion';
import type { FolderSession } from '../folderSession';
import type { Sessions } from '../sessions';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';

/** Letters are not among them: a list that is open is narrowed by the editor itself. */
const TRIGGERS = ['@', ' ', ',', '/', '.'];

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  requirement: CompletionItemKind.Reference,
  item: CompletionItemKind.Reference,
  verb: CompletionItemKind.Keyword,
  marker: CompletionItemKind.Keyword,
};

/** An item of the editor's list that knows where its documentation is to be found. */
class OfferedItem extends CompletionItem {
  readonly completion: Completion;
  readonly session: FolderSession;

  constructor(completion: Completion, { inserting, replacing }: Completions, session: FolderSession) {
    super({ label: completion.label, description: completion.description }, KINDS[completion.kind]);
    this.completion = completion;
    this.session = session;
    this.range = { inserting: toRange(inserting), replacing: toRange(replacing) };
    this.insertText = completion.insertText;
    this.filterText = completion.filterText;
    this.sortText = completion.sortText;
    this.detail = completion.detail;
    if (completion.obsolete) {
      this.tags = [CompletionItemTag.Deprecated];
    }
    if (completion.goesOn) {
      this.command = { command: 'editor.action.triggerSuggest', title: '' };
    }
  }
}

/** Ids, verbs and the marker while an annotation is written, in files of any language. */
export function registerCompletion(sessions: Sessions): Disposable {
  const provider: CompletionItemProvider = {
    provideCompletionItems(document: TextDocument, position: Position): CompletionItem[] | undefined {
      const located = sessions.of(document);
      if (located === undefined) {
        return undefined;
      }
      const { session, path } = located;
      const text = document.getText();
      const found = completionsAt({
        text,
        offset: document.offsetAt(position),
        path,
        language: languageForDocument(path, document.languageId, text),
        marker: session.marker,
        get trace() {
          return session.trace;
        },
        get catalog() {
          return session.catalog;
        },
        t,
        french: env.language.startsWith('fr'),
        get offersMarker() {
          return session.engaged;
        },
      });
      return found?.items.map((item) => new OfferedItem(item, found, session));
    },
    resolveCompletionItem(item: CompletionItem): CompletionItem {
      if (item instanceof OfferedItem) {
        const { completion, session } = item;
        item.documentation = new MarkdownString(completionMarkdown(completion, session.trace, t));
      }
      return item;
    },
  };
  return languages.registerCompletionItemProvider({ pattern: '**' }, provider, ...TRIGGERS);
}
