import { readString } from './strings';
import { isSpace, isWord } from './characters';
import type { Lexer, Rule } from './lexer';

/** The three-quoted and one-quoted strings of Python; the one that documents a module, a class or a function is a comment. */
export const pythonStrings: readonly Rule[] = ['"""', "'''", '"', "'"].map((quote) => ({
  open: quote,
  read(lexer: Lexer, at: number, limit: number) {
    const end = readString(lexer, at + quote.length, quote, limit, { multiline: quote.length === 3 });
    if (isDocstring(lexer, at)) {
      lexer.emit(at, end, quote);
      // A string below a docstring is a statement of its own.
      lexer.endRun();
    }
    return end;
  },
}));

/** A docstring is the first statement of a module, a class or a function: only its prefix (`r`, `u`) stands before it. */
function isDocstring(lexer: Lexer, at: number): boolean {
  const { text } = lexer;
  let start = at;
  while (start > 0 && at - start < 2 && 'rRuU'.includes(text.charAt(start - 1))) {
    start--;
  }
  if (start > 0 && isWord(text.charCodeAt(start - 1))) {
    return false;
  }
  const before = lexer.significantBefore(start);
  if (before < 0) {
    return true;
  }
  return text.charCodeAt(before) === 58 && endsHeader(text, before);
}

/** How far back the start of a signature is looked for. In characters. */
const LONGEST_SIGNATURE = 4000;

/** Whether the colon at `colon` ends `def …:` or `class …:`: back over balanced brackets to the start of the logical line. */
function endsHeader(text: string, colon: number): boolean {
  let depth = 0;
  for (let i = colon - 1; i >= 0 && colon - i < LONGEST_SIGNATURE; i--) {
    const code = text.charCodeAt(i);
    if (code === 41 || code === 93 || code === 125) {
      depth++;
    } else if (code === 40 || code === 91 || code === 123) {
      depth--;
      if (depth < 0) {
        return false;
      }
    } else if (depth === 0 && (code === 10 || code === 13) && !isContinued(text, i)) {
      return isHeader(text, i + 1);
    }
  }
  return colon < LONGEST_SIGNATURE && isHeader(text, 0);
}

/** Whether a backslash takes the line end at `at` its meaning. */
function isContinued(text: string, at: number): boolean {
  const before = text.charCodeAt(at) === 10 && text.charCodeAt(at - 1) === 13 ? at - 2 : at - 1;
  return text.charCodeAt(before) === 92;
}

function isHeader(text: string, lineStart: number): boolean {
  let from = lineStart;
  while (isSpace(text.charCodeAt(from))) {
    from++;
  }
  return /^(?:async[ \t]+def|def|class)(?![\p{L}\p{N}_])/u.test(text.slice(from, from + 40));
}
