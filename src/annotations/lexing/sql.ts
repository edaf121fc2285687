import type { Lexer, Rule, RuleSet } from './lexer';

const DOLLAR = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

/** PostgreSQL's `$tag$ … $tag$`: a string, but the body of a function or of `DO` is code, whose comments count. */
export function dollarQuote(rules: () => RuleSet): Rule {
  return {
    open: '$',
    embeds: true,
    read(lexer, at, limit) {
      DOLLAR.lastIndex = at;
      const tag = DOLLAR.exec(lexer.text)?.[0];
      if (tag === undefined) {
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

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')', '<': '>' };

/** Oracle's `q'[ … ]'`, and `nq'[ … ]'` of the national character set. */
export const oracleQuotes: readonly Rule[] = ["q'", "Q'", "nq'", "nQ'", "Nq'", "NQ'"].map((open) => ({
  open,
  read(lexer: Lexer, at: number, limit: number) {
    const bracket = at + open.length;
    const opener = lexer.text.charAt(bracket);
    if (/[\p{L}\p{N}_$#]/u.test(lexer.text.charAt(at - 1)) || opener === '' || /\s/u.test(opener)) {
      return at;
    }
    const close = `${CLOSERS[opener] ?? opener}'`;
    const found = lexer.find(close, bracket + 1, limit);
    return found === -1 ? limit : found + close.length;
  },
}));
