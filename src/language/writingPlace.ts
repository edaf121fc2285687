import { endOfWord, skipBlanks, tidy, wordAt } from '../annotations/annotationWords';
import { isBlank } from '../annotations/characters';
import { behindLineBreak } from '../annotations/grammar';
import type { Language } from '../annotations/languages';
import type { Annotation, IdReference } from '../annotations/model';
import { parseAnnotations } from '../annotations/parseAnnotations';
import { verbOf } from '../annotations/verbs';
import { compare, LineMap, type Range } from '../base/text';

export interface WrittenText {
  readonly text: string;
  /** Of the cursor. */
  readonly offset: number;
  readonly language: Language;
  readonly marker: string;
}

/** Where an id of an annotation is being written, if the text is read as one there: `confirmDraft` tells. Offsets count in the text. */
export interface IdDraft {
  readonly start: number;
  /** Behind the word under the cursor. */
  readonly end: number;
  /** From `start` to the cursor. */
  readonly typed: string;
  /** What is typed holds a blank: most words behind an id are a note. */
  readonly severalWords: boolean;
  /** Nothing stands between the marker and the id yet: a verb may be meant. */
  readonly behindMarker: boolean;
  /** A blank must come first, as the cursor touches the marker or the comma. */
  readonly blankMissing: boolean;
}

/** A place that the annotations' own grammar confirmed, and what else stands around it. */
export interface WritingPlace {
  readonly inserting: Range;
  readonly replacing: Range;
  /** The other ids of the annotation. */
  readonly siblings: readonly IdReference[];
}

/** Stands for what is to come when the text is read: letters and digits, so that no list takes it for prose. */
export const PROBE = 'A0';

/** How many lines a list of ids is followed upwards. */
const LOOK_UP_LIMIT = 50;

/**
 * Whether anything of an annotation may be written at the end of a line's first part: its marker was started there, or the line above goes on.
 * Asked first, of two lines, so that the text as a whole is fetched nowhere else.
 */
export function mayBeWriting(before: string, lineAbove: string, marker: string): boolean {
  return before.includes(marker.slice(0, 1)) || lineAbove.trimEnd().endsWith(',');
}

/** Where the text before the cursor looks like an id being written; cheap, so that typing elsewhere costs nothing. */
export function idDraftAt({ text, offset, marker }: WrittenText): IdDraft | undefined {
  const lineStart = startOfLine(text, offset);
  const before = text.slice(lineStart, offset);
  const atMarker = before.lastIndexOf(marker);
  const atComma = before.lastIndexOf(',');
  if (atMarker === -1 && !isInList(text, lineStart, marker)) {
    return undefined;
  }
  if (atMarker >= 0 && atMarker + marker.length > atComma) {
    return draftBehindMarker(text, lineStart + atMarker + marker.length, offset, marker);
  }
  if (atComma === -1) {
    const lineEnd = endOfPreviousLine(text, lineStart);
    return draft(text, Math.min(behindLineBreak(text, lineEnd, offset), offset), offset);
  }
  const behind = lineStart + atComma + 1;
  return draft(text, skipBlanks(text, behind, offset), offset, { blankMissing: behind === offset });
}

function draftBehindMarker(text: string, behind: number, offset: number, marker: string): IdDraft | undefined {
  const first = skipBlanks(text, behind, offset);
  const word = wordAt(text, first, offset) ?? '';
  const bare = word.endsWith(':') ? word.slice(0, -1) : word;
  const behindVerb = first + bare.length;
  if (verbOf(bare) !== undefined && behindVerb < offset) {
    const next = skipBlanks(text, behindVerb, offset);
    const isColon = next < offset && text.charCodeAt(next) === 58;
    return draft(text, isColon ? skipBlanks(text, next + 1, offset) : next, offset);
  }
  // Behind a mark of its own (`[impl->`) a marker needs no blank.
  const blankMissing = behind === offset && /[\p{L}\p{N}_]$/u.test(marker);
  return draft(text, first, offset, { behindMarker: true, blankMissing });
}

function draft(
  text: string,
  start: number,
  offset: number,
  about: { behindMarker?: boolean; blankMissing?: boolean } = {},
): IdDraft | undefined {
  const typed = text.slice(start, offset);
  let words = 0;
  for (let at = start; at < offset; words++) {
    const end = endOfWord(text, at, offset);
    if (end === at) {
      return undefined;
    }
    at = skipBlanks(text, end, offset);
  }
  if (typed.includes('~') || (typed !== '' && !/[\p{L}\p{N}]/u.test(typed))) {
    return undefined;
  }
  const { behindMarker = false, blankMissing = false } = about;
  const severalWords = words > 1 || (typed !== '' && isBlank(text.charCodeAt(offset - 1)));
  return { start, end: endOfDraft(text, start, offset), typed, severalWords, behindMarker, blankMissing };
}

