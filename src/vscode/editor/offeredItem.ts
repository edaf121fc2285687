import { CompletionItem, CompletionItemKind, CompletionItemTag, MarkdownString, SnippetString } from 'vscode';
import {
  completionMarkdown,
  type CompletionItem as Completion,
  type CompletionKind,
  type Completions,
} from '../../language/completionItem';
import type { FolderSession } from '../folderSession';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  requirement: CompletionItemKind.Reference,
  item: CompletionItemKind.Reference,
  verb: CompletionItemKind.Keyword,
  marker: CompletionItemKind.Keyword,
  revision: CompletionItemKind.Constant,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  entry: CompletionItemKind.Snippet,
  answer: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
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
    this.insertText = completion.snippet === true ? new SnippetString(completion.insertText) : completion.insertText;
    // Lines carry the indentation of their place already.
    this.keepWhitespace = completion.insertText.includes('\n');
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

export function offeredItems(found: Completions, session: FolderSession): CompletionItem[] {
  return found.items.map((item) => new OfferedItem(item, found, session));
}

/** Adds the documentation, once the item is looked at. */
export function withDocumentation(item: CompletionItem): CompletionItem {
  if (item instanceof OfferedItem) {
    const text = completionMarkdown(item.completion, item.session.trace, t);
    if (text !== '') {
      item.documentation = new MarkdownString(text);
    }
  }
  return item;
}
