import { closerOf, isSpace, isWord } from './characters';
import type { Lexer, Rule } from './lexer';
import { whereArgumentStarts, whereExpressionStarts } from './javascript';

/** Perl's `q(…)`, `qq{…}`, `m/…/`, `s/…/…/`, `tr/…/…/`…, where the letters begin a word and no `=>` follows. */
export const perlQuotes: readonly Rule[] = ['qq', 'qw', 'qr', 'qx', 'tr', 'q', 'm', 's', 'y'].map((word) => ({
  open: word,
  read(lexer: Lexer, at: number, limit: number) {
    const { text } = lexer;
    const before = at === 0 ? ' ' : text.charAt(at - 1);
    if (isWord(before.charCodeAt(0)) || '$@%&>{:-'.includes(before)) {
      return at;
    }
    let open = at + word.length;
    while (open < limit && isSpace(text.charCodeAt(open))) {
      open++;
    }
    const mark = text.charAt(open);
    const isComment = mark === '#' && open > at + word.length;
    const isArrow = mark === '=' && (text.charAt(open + 1) === '>' || open > at + word.length);
    if (mark === '' || isComment || isArrow || isWord(mark.charCodeAt(0)) || ',;)}'.includes(mark)) {
      return at;
    }
    const parts = word === 's' || word === 'tr' || word === 'y' ? 2 : 1;
    return readParts(lexer, open, limit, parts);
  },
}));

/** Ruby's `%q(…)`, `%w[…]`, `%(…)`, `%r{…}`. */
export const rubyPercent: Rule = {
  open: '%',
  read(lexer, at, limit) {
    const match = /^%(?:[qQwWiIrsx][^\p{L}\p{N}\s]|[([{<|!/])/u.exec(lexer.text.slice(at, at + 3));
    const isOperator =
      !(lexer.isFirstOnLine(at) || whereExpressionStarts(lexer, at) || whereArgumentStarts(lexer, at)) ||
      match?.[0] === '%<';
    return match === null || isOperator ? at : readParts(lexer, at + match[0].length - 1, limit, 1);
  },
};

/** Reads `parts` bodies from the opening mark on; bracket pairs nest, other marks do not. */
function readParts(lexer: Lexer, open: number, limit: number, parts: number): number {
  const { text } = lexer;
  const opener = text.charAt(open);
  const closer = closerOf(opener);
  let at = open + 1;
  for (let part = 0; part < parts && at < limit; part++) {
    if (part > 0 && closer !== opener) {
      while (at < limit && isSpace(text.charCodeAt(at))) {
        at++;
      }
      at++;
    }
    at = readBody(lexer, at, limit, opener, closer);
  }
  return at;
}

function readBody(lexer: Lexer, from: number, limit: number, opener: string, closer: string): number {
  let depth = 0;
  for (let i = from; i < limit; i++) {
    lexer.steps++;
    const c = lexer.text.charAt(i);
    if (c === '\\') {
      i++;
    } else if (c === closer) {
      if (depth === 0) {
        return i + 1;
      }
      depth--;
    } else if (c === opener) {
      depth++;
    }
  }
  return limit;
}
