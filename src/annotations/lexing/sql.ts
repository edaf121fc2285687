import { closerOf, isWord } from './characters';
import type { Lexer, Rule, RuleSet } from './lexer';

/** SQL Server's `[name]`, as against an index or an array of PostgreSQL. */
const BRACKETED = /(?<=^|[\s.(,=])\[[\p{L}_#@][^[\]\r\n]*\]/uy;

export const bracketedName: Rule = {
  open: '[',
  read(lexer, at, limit) {
    BRACKETED.lastIndex = at;
    const match = BRACKETED.exec(lexer.text);
    return match === null ? at : Math.min(at + match[0].length, limit);
  },
};

const DOLLAR = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

/** PostgreSQL's `$tag$ … $tag$`: a string, but the body of a function or of `DO` is code, whose comments count. */
export function dollarQuote(rules: () => RuleSet): Rule {
  return {
    open: '$',
    embeds: true,
    read(lexer, at, limit) {
      DOLLAR.lastIndex = at;
      const tag = DOLLAR.exec(lexer.text)?.[0];
      if (tag === undefined || (at > 0 && isWord(lexer.text.charCodeAt(at - 1)))) {
        return at;
      }
      const found = lexer.find(tag, at + tag.length, limit);
      const inner = found === -1 ? limit : found;
      if (isBody(lexer, at)) {
        lexer.run(rules(), at + tag.length, inner);
      }
      return Math.min(inner + tag.length, limit);
    },
  };
}

function isBody(lexer: Lexer, at: number): boolean {
  const end = lexer.significantBefore(at) + 1;
  return /(?:^|[^\p{L}\p{N}_])(?:as|do|plpgsql|sql)$/iu.test(lexer.text.slice(Math.max(0, end - 12), end));
}

/** Oracle's `q'[ … ]'`, and `nq'[ … ]'` of the national character set. */
export const oracleQuotes: readonly Rule[] = ["q'", "Q'", "nq'", "nQ'", "Nq'", "NQ'"].map((open) => ({
  open,
  read(lexer: Lexer, at: number, limit: number) {
    const bracket = at + open.length;
    const opener = lexer.text.charAt(bracket);
    if (/[\p{L}\p{N}_$#]/u.test(lexer.text.charAt(at - 1)) || opener === '' || /\s/u.test(opener)) {
      return at;
    }
    const close = `${closerOf(opener)}'`;
    const found = lexer.find(close, bracket + 1, limit);
    return found === -1 ? limit : found + close.length;
  },
}));
