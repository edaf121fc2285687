import { isBreak } from './characters';
import type { Lexer, Rule, RuleSet } from './lexer';
import { HOLE } from './strings';

const OPENER = /(?:\$+@?|@\$?)?("{3,}|")/y;

/** The strings of C#: plain, verbatim (`@"…"`), interpolated (`$"…{code}…"`), raw (`"""…"""`) and their mixtures. */
export function csharpStrings(rules: () => RuleSet): readonly Rule[] {
  const read = (lexer: Lexer, at: number, limit: number): number => {
    if (lexer.text.charCodeAt(at) === 36 && lexer.text.charCodeAt(at - 1) === 36) {
      return at;
    }
    OPENER.lastIndex = at;
    const match = OPENER.exec(lexer.text);
    if (match === null) {
      return at;
    }
    const prefix = match[0].slice(0, match[0].length - (match[1]?.length ?? 0));
    const quotes = match[1] ?? '"';
    if (quotes.length >= 3 && !prefix.includes('@')) {
      return readRaw(lexer, at + match[0].length, limit, quotes, dollarsOf(prefix), rules());
    }
    const from = at + prefix.length + 1;
    return readPlain(lexer, from, limit, prefix.includes('@'), prefix.includes('$'), rules());
  };
  return [
    { open: '"', read },
    { open: '$', read },
    { open: '@', read },
  ];
}

function dollarsOf(prefix: string): number {
  return prefix.split('$').length - 1;
}

function readRaw(lexer: Lexer, from: number, limit: number, quotes: string, dollars: number, rules: RuleSet): number {
  const hole = dollars === 0 ? undefined : '{'.repeat(dollars);
  let i = from;
  while (i < limit) {
    lexer.steps++;
    if (lexer.text.startsWith(quotes, i)) {
      // More quotes than opened it are an error, yet all of them are its own.
      let end = i + quotes.length;
      while (end < limit && lexer.text.charCodeAt(end) === 34) {
        end++;
      }
      return end;
    }
    if (hole !== undefined && lexer.text.startsWith(hole, i)) {
      i = lexer.run(rules, i + hole.length, limit, HOLE);
      while (i < limit && dollars > 1 && lexer.text.charCodeAt(i) === 125) {
        i++;
      }
    } else {
      i++;
    }
  }
  return limit;
}

function readPlain(
  lexer: Lexer,
  from: number,
  limit: number,
  verbatim: boolean,
  interpolated: boolean,
  rules: RuleSet,
): number {
  const { text } = lexer;
  let i = from;
  while (i < limit) {
    const code = text.charCodeAt(i);
    lexer.steps++;
    if (code === 34) {
      if (!verbatim || text.charCodeAt(i + 1) !== 34) {
        return i + 1;
      }
      i += 2;
    } else if (code === 92 && !verbatim) {
      i += 2;
    } else if (code === 123 && interpolated) {
      i =
        text.charCodeAt(i + 1) === 123
          ? i + 2
          : lexer.run(rules, i + 1, verbatim ? limit : lexer.lineEnd(i, limit), HOLE);
    } else if (!verbatim && isBreak(code)) {
      return i;
    } else {
      i++;
    }
  }
  return limit;
}
