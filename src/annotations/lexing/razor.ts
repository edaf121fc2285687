import { blockComment, firstOnLine, lineComment } from './comments';
import type { Lexer, Rule, RuleSet } from './lexer';
import { ruleSet } from './ruleSet';
import { string } from './strings';

const CODE = /@(?:code|functions)\s*\{/y;
const STATEMENT = /@(?:if|for|foreach|while|switch|using|lock|try|do|section)\b[^{}\r\n]{0,500}\s{0,50}\{/y;
const GOES_ON = /\s{0,50}(?:else|catch|finally|while)\b[^{}<\r\n]{0,500}\s{0,50}\{/y;

const BRACES = { open: 123, close: 125 } as const;

/** Razor's `@code { … }`, which is code, and `@if (…) { … }`, which is code and page by turns: there a line may be a comment. */
export function razorBlocks(code: () => RuleSet, page: readonly Rule[]): readonly Rule[] {
  let body: RuleSet | undefined;
  const rules: Rule[] = [
    {
      open: '@',
      embeds: true,
      read(lexer: Lexer, at: number, limit: number) {
        const from = behind(CODE, lexer, at);
        if (from !== undefined) {
          return lexer.run(code(), from, limit, BRACES);
        }
        let start = behind(STATEMENT, lexer, at);
        let end = at;
        body ??= ruleSet([
          blockComment('@*', '*@'),
          ...rules,
          ...page,
          lineComment('//', firstOnLine),
          blockComment('/*', '*/'),
          string('"', '"'),
        ]);
        while (start !== undefined && start <= limit) {
          end = lexer.run(body, start, limit, BRACES);
          start = behind(GOES_ON, lexer, end);
        }
        return end;
      },
    },
  ];
  return rules;
}

function behind(pattern: RegExp, lexer: Lexer, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(lexer.text) ? pattern.lastIndex : undefined;
}