/** Neither a revision nor the punctuation behind an id belong to it. */
function endOfDraft(text: string, start: number, offset: number): number {
  const word = text.slice(start, endOfWord(text, offset, text.length));
  const revision = word.indexOf('~');
  return Math.max(offset, start + tidy(revision === -1 ? word : word.slice(0, revision)).length);
}

/** Whether the lines above start an annotation and each of them ends with a comma. */
function isInList(text: string, lineStart: number, marker: string): boolean {
  let start = lineStart;
  for (let lines = 0; lines < LOOK_UP_LIMIT && start > 0; lines++) {
    const end = endOfPreviousLine(text, start);
    if (text.charCodeAt(end - 1) !== 44) {
      return false;
    }
    start = startOfLine(text, end);
    if (text.slice(start, end).includes(marker)) {
      return true;
    }
  }
  return false;
}

export function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) {
    at--;
  }
  return at;
}

/** Without the blanks that close it. */
function endOfPreviousLine(text: string, lineStart: number): number {
  let at = lineStart;
  const breakAt = (): number => text.charCodeAt(at - 1);
  at -= breakAt() === 10 ? 1 : 0;
  at -= breakAt() === 13 ? 1 : 0;
  while (at > 0 && isBlank(breakAt())) {
    at--;
  }
  return at;
}

/** Reads the text with an id in the draft's place: `undefined` where it would be no id (a string, code, a note, a part that is ignored). */
export function confirmDraft(source: WrittenText, draft: IdDraft): WritingPlace | undefined {
  const { text } = source;
  const blank = draft.blankMissing ? ' ' : '';
  const edited = `${text.slice(0, draft.start)}${blank}${PROBE}${apart(text, draft.end)}`;
  const lines = new LineMap(text);
  const start = lines.positionAt(draft.start);
  const probe = { line: start.line, character: start.character + blank.length };
  const isProbe = (id: IdReference): boolean => compare(id.range.start, probe) === 0;
  const own = annotationsBefore(source, edited, draft.start).find(({ ids }) => ids.some(isProbe));
  if (own === undefined) {
    return undefined;
  }
  return {
    inserting: lines.rangeOf(draft.start, source.offset),
    replacing: lines.rangeOf(draft.start, draft.end),
    siblings: own.ids.filter((id) => !isProbe(id)),
  };
}

/** The annotations of an edited text that may hold a place: those that start in its line or not far above. */
export function annotationsBefore(
  { language, marker }: WrittenText,
  edited: string,
  offset: number,
): readonly Annotation[] {
  let start = startOfLine(edited, offset);
  for (let lines = 0; lines < LOOK_UP_LIMIT && start > 0; lines++) {
    start = startOfLine(edited, start - 1);
  }
  return parseAnnotations(edited, { language, marker, within: { start, end: offset } }).annotations;
}

/** The rest of the text, not glued to what comes before it. */
export function apart(text: string, from: number): string {
  const rest = text.slice(from);
  return /^[\p{L}\p{N}_]/u.test(rest) ? ` ${rest}` : rest;
}

/** The stretch before the cursor that starts the marker, where the whole marker would start an annotation. */
export function markerDraftAt(source: WrittenText): Range | undefined {
  const { text, offset, marker } = source;
  const length = lengthOfStart(text, offset, marker);
  if (length === 0 || /^[\p{L}\p{N}_]/u.test(text.slice(offset, offset + 2))) {
    return undefined;
  }
  const start = offset - length;
  const edited = `${text.slice(0, start)}${marker} ${PROBE}${text.slice(offset)}`;
  const lines = new LineMap(text);
  const range = lines.rangeOf(start, offset);
  const isHere = ({ markerRange }: Annotation): boolean => compare(markerRange.start, range.start) === 0;
  return annotationsBefore(source, edited, start + 1).some(isHere) ? range : undefined;
}

/** How much of the marker stands before the cursor; 0 when all of it or nothing does. */
function lengthOfStart(text: string, offset: number, marker: string): number {
  for (let length = Math.min(marker.length - 1, offset); length > 0; length--) {
    if (text.startsWith(marker.slice(0, length), offset - length)) {
      return length;
    }
  }
  return 0;
}
