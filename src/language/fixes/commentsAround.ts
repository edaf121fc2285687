import { forEachComment } from '../../annotations/commentLexer';
import type { FixSource } from './fix';

/** A comment by its offsets, delimiters included. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  /** It ends with its line, by no mark of its own. */
  readonly isLine: boolean;
}

/** The comments that share a character with a stretch of the text, in their order. */
export function commentsAround({ text, language }: FixSource, start: number, end: number): Comment[] {
  const found: Comment[] = [];
  forEachComment(
    text,
    language,
    (from, to, contentEnd) => {
      if (from < end && to > start) {
        found.push({ start: from, end: to, isLine: contentEnd === to });
      }
    },
    undefined,
    end,
  );
  return found;
}

/** Offset of the first character of the line. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Offset behind the last character of the line, its line end left out. */
export function lineEnd(text: string, offset: number): number {
  const found = /[\r\n]/u.exec(text.slice(offset));
  return found === null ? text.length : offset + found.index;
}

/** Behind the line end that stands there. */
export function behindLineEnd(text: string, offset: number): number {
  return offset + (text.startsWith('\r\n', offset) ? 2 : offset < text.length ? 1 : 0);
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Without words: blanks, the marks of comments and of lists. */
export function isWordless({ language, comment }: FixSource, text: string): boolean {
  const tokens = [language.comment, comment ?? {}].flatMap(({ line, block }) => [line, ...(block ?? [])]);
  const bare = tokens
    .filter((token) => token !== undefined)
    .map((token) => token.trim())
    .reduce((rest, token) => (token === '' ? rest : rest.split(token).join('')), text);
  return !/[\p{L}\p{N}]/u.test(bare);
}
