import type { CommentTokens, Language } from '../annotations/languages';
import type { Annotation, FileAnnotations, Verb } from '../annotations/model';
import { parseAnnotations } from '../annotations/parseAnnotations';
import type { Position } from '../base/text';
import { foldId } from '../catalog/requirementId';
import { statementStart } from './statementStart';

export interface AnnotateRequest {
  readonly text: string;
  readonly language: Language;
  readonly marker: string;
  /** The line of the cursor, zero-based. */
  readonly line: number;
  /** Canonical ids, in the order to write them. */
  readonly ids: readonly string[];
  readonly verb: Verb;
  /** The verb that the file gives to an annotation that has none: it is then left out. */
  readonly defaultVerb: Verb;
  /** The editor's own idea of the language's comments: for languages that only it knows. */
  readonly comment?: CommentTokens;
}

export type { CommentTokens } from '../annotations/languages';

/** Text to insert at a place; nothing is ever replaced, so one undo brings everything back. */
export interface Insertion {
  readonly position: Position;
  readonly newText: string;
}

export type AnnotateResult =
  | { readonly kind: 'insert'; readonly insertion: Insertion }
  /** Every id is there already. */
  | { readonly kind: 'already-there' }
  /** The language has no comment syntax that this place accepts. */
  | { readonly kind: 'no-comment-syntax' };

/**
 * Where and what to write so that the statement at a line carries the ids: an annotation of the same verb right above it
 * (or on its line) is extended, else a new comment line goes above the statement with its indentation.
 * The result is checked by reading the edited text again: an annotation is never written where it would not be one
 * (inside a string, in JSX text), so the place moves up until it is.
 */
// @segur ST.EDT.03
export function annotate(request: AnnotateRequest): AnnotateResult {
  const lines = request.text.split(/\r\n|\r|\n/u);
  const parsed = parseAnnotations(request.text, { language: request.language, marker: request.marker });
  const startLine = statementStart(lines, Math.min(request.line, lines.length - 1), request.language);
  const existing = annotationOf(parsed, lines, startLine, request);
  if (existing !== undefined) {
    return extend(existing, request);
  }
  return insertAbove(startLine, lines, parsed.annotations.length, request);
}

function annotationOf(
  parsed: FileAnnotations,
  lines: readonly string[],
  startLine: number,
  request: AnnotateRequest,
): Annotation | undefined {
  return parsed.annotations.findLast((annotation) => {
    const verb = annotation.verb ?? request.defaultVerb;
    if (verb !== request.verb || annotation.ids.length === 0) {
      return false;
    }
    const last = annotation.range.end.line;
    const first = annotation.range.start.line;
    const onTheLine = first <= request.line && request.line <= last;
    return (
      onTheLine || last === startLine || (last < startLine && isAllComment(lines, last + 1, startLine, parsed, request))
    );
  });
}

/** Between an annotation and its statement only the rest of the same comment may stand, never code or a blank line. */
function isAllComment(
  lines: readonly string[],
  from: number,
  to: number,
  parsed: FileAnnotations,
  request: AnnotateRequest,
): boolean {
  const tokens = request.comment ?? request.language.comment;
  for (let line = from; line < to; line++) {
    const text = (lines[line] ?? '').trim();
    const isAnnotation = parsed.annotations.some(
      (other) => other.range.start.line <= line && line <= other.range.end.line,
    );
    const isComment =
      isAnnotation ||
      (tokens.line !== undefined && text.startsWith(tokens.line.trim())) ||
      (tokens.block !== undefined && (text.startsWith('*') || text.endsWith(tokens.block[1].trim())));
    if (!isComment) {
      return false;
    }
  }
  return true;
}

function extend(annotation: Annotation, request: AnnotateRequest): AnnotateResult {
  const present = new Set(annotation.ids.map((id) => foldId(id.raw)));
  const missing = request.ids.filter((id) => !present.has(foldId(id)));
  const last = annotation.ids.at(-1);
  if (missing.length === 0 || last === undefined) {
    return { kind: 'already-there' };
  }
  const revisionLength = last.revision === undefined ? 0 : last.revision.length + 1;
  const position = { line: last.range.end.line, character: last.range.end.character + revisionLength };
  return { kind: 'insert', insertion: { position, newText: missing.map((id) => `, ${id}`).join('') } };
}

/** How many lines upward a place is looked for before giving up: longer strings or markup are not worth a guess. */
const LOOK_UP_LIMIT = 200;

/** @param count of the annotations that the text has so far */
function insertAbove(
  startLine: number,
  lines: readonly string[],
  count: number,
  request: AnnotateRequest,
): AnnotateResult {
  const eol = request.text.includes('\r\n') ? '\r\n' : '\n';
  const body = `${request.marker} ${request.verb === request.defaultVerb ? '' : `${request.verb} `}${request.ids.join(', ')}`;
  const comments = commentForms(request).map((wrap) => wrap(body));
  for (let line = startLine; line >= 0 && startLine - line < LOOK_UP_LIMIT; line--) {
    const indentation = /^[ \t]*/u.exec(lines[line] ?? '')?.[0] ?? '';
    for (const comment of comments) {
      const insertion = { position: { line, character: 0 }, newText: `${indentation}${comment}${eol}` };
      if (readsBack(insertion, lines, count, request)) {
        return { kind: 'insert', insertion };
      }
    }
  }
  return { kind: 'no-comment-syntax' };
}

/** The ways in which a comment of one line may be written, the language's own first. */
export function commentForms(request: Pick<AnnotateRequest, 'language' | 'comment'>): ((body: string) => string)[] {
  const forms: ((body: string) => string)[] = [];
  const seen = new Set<string>();
  const add = (open: string, close: string): void => {
    if (!seen.has(open)) {
      seen.add(open);
      forms.push((body) => (close === '' ? `${open} ${body}` : `${open} ${body} ${close}`));
    }
  };
  for (const tokens of [request.language.comment, request.comment ?? {}]) {
    if (tokens.line !== undefined) {
      add(tokens.line.trim(), '');
    }
    if (tokens.block !== undefined) {
      add(tokens.block[0].trim(), tokens.block[1].trim());
    }
  }
  // Parts inside another language: JSX children, the script of a page, the markup around it.
  add('{/*', '*/}');
  add('<!--', '-->');
  add('//', '');
  add('/*', '*/');
  if (request.language.comment.line === undefined && request.language.comment.block === undefined) {
    forms.push((body) => body);
  }
  return forms;
}

/** Whether the edited text, read again, holds the ids at the inserted line and still everything that it held before. */
function readsBack(insertion: Insertion, lines: readonly string[], count: number, request: AnnotateRequest): boolean {
  const { line } = insertion.position;
  const edited = [...lines.slice(0, line), insertion.newText.trimEnd(), ...lines.slice(line)].join('\n');
  const after = parseAnnotations(edited, { language: request.language, marker: request.marker }).annotations;
  const inserted = after.filter((annotation) => annotation.range.start.line === line);
  const wanted = new Set(request.ids.map(foldId));
  const isThere =
    inserted.length === 1 &&
    inserted[0]?.ids.length === wanted.size &&
    inserted[0].ids.every((id) => wanted.has(foldId(id.raw)));
  return isThere && after.length === count + 1;
}
