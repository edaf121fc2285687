import { isBreak } from './characters';
import type { Lexer, Rule } from './lexer';

/** MATLAB's `%{ … %}`: each mark stands alone on its line, and the comments nest. */
export const matlabBlocks: readonly Rule[] = ['%{', '#{'].map((open) => ({
  open,
  read(lexer: Lexer, at: number, limit: number) {
    if (lineAlone(lexer, at, limit) !== open) {
      return at;
    }
    let depth = 0;
    let from = at;
    while (from < limit) {
      const end = lexer.lineEnd(from, limit);
      const line = lexer.text.slice(from, Math.min(end, from + 200)).trim();
      lexer.steps += end - from + 1;
      depth += line === '%{' || line === '#{' ? 1 : line === '%}' || line === '#}' ? -1 : 0;
      if (depth === 0) {
        const close = lexer.text.lastIndexOf('}', end) + 1;
        lexer.emit(at, close, line);
        return close;
      }
      from = end + (lexer.text.startsWith('\r\n', end) ? 2 : 1);
    }
    lexer.emit(at, limit);
    return limit;
  },
}));

function lineAlone(lexer: Lexer, at: number, limit: number): string {
  return lexer.isFirstOnLine(at) ? lexer.text.slice(at, Math.min(lexer.lineEnd(at, limit), at + 200)).trim() : '';
}

/** Fortran's strings: one whose line ends in `&` goes on in the next. */
export const fortranStrings: readonly Rule[] = ['"', "'"].map((mark) => ({
  open: mark,
  read(lexer: Lexer, at: number, limit: number) {
    const { text } = lexer;
    const code = mark.charCodeAt(0);
    let isContinued = false;
    for (let i = at + 1; i < limit; i++) {
      lexer.steps++;
      const here = text.charCodeAt(i);
      if (here === code) {
        if (text.charCodeAt(i + 1) !== code) {
          return i + 1;
        }
        i++;
        isContinued = false;
      } else if (isBreak(here)) {
        if (!isContinued) {
          return i;
        }
        if (text.startsWith('\r\n', i)) {
          i++;
        }
        isContinued = false;
      } else if (here !== 32 && here !== 9) {
        isContinued = here === 38;
      }
    }
    return limit;
  },
}));

/** Prolog's `0'c`, where the character may be escaped or a doubled quote. */
export const prologCharacter: Rule = {
  open: "0'",
  read(lexer, at) {
    const two = lexer.text.slice(at + 2, at + 4);
    return at + (two === "''" || two.startsWith('\\') ? 4 : 3);
  },
};

const VERBATIM = /\\begin\{(verbatim\*?|lstlisting|minted|Verbatim|alltt|comment)\}/y;
const VERB = /\\(?:verb\*?|lstinline)([^\p{L}\s*{[])/uy;

/** What a backslash starts in LaTeX: an escaped mark, text as it stands, or an environment that is a comment as a whole. */
export const latexBackslash: Rule = {
  open: '\\',
  read(lexer, at, limit) {
    VERBATIM.lastIndex = at;
    const name = VERBATIM.exec(lexer.text)?.[1];
    if (name !== undefined) {
      const close = `\\end{${name}}`;
      const found = lexer.find(close, at, limit);
      const end = found === -1 ? limit : found + close.length;
      if (name === 'comment') {
        lexer.emit(at, end, close);
      }
      return end;
    }
    VERB.lastIndex = at;
    const mark = VERB.exec(lexer.text);
    if (mark !== null) {
      const close = lexer.text.slice(0, lexer.lineEnd(at, limit)).indexOf(mark[1] ?? '', at + mark[0].length);
      return close === -1 ? at + 2 : close + 1;
    }
    return at + 2;
  },
};
