import { isBreak, isSpace } from './characters';
import type { Lexer, Rule } from './lexer';

/** Whether an opener counts at a place. */
export type Condition = (lexer: Lexer, at: number) => boolean;

export const firstOnLine: Condition = (lexer, at) => lexer.isFirstOnLine(at);

/** At the start of the text or after a blank: `#` in a shell word is no comment. */
export const afterBlank: Condition = (lexer, at) => at === 0 || isSpace(lexer.text.charCodeAt(at - 1));

/** A property goes on in the next line behind a backslash; a comment does not. */
export const startsProperty: Condition = (lexer, at) => {
  if (!lexer.isFirstOnLine(at)) {
    return false;
  }
  const { text } = lexer;
  const lineStart = lexer.lineStart(at);
  const end = lineStart - (text.startsWith('\r\n', lineStart - 2) ? 2 : 1);
  let backslashes = 0;
  while (text.charCodeAt(end - 1 - backslashes) === 92) {
    backslashes++;
  }
  if (backslashes % 2 === 0) {
    return true;
  }
  const above = text.slice(Math.max(0, end - 2000), end);
  return /^\s*[#!]/u.test(above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1));
};

export const atWordStart: Condition = ({ text }, at) =>
  at === 0 ||
  (' \t\r\n;|&(){}`'.includes(text.charAt(at - 1)) && !text.startsWith('${', at - 2)) ||
  text.charCodeAt(at - 1) === 0xfeff;

export const inFirstColumn: Condition = (lexer, at) =>
  at === 0 || isBreak(lexer.text.charCodeAt(at - 1)) || (at === 1 && lexer.text.charCodeAt(0) === 0xfeff);

/** A comment up to the end of the line; `continued`: a backslash before the line end carries it on, as C's preprocessor has it. */
export function lineComment(open: string, when?: Condition, continued = false): Rule {
  return {
    open,
    read(lexer, at, limit) {
      if (when !== undefined && !when(lexer, at)) {
        return at;
      }
      let end = lexer.lineEnd(at, limit);
      while (continued && end < limit && lexer.text.charCodeAt(end - 1) === 92) {
        const next = lexer.text.startsWith('\r\n', end) ? end + 2 : end + 1;
        end = lexer.lineEnd(Math.min(next, limit), limit);
      }
      lexer.emit(at, end);
      return end;
    },
  };
}

/** A comment between two marks; an unterminated one goes on to the end. */
export function blockComment(open: string, close: string, when?: Condition): Rule {
  return {
    open,
    read(lexer, at, limit) {
      if (when !== undefined && !when(lexer, at)) {
        return at;
      }
      const end = endOfBlock(lexer, close, at + open.length, limit);
      lexer.emit(at, end, close);
      return end;
    },
  };
}

export function endOfBlock(lexer: Lexer, close: string, from: number, limit: number): number {
  const found = lexer.find(close, from, limit);
  return found === -1 ? limit : found + close.length;
}

interface Nesting {
  /** Not every dialect nests: where the nesting never closes, the comment is read without. */
  readonly dialect?: true;
  /** What is a literal in code is one in a comment too; returns the offset behind it, or `at` where there is none. */
  readonly literal?: (lexer: Lexer, at: number, limit: number) => number;
}

/** A comment that may hold others of its kind. */
export function nestedComment(open: string, close: string, { dialect, literal }: Nesting = {}): Rule {
  return {
    open,
    read(lexer, at, limit) {
      const { text } = lexer;
      let depth = 0;
      let i = at;
      while (!lexer.nestingFailed && i < limit) {
        lexer.steps++;
        const behind = literal === undefined || i === at ? i : literal(lexer, i, limit);
        if (behind > i) {
          i = behind;
        } else if (text.startsWith(open, i)) {
          depth++;
          i += open.length;
        } else if (text.startsWith(close, i)) {
          depth--;
          i += close.length;
          if (depth === 0) {
            lexer.emit(at, i, close);
            return i;
          }
        } else {
          i++;
        }
      }
      const end = dialect === true ? endOfBlock(lexer, close, at + open.length, limit) : limit;
      lexer.nestingFailed = dialect === true;
      lexer.emit(at, end, dialect === true ? close : '');
      return end;
    },
  };
}
