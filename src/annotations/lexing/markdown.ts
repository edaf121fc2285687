import type { Lexer, Rule } from './lexer';

/** A fenced block of code: closed by a line of at least as many marks. */
export function verbatimFence(mark: string): Rule {
  const open = mark.repeat(3);
  return {
    open,
    read(lexer, at, limit) {
      const isFirst = lexer.isFirstOnLine(at);
      if (!isFirst && mark !== '`') {
        return at;
      }
      const length = runOf(lexer, at, limit);
      if (!isFirst || (mark === '`' && hasMarkBehind(lexer, at + length, limit))) {
        return codeSpan.read(lexer, at, limit);
      }
      const close = mark.repeat(length);
      for (let from = lexer.lineEnd(at, limit); ;) {
        const found = lexer.find(close, from, limit);
        if (found === -1) {
          return limit;
        }
        from = found + runOf(lexer, found, limit);
        const isAlone = lexer.text.slice(from, Math.min(lexer.lineEnd(from, limit), from + 200)).trim() === '';
        if (isAlone && lexer.isFirstOnLine(found)) {
          return from;
        }
      }
    },
  };
}

/** The words behind the marks of a fence hold none of them; otherwise it is a span. */
function hasMarkBehind(lexer: Lexer, from: number, limit: number): boolean {
  const at = lexer.text.slice(from, Math.min(lexer.lineEnd(from, limit), from + 500)).indexOf('`');
  return at !== -1;
}

function runOf(lexer: Lexer, at: number, limit: number): number {
  const { text } = lexer;
  let end = at;
  while (end < limit && text.charCodeAt(end) === text.charCodeAt(at)) {
    end++;
  }
  lexer.steps += end - at;
  return end - at;
}

/** Code between runs of as many backquotes, on one line. */
export const codeSpan: Rule = {
  open: '`',
  read(lexer, at, limit) {
    const length = runOf(lexer, at, limit);
    const end = lexer.lineEnd(at, limit);
    let from = at + length;
    while (from < end) {
      lexer.steps++;
      if (lexer.text.charCodeAt(from) !== 96) {
        from++;
        continue;
      }
      const run = runOf(lexer, from, end);
      from += run;
      if (run === length) {
        return from;
      }
    }
    return at + length;
  },
};
