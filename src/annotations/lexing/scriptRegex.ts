import { whereArgumentStarts, whereExpressionStarts } from './javascript';
import type { Lexer, Rule, RuleSet } from './lexer';
import { readString } from './strings';

/** Words that an expression follows, besides those of JavaScript. */
const BEFORE_EXPRESSION =
  /(?:^|[^\p{L}\p{N}_$@%.])(?:if|unless|while|until|and|or|not|when|then|elsif|split|grep|map|join|push|x|lt|gt|le|ge|eq|ne|cmp)$/u;

/**
 * The `/…/` of Ruby, Crystal and Perl: a slash ends it wherever it stands, code may stand in it, and where it is sure that it opens one
 * it goes on over lines.
 */
export function scriptRegex(rules: () => RuleSet, interpolation?: string): Rule {
  return {
    open: '/',
    read(lexer, at, limit) {
      // `:/` is a symbol.
      if (at < lexer.regexFailedUntil || lexer.text.charCodeAt(at - 1) === 58) {
        return at;
      }
      const isSure = isSureStart(lexer, at);
      if (!isSure && !whereExpressionStarts(lexer, at) && !whereArgumentStarts(lexer, at)) {
        return at;
      }
      const end = isSure ? limit : lexer.lineEnd(at, limit);
      if (lexer.find('/', at + 1, end) === -1) {
        lexer.regexFailedUntil = end;
        return at;
      }
      return readString(lexer, at + 1, '/', end, {
        multiline: true,
        ...(interpolation === undefined ? {} : { interpolation, rules }),
      });
    },
  };
}

/** No line goes on with a division; behind these marks and words none can stand. */
function isSureStart(lexer: Lexer, at: number): boolean {
  if (lexer.isFirstOnLine(at)) {
    return true;
  }
  const { text } = lexer;
  let last = at - 1;
  while (last >= 0 && (text.charCodeAt(last) === 32 || text.charCodeAt(last) === 9)) {
    last--;
  }
  if (last >= 0 && '=(,[{|&!~:;?>'.includes(text.charAt(last))) {
    return true;
  }
  return BEFORE_EXPRESSION.test(text.slice(Math.max(0, last - 12), last + 1));
}

/** `$"`, `$'`, `$/`: variables named by a mark that opens something elsewhere. */
export function markVariables(marks: string): Rule {
  return {
    open: '$',
    read: (lexer, at) => (marks.includes(lexer.text.charAt(at + 1) || ' ') ? at + 2 : at),
  };
}
