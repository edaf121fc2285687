import type { Translate } from '../base/message';
import type { Range } from '../base/text';
import type { Trace } from '../trace/model';
import { requirementMarkdown } from './hover';

/** What an item is, for its icon. */
export type CompletionKind =
  'requirement' | 'item' | 'verb' | 'marker' | 'revision' | 'key' | 'value' | 'entry' | 'answer' | 'file' | 'folder';

/** One line of a list of suggestions. */
export interface CompletionItem {
  readonly kind: CompletionKind;
  readonly label: string;
  /** Plain text beside the label. */
  readonly description: string;
  /** Plain text above the documentation. */
  readonly detail: string;
  readonly insertText: string;
  /** `insertText` holds places to fill in, in the editor's snippet syntax. */
  readonly snippet?: boolean;
  /** What the editor matches with the typed text. */
  readonly filterText: string;
  /** Orders items that match equally well. */
  readonly sortText: string;
  /** Canonical id of the requirement that the documentation tells of. */
  readonly requirement?: string;
  /** Markdown that holds text of the workspace. */
  readonly documentation?: string;
  /** No longer asked for. */
  readonly obsolete: boolean;
  /** More is to be chosen behind it. */
  readonly goesOn: boolean;
}

export interface Completions {
  /** What an item replaces: up to the cursor, or to the end of the word under it. */
  readonly inserting: Range;
  readonly replacing: Range;
  readonly items: readonly CompletionItem[];
}

/** The documentation of an item, made when it is looked at: Markdown that holds text of the workspace, show it as untrusted. */
export function completionMarkdown(item: CompletionItem, trace: Trace, t: Translate): string {
  const row = item.requirement === undefined ? undefined : trace.requirement(item.requirement);
  return item.documentation ?? (row === undefined ? '' : requirementMarkdown(row, t));
}

/** A number as text that sorts as numbers do, up to 9,999,999. */
export function padded(number: number): string {
  return String(number).padStart(7, '0');
}
