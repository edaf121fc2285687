import type { Annotation } from '../../annotations/model';
import { LineMap } from '../../base/text';
import type { TextEdit } from '../../base/textEdit';
import { behindLineEnd, commentsAround, isBlank, isWordless, lineEnd, lineStart } from './commentsAround';
import { afterEdits, type FixSource } from './fix';

type Stretch = readonly [start: number, end: number];

/**
 * Takes an annotation out of its comment: its note stays as a comment; what would be an empty comment or an empty line goes with it.
 * `undefined` where the other annotations would not be what they were.
 */
export function removeAnnotation(source: FixSource, annotation: Annotation): TextEdit[] | undefined {
  const lines = new LineMap(source.text);
  const stretch = stretchOf(source, annotation, lines);
  if (stretch === undefined) {
    return undefined;
  }
  const edits = [{ range: lines.rangeOf(...stretch), newText: '' }];
  const others = source.file.annotations.filter((other) => other !== annotation);
  const left = afterEdits(source, edits).annotations;
  return idsOf(left) === idsOf(others) ? edits : undefined;
}

function idsOf(annotations: readonly Annotation[]): string {
  return JSON.stringify(annotations.map(({ ids, verb }) => [verb, ids.map(({ raw, revision }) => [raw, revision])]));
}

function stretchOf(source: FixSource, annotation: Annotation, lines: LineMap): Stretch | undefined {
  const { text, language } = source;
  const start = lines.offsetAt(annotation.range.start);
  const end = lines.offsetAt(annotation.range.end);
  if (annotation.note !== undefined) {
    return [start, end - annotation.note.length];
  }
  if (language.id === 'jupyter') {
    return elementOfCell(text, start, end);
  }
  const comments = commentsAround(source, start, end);
  const first = comments[0];
  const last = comments.at(-1);
  const isAlone =
    first !== undefined &&
    last !== undefined &&
    isWordless(source, text.slice(first.start, start)) &&
    isWordless(source, text.slice(end, last.end));
  return isAlone ? wholeComment(text, first.start, last.end) : insideComment(source, start, end);
}

/** The line goes with the comment where nothing else is on it; behind code, the blanks before it do. */
function wholeComment(text: string, from: number, to: number): Stretch {
  const [start, end] = withBraces(text, from, to);
  const before = text.slice(lineStart(text, start), start);
  const after = text.slice(end, lineEnd(text, end));
  if (isBlank(before) && isBlank(after)) {
    return wholeLines(text, start, end);
  }
  if (isBlank(after)) {
    return [start - trailingBlanks(before), lineEnd(text, end)];
  }
  return [start, /[\s([{]$|^$/u.test(before) ? end + leadingBlanks(after) : end];
}

/** A comment between the tags of JSX stands in braces of its own. */
function withBraces(text: string, start: number, end: number): Stretch {
  const isInBraces = text.charAt(start - 1) === '{' && text.charAt(end) === '}';
  const before = text.slice(Math.max(0, start - 500), start - 1).trimEnd();
  const after = text.slice(end + 1, end + 500).trimStart();
  const isBetweenTags = /[^=]>$|\}$/u.test(before) && /^[<{]/u.test(after);
  return isInBraces && isBetweenTags ? [start - 1, end + 1] : [start, end];
}

function insideComment(source: FixSource, start: number, end: number): Stretch {
  const { text } = source;
  const from = lineStart(text, start);
  const before = text.slice(from, start);
  const after = text.slice(end, lineEnd(text, end));
  const closer = /^\s*(?=\*\/)/u.exec(after)?.[0];
  if (closer !== undefined && /^\s*\*\s+$/u.test(before)) {
    return [from + leadingBlanks(before), end + closer.length];
  }
  if (isBlank(after) && /^(?:[-*+>|!#;%'/]*|\d+[.)])$/u.test(before.trim()) && !/\/[/*]/u.test(before)) {
    return wholeLines(text, start, end);
  }
  if (isBlank(after) && isWordless(source, before) && isWholeLineComment(source, start, end)) {
    return wholeLines(text, start, end);
  }
  return isWordless(source, before) && !isBlank(after)
    ? [start, end + leadingBlanks(after)]
    : [start - trailingBlanks(before), end];
}

/** A line of comment of its own, of a language that has such. */
function isWholeLineComment(source: FixSource, start: number, end: number): boolean {
  const [comment] = commentsAround(source, start, end);
  const { text } = source;
  return comment?.isLine === true && isBlank(text.slice(lineStart(text, comment.start), comment.start));
}

function wholeLines(text: string, start: number, end: number): Stretch {
  const from = lineStart(text, start);
  const to = behindLineEnd(text, lineEnd(text, end));
  if (to > lineEnd(text, end) || from === 0) {
    return [from, to];
  }
  // The last line has no end of its own: that of the line above goes.
  return [from - (text.startsWith('\r\n', from - 2) ? 2 : 1), to];
}

/** A line of a notebook's cell, which is an element of a list in its file, other elements behind it. */
function elementOfCell(text: string, start: number, end: number): Stretch | undefined {
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const isElement =
    /^\s*"\s*(?:#|\/\/|--|%)[\s#]*$/u.test(text.slice(from, start)) && /^\\n",\s*$/u.test(text.slice(end, to));
  return isElement ? [from, behindLineEnd(text, to)] : undefined;
}

function leadingBlanks(text: string): number {
  return text.length - text.trimStart().length;
}

function trailingBlanks(text: string): number {
  return text.length - text.trimEnd().length;
}
