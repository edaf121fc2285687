import { whereExpressionStarts, regexWhere } from './javascript';
import { closerOf, isSpace, isWord } from './characters';
import type { Lexer, Rule, RuleSet } from './lexer';
import { string } from './strings';

const notInWord = (lexer: Lexer, at: number): boolean => at === 0 || !isWord(lexer.text.charCodeAt(at - 1));

/** Swift's `#"…"#`, `##"""…"""##`, whose holes have as many marks (`\\#(…)`), and `#/…/#`. */
export function swiftRaw(rules: () => RuleSet): readonly Rule[] {
  const fences = ['###', '##', '#'];
  const outside = (lexer: Lexer, at: number): boolean => lexer.text.charCodeAt(at - 1) !== 35;
  return fences.flatMap((fence) => [
    ...['"""', '"'].map((mark) =>
      string(fence + mark, mark + fence, {
        multiline: mark.length > 1,
        escape: 'none',
        interpolation: `\\${fence}(`,
        rules,
        when: outside,
      }),
    ),
    string(`${fence}/`, `/${fence}`, { multiline: true, escape: 'none', when: outside }),
  ]);
}

/** Swift's `/…/`, which no blank follows. */
export const swiftRegex = regexWhere(
  (lexer, at) => !isSpace(lexer.text.charCodeAt(at + 1)) && whereExpressionStarts(lexer, at),
);

const HERE = /q"([\p{L}_][\p{L}\p{N}_]*)(?=[\r\n])/uy;

/** D's `q"(…)"` with brackets that nest, `q"/…/"`, and `q"WORD` up to a line that starts with `WORD"`. */
export const delimitedStrings: readonly Rule[] = [
  {
    open: 'q"',
    read(lexer, at, limit) {
      if (!notInWord(lexer, at)) {
        return at;
      }
      HERE.lastIndex = at;
      const word = HERE.exec(lexer.text)?.[1];
      if (word !== undefined) {
        const close = lexer.find(`\n${word}"`, at + 2 + word.length, limit);
        return close === -1 ? limit : lexer.text.indexOf('"', close + 1) + 1;
      }
      const opener = lexer.text.charAt(at + 2);
      const closer = closerOf(opener);
      let depth = 0;
      for (let i = at + 2; i < limit; i++) {
        lexer.steps++;
        const c = lexer.text.charAt(i);
        if (c === closer && i > at + 2) {
          depth--;
          if (depth <= 0) {
            return Math.min(lexer.text.charAt(i + 1) === '"' ? i + 2 : i + 1, limit);
          }
        } else if (c === opener) {
          depth++;
        }
      }
      return limit;
    },
  },
];
