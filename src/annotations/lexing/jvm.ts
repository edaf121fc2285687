import { whereExpressionStarts } from './javascript';
import { isBreak } from './characters';
import type { Lexer, Rule, RuleSet } from './lexer';
import { readString } from './strings';

/** Java's strings and characters, whose quotes and backslashes may be written as Unicode escapes: `"\\u0022` is a whole string. */
export const javaStrings: readonly Rule[] = ['"', "'"].map((open) => ({
  open,
  read(lexer: Lexer, at: number, limit: number) {
    let i = at + 1;
    while (i < limit && !isBreak(lexer.text.charCodeAt(i))) {
      lexer.steps++;
      const [character, length] = characterAt(lexer.text, i);
      i += length;
      if (character === open) {
        return i;
      }
      if (character === '\\' && i < limit && !isBreak(lexer.text.charCodeAt(i))) {
        // An escaped backslash hides no `u` behind it.
        i += length === 1 ? 1 : characterAt(lexer.text, i)[1];
      }
    }
    return i;
  },
}));

const ESCAPE = /\\u+([0-9a-fA-F]{4})/y;

/** What the compiler takes for one character, and how long it is in the text. */
function characterAt(text: string, at: number): [character: string, length: number] {
  if (text.charCodeAt(at) === 92 && text.charCodeAt(at + 1) === 117) {
    ESCAPE.lastIndex = at;
    const match = ESCAPE.exec(text);
    if (match !== null) {
      return [String.fromCharCode(Number.parseInt(match[1] ?? '', 16)), match[0].length];
    }
  }
  return [text.charAt(at), 1];
}

/** Groovy's `/…/`: goes on over lines, has holes and no character classes. */
export function slashyString(rules: () => RuleSet): Rule {
  return {
    open: '/',
    read(lexer, at, limit) {
      if (at < lexer.regexFailedUntil || !whereExpressionStarts(lexer, at)) {
        return at;
      }
      if (lexer.find('/', at + 1, limit) === -1) {
        lexer.regexFailedUntil = limit;
        return at;
      }
      return readString(lexer, at + 1, '/', limit, { multiline: true, interpolation: '${', rules });
    },
  };
}
