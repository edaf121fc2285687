import { forEachComment } from '../../annotations/commentLexer';
import { isBlank, lineEnd, lineStart } from './commentsAround';
import type { FixSource } from './fix';

/** What reads as one comment: a block, or line comments one below the other. Offsets. */
export interface CommentGroup {
  readonly start: number;
  readonly end: number;
  /** Before the mark that closes it; `end` for line comments. */
  readonly contentEnd: number;
  readonly isLine: boolean;
  /** Nothing but blanks stands before it on its line. */
  readonly ownLine: boolean;
}

/** Of the whole text, in order. */
export function commentGroups({ text, language }: FixSource): CommentGroup[] {
  const groups: CommentGroup[] = [];
  forEachComment(text, language, (start, end, contentEnd) => {
    const isLine = contentEnd === end;
    const ownLine = isBlank(text.slice(lineStart(text, start), start));
    const last = groups.at(-1);
    if (last !== undefined && isLine && ownLine && goesOn(text, last, start)) {
      groups[groups.length - 1] = { ...last, end, contentEnd };
    } else {
      groups.push({ start, end, contentEnd, isLine, ownLine });
    }
  });
  return groups;
}

function goesOn(text: string, group: CommentGroup, start: number): boolean {
  const between = text.slice(group.end, start);
  return (
    group.isLine &&
    group.ownLine &&
    text.charAt(group.start) === text.charAt(start) &&
    /^(?:\r\n|\n|\r)[ \t]*$/u.test(between)
  );
}

/** The lines of a group, from its first character to its last, each without its line end. */
export function linesOf(text: string, group: CommentGroup): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let start = group.start; start <= group.end;) {
    const end = Math.min(lineEnd(text, start), group.end);
    found.push({ start, end });
    const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (end >= group.end) {
      break;
    }
    start = next;
  }
  return found;
}
