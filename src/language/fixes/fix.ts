import type { Language } from '../../annotations/languages';
import type { FileAnnotations } from '../../annotations/model';
import { parseAnnotations } from '../../annotations/parseAnnotations';
import type { Message } from '../../base/message';
import type { Problem } from '../../base/problem';
import { compare, LineMap, type Position, type Range } from '../../base/text';
import { applyEdits, type TextEdit } from '../../base/textEdit';
import type { Catalog } from '../../catalog/model';
import { linkFile, type FileLinks } from '../../trace/fileLinks';
import type { Trace } from '../../trace/model';
import type { CommentTokens } from '../annotate';

/** A text with its annotations, and what is known of the folder. */
export interface FixSource {
  /** Of the file, relative to the workspace folder. */
  readonly path: string;
  readonly text: string;
  readonly language: Language;
  readonly marker: string;
  readonly file: FileAnnotations;
  readonly trace: Trace;
  readonly catalog: Catalog;
  readonly isTest: (path: string) => boolean;
  /** The editor's own idea of the language's comments. */
  readonly comment?: CommentTokens;
}

/** What the editor asks about: the cursor or the selection. */
export interface FixRequest extends FixSource {
  readonly range: Range;
}

/** What is left to the editor, since it asks the user or touches other files. */
export type FixTask =
  | { readonly kind: 'add-proof'; readonly id: string; readonly proofKind?: string }
  | { readonly kind: 'decide'; readonly id: string; readonly status: 'not-applicable' | 'accepted-gap' }
  /** `raw` as somebody wrote it, `formerOf` the requirement that it names, in the whole folder. */
  | { readonly kind: 'replace-former-id'; readonly raw: string; readonly formerOf: string }
  /** Of a catalogue: the requirement of today gets the id of an earlier edition among its aliases. */
  | { readonly kind: 'confirm-former-id'; readonly former: string; readonly now: string }
  | { readonly kind: 'add-test-file'; readonly path: string }
  /** Of the text: the place of an id. */
  | { readonly kind: 'accept' | 'show-change'; readonly at: Position }
  /** Of the project file: the place of an entry of `proofs` in its list. */
  | { readonly kind: 'choose-proof-files' | 'rename-proof-files' | 'renew-proof'; readonly index: number }
  /** With `index`, the document becomes the file of that entry. */
  | {
      readonly kind: 'create-proof-document';
      readonly id: string;
      readonly documentKind?: string;
      readonly index?: number;
    }
  | { readonly kind: 'paste-proof'; readonly id: string }
  /** A day of the project file, as a path of keys; `suggested` is what an empty answer would be. */
  | { readonly kind: 'change-day'; readonly at: readonly (string | number)[]; readonly suggested: string };

/** As the Problems panel lists it, by its place when that is known. */
export type Mended = Pick<Problem, 'code' | 'range'>;

/** One way to mend a problem, or to write something better. */
export interface Fix {
  readonly title: Message;
  /** quick-fix: mends a problem or a gap; rewrite: says the same, or more, in another way; source: for the whole file. */
  readonly kind: 'quick-fix' | 'rewrite' | 'source';
  /** Nobody would choose another one: the editor may apply it unasked. */
  readonly preferred: boolean;
  /** What it mends; the editor's light shows for these alone. */
  readonly problem?: Mended;
  readonly edits: readonly TextEdit[];
  /** The edits take a while: they are asked for when the fix is chosen. */
  readonly lazy?: boolean;
  /** Where an id is still to be chosen, in the edited text. */
  readonly suggestAt?: Position;
  readonly task?: FixTask;
}

/** Links and problems of a text as the trace would tell them, for the newest text rather than for that of the last trace. */
export function linksOf(source: FixSource, file: FileAnnotations = source.file): FileLinks {
  const { catalog, trace, isTest, path } = source;
  return linkFile(path, file, {
    catalog,
    isTest,
    scopeOf: (requirement) => trace.requirement(requirement.id)?.scope ?? 'unknown',
    decisionOn: (id) => trace.requirement(id)?.decision,
  });
}

/** The annotations that the text would have after the edits; mentions are not looked for. */
export function afterEdits(source: FixSource, edits: readonly TextEdit[]): FileAnnotations {
  const { text, language, marker } = source;
  return parseAnnotations(applyEdits(text, edits), { language, marker });
}

/** The stretch of the source's text. */
export function textAt({ text }: FixSource, range: Range): string {
  const lines = new LineMap(text);
  return text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}

export function sameRange(a: Range, b: Range): boolean {
  return compare(a.start, b.start) === 0 && compare(a.end, b.end) === 0;
}

/** Its place without extent: for insertions. */
export function at(position: Position): Range {
  return { start: position, end: position };
}
