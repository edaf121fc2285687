import { message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import { detached, type LineMap } from '../base/text';
import { behindNoteMark, endOfNote, skipBlanks, tidy, wordAt } from './annotationWords';
import { hasDigit, isDigit, isLetterOrNumber, isLineBreak, isWhiteSpace } from './characters';
import type { Annotation, IdReference } from './model';
import { looksLikeVerb, nearestVerb, verbOf } from './verbs';

/** An annotation with its place in the text; what it speaks of is found later. */
export type BareAnnotation = Omit<Annotation, 'unit' | 'anchor' | 'snippet'>;

export interface GrammarContext {
  readonly text: string;
  readonly lines: LineMap;
  readonly marker: string;
  readonly problems: Problem[];
}

/** More ids than anybody writes in one annotation. */
const MAX_IDS = 200;

const NEXT_LINE =
  /[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*(?:(?:\/\/[/!]?|#+|--|;+|%+|'|\*>|\*(?!\/)|!|::|\.\.|[0-9]{6}[*/]|@?(?:REM|Rem|rem)\b|C\b|c\b)[^\S\r\n]*)?/y;
const SUFFIX = /[\s\u00A0]{1,80}(?:BIS|TER|QUATER|bis|ter|quater|Bis|Ter|Quater)(?![\p{L}\p{N}])/uy;
const CAPITALS = /[\p{Lu}][\p{Lu}-]*/uy;
const NUMBER_WORD = /[0-9][\p{L}\p{N}.-]*/uy;

function match(pattern: RegExp, text: string, at: number, end: number): string | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  return found === undefined || at + found.length > end ? undefined : found;
}

/**
 * Reads the annotation whose marker stands at `markerStart`; `end` bounds it: the end of its comment or line. What is wrong with it goes into the
 * context's problems: an annotation without an id is one too.
 * @returns the annotation, and the offset behind its last character
 */
// @segur ST.ANN.02
export function readAnnotation(
  context: GrammarContext,
  markerStart: number,
  end: number,
): { annotation: BareAnnotation; end: number } {
  const { text, lines, marker } = context;
  const markerEnd = markerStart + marker.length;
  let at = skipBlanks(text, markerEnd, end);
  const verb = readVerb(context, at, end);
  if (verb !== undefined) {
    at = skipBlanks(text, behindColon(text, verb.end, end), end);
  }
  const ids = readIds(context, at, end);
  at = ids.end;
  const markerRange = lines.rangeOf(markerStart, markerEnd);
  if (ids.references.length === 0) {
    context.problems.push({
      code: ProblemCode.AnnotationMalformed,
      severity: 'error',
      file: '',
      range: lines.rangeOf(markerStart, Math.max(verb?.end ?? markerEnd, markerEnd)),
      message: message('This annotation names no requirement'),
      remedy: message('Write an id after the marker: {0} SC.SSI/GEN.18', marker),
    });
  }
  const note = readNote(text, at, end);
  const annotation: { -readonly [key in keyof BareAnnotation]: BareAnnotation[key] } = {
    ids: ids.references,
    markerRange,
    range: { start: markerRange.start, end: lines.positionAt(note.end) },
  };
  if (verb !== undefined) {
    annotation.verbRange = lines.rangeOf(verb.start, verb.end);
    if (verb.verb !== undefined) {
      annotation.verb = verb.verb;
    }
  }
  if (note.text !== '') {
    annotation.note = detached(note.text);
  }
  return { annotation, end: note.end };
}

/** `vérifie : GEN.18`: a colon between a verb and its id says nothing. */
function behindColon(text: string, at: number, end: number): number {
  const colon = skipBlanks(text, at, end);
  if (colon >= end || text.charCodeAt(colon) !== 58) {
    return at;
  }
  const next = wordAt(text, skipBlanks(text, colon + 1, end), end);
  return next !== undefined && hasDigit(next) ? colon + 1 : at;
}

function readVerb(context: GrammarContext, at: number, end: number) {
  const { text, lines } = context;
  const word = wordAt(text, at, end);
  // Most words are ids, and most ids have digits; verbs have none.
  if (word === undefined || hasDigit(word)) {
    return undefined;
  }
  const bare = word.endsWith(':') ? word.slice(0, -1) : word;
  const verb = verbOf(bare);
  const wordEnd = at + bare.length;
  if (verb !== undefined) {
    return { verb, start: at, end: wordEnd };
  }
  const next = wordAt(text, skipBlanks(text, wordEnd, end), end);
  // A word followed by an id is meant as a verb; a lone word is an id of some other catalogue.
  if (!looksLikeVerb(word) || next === undefined || !/\p{L}.*\d/u.test(next)) {
    return undefined;
  }
  context.problems.push({
    code: ProblemCode.AnnotationUnknownVerb,
    severity: 'error',
    file: '',
    range: lines.rangeOf(at, wordEnd),
    message: message('Unknown verb: {0}', word),
    remedy: message('Did you mean {0}?', nearestVerb(word)),
  });
  return { verb: undefined, start: at, end: wordEnd };
}

function readIds(context: GrammarContext, from: number, end: number): { references: IdReference[]; end: number } {
  const { text, lines } = context;
  const references: IdReference[] = [];
  let at = from;
  let last = from;
  while (references.length < MAX_IDS) {
    const id = readId(text, at, end);
    if (id === undefined || (references.length > 0 && !belongsToList(references, id.raw))) {
      break;
    }
    const range = lines.rangeOf(id.start, id.end);
    references.push(id.revision === undefined ? { raw: id.raw, range } : { raw: id.raw, range, revision: id.revision });
    last = id.revisionEnd;
    const comma = skipBlanks(text, last, end);
    if (comma >= end || text.charCodeAt(comma) !== 44) {
      break;
    }
    at = skipBlanks(text, comma + 1, end);
    if (isLineBreak(text.charCodeAt(at))) {
      at = behindLineBreak(text, at, end);
    }
  }
  return { references, end: last };
}

/** A list that ends its line with a comma goes on in the next comment line, behind the marks that open it. */
export function behindLineBreak(text: string, at: number, end: number): number {
  return at + (match(NEXT_LINE, text, at, end)?.length ?? 0);
}

/** After a comma prose may follow: where the first id has digits, what has none is no id. */
function belongsToList(references: readonly IdReference[], raw: string): boolean {
  const first = references[0]?.raw ?? '';
  return !hasDigit(first) || hasDigit(raw);
}

interface ReadId {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly revision: string | undefined;
  readonly revisionEnd: number;
}

function readId(text: string, at: number, end: number): ReadId | undefined {
  if (behindNoteMark(text, at, end) !== undefined) {
    return undefined;
  }
  const token = wordAt(text, at, end);
  const tilde = token?.indexOf('~') ?? -1;
  const bare = tidy(token === undefined ? '' : tilde > 0 ? token.slice(0, tilde) : token);
  if (!hasLetterOrNumber(bare)) {
    return undefined;
  }
  let idEnd = at + bare.length;
  if (tilde <= 0) {
    idEnd = readMoreWords(text, bare, idEnd, end);
  }
  const revision = tilde > 0 && token !== undefined ? tidy(token.slice(tilde + 1)) : readRevision(text, idEnd, end);
  const raw = detached(text.slice(at, idEnd));
  return revision === undefined || revision === ''
    ? { raw, start: at, end: idEnd, revision: undefined, revisionEnd: idEnd }
    : { raw, start: at, end: idEnd, revision, revisionEnd: (tilde > 0 ? at + tilde : idEnd) + 1 + revision.length };
}

/** `GEN.02 BIS~2024`: the revision of an id whose last word is not its first. */
function readRevision(text: string, at: number, end: number): string | undefined {
  if (at >= end || text.charCodeAt(at) !== 126) {
    return undefined;
  }
  const token = wordAt(text, at + 1, end);
  return token === undefined ? undefined : tidy(token);
}

/** Ids of several words: `GEN.02 BIS`, `EXI EDC PSC 102-6`. Anything else after a blank is a note. */
function readMoreWords(text: string, first: string, idEnd: number, end: number): number {
  if (isDigit(first.charCodeAt(first.length - 1))) {
    const suffix = isWhiteSpace(text.charCodeAt(idEnd)) ? match(SUFFIX, text, idEnd, end) : undefined;
    return idEnd + (suffix?.length ?? 0);
  }
  if (!/^[\p{Lu}][\p{Lu}-]*$/u.test(first)) {
    return idEnd;
  }
  let at = idEnd;
  for (let words = 0; words < 4; words++) {
    const word = skipBlanks(text, at, end);
    const number = word === at ? undefined : match(NUMBER_WORD, text, word, end);
    if (number !== undefined) {
      return word + tidy(number).length;
    }
    const capitals = word === at ? undefined : match(CAPITALS, text, word, end);
    if (capitals === undefined) {
      return idEnd;
    }
    at = word + capitals.length;
  }
  return idEnd;
}

function hasLetterOrNumber(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if (isLetterOrNumber(word, i)) {
      return true;
    }
  }
  return false;
}

/** The rest of the line, its separator and the comment's end aside. */
function readNote(text: string, at: number, end: number): { text: string; end: number } {
  const from = behindNoteMark(text, at, end) ?? skipBlanks(text, at, end);
  const to = endOfNote(text, from, end);
  return to === from ? { text: '', end: at } : { text: text.slice(from, to), end: to };
}
