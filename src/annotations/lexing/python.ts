import { readString } from './strings';
import { isSpace, isWord, type Lexer } from './lexer';
import type { Rule } from './lexer';

/** The three-quoted and one-quoted strings of Python; the one that documents a module, a class or a function is a comment. */
export const pythonStrings: readonly Rule[] = ['"""', "'''", '"', "'"].map((quote) => ({
  open: quote,
  read(lexer: Lexer, at: number, limit: number) {
    const end = readString(lexer, at + quote.length, quote, limit, { multiline: quote.length === 3 });
    if (isDocstring(lexer, at)) {
      lexer.emit(at, end);
    }
    return end;
  },
}));

/** A docstring is the first statement of a module, a class or a function: only its prefix (`r`, `u`) stands before it on its line. */
function isDocstring(lexer: Lexer, at: number): boolean {
  const { text } = lexer;
  let start = at;
  while (start > 0 && at - start < 2 && /[rRuU]/u.test(text.charAt(start - 1))) {
    start--;
  }
  if (start > 0 && isWord(text.charCodeAt(start - 1))) {
    return false;
  }
  const before = skipComments(lexer, start);
  if (before < 0) {
    return true;
  }
  return text.charCodeAt(before) === 58 && endsHeader(text, before);
}

/** Like `significantBefore`, through any number of comment lines. */
function skipComments(lexer: Lexer, at: number): number {
  const { text } = lexer;
  let i = lexer.significantBefore(at);
  // Comments before the one right before are still in the way: look at the line's first character.
  for (let lines = 0; i >= 0 && lines < 200; lines++) {
    const lineStart = Math.max(text.lastIndexOf('\n', i), text.lastIndexOf('\r', i)) + 1;
    let first = lineStart;
    while (first < i && isSpace(text.charCodeAt(first))) {
      first++;
    }
    if (text.charCodeAt(first) !== 35) {
      return i;
    }
    i = first - 1;
    while (i >= 0 && isSpace(text.charCodeAt(i))) {
      i--;
    }
  }
  return i;
}

/** How far back the start of a signature is looked for. In characters. */
const LONGEST_SIGNATURE = 4000;

/** Whether the colon at `colon` ends `def …:` or `class …:`: back over balanced brackets to the start of the logical line. */
function endsHeader(text: string, colon: number): boolean {
  let depth = 0;
  for (let i = colon - 1; i >= 0 && colon - i < LONGEST_SIGNATURE; i--) {
    const c = text.charAt(i);
    if (c === ')' || c === ']' || c === '}') {
      depth++;
    } else if (c === '(' || c === '[' || c === '{') {
      depth--;
      if (depth < 0) {
        return false;
      }
    } else if (depth === 0 && (c === '\n' || c === '\r') && text.charAt(i - 1) !== '\\') {
      return isHeader(text, i + 1);
    }
  }
  return colon < LONGEST_SIGNATURE && isHeader(text, 0);
}

const HEADER = /[ \t\uFEFF]*(?:async[ \t]+def|def|class)\b/y;

function isHeader(text: string, lineStart: number): boolean {
  HEADER.lastIndex = lineStart;
  return HEADER.test(text);
}
