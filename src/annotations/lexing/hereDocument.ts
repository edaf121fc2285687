import type { Condition } from './comments';
import type { Lexer, Rule } from './lexer';
import type { LineForm } from './lineWords';

/**
 * A here document: its text starts on the line below the opener and ends with a line that is its word. The rest of the opener's own
 * line is code, so only what lies below is passed over, when the reading gets there.
 * @param pattern matches the opener; its group `word` is the word, its group `indent` is there when the end may be indented
 * @param form how the end looks, for languages where the opener does not say
 */
export function hereDocument(open: string, pattern: RegExp, form?: LineForm, when?: Condition): Rule {
  const sticky = new RegExp(pattern.source, 'yu');
  return {
    open,
    read(lexer, at, limit) {
      sticky.lastIndex = at;
      const match = sticky.exec(lexer.text);
      const word = match?.groups?.['word'];
      if (match === null || word === undefined || (when !== undefined && !when(lexer, at))) {
        return at;
      }
      const below = lexer.lineEnd(at, limit);
      const indented = (match.groups?.['indent'] ?? '') !== '';
      const end = lexer.lineWords.find(form ?? (indented ? 'indented' : 'alone'), word, below);
      if (end === -1 || end > limit) {
        return at;
      }
      lexer.defer(below, Math.min(end + word.length, limit));
      return at + match[0].length;
    },
  };
}

/** Text up to the end of the file that is no code: what follows `__END__`. */
export function endOfCode(word: string): Rule {
  return {
    open: word,
    read(lexer: Lexer, at, limit) {
      const isAlone =
        lexer.lineEnd(at, limit) === at + word.length && (at === 0 || '\r\n'.includes(lexer.text.charAt(at - 1)));
      return isAlone ? limit : at;
    },
  };
}

/** `<<WORD`, `<<-"WORD"` of shells, and of what runs them. */
export const SHELL_HERE =
  /<<(?!<)(?<indent>-?)[ \t]*(?:(?<quote>['"])|\\?)(?<word>[\p{L}_][^\s'"\\;|&<>()`$#]*)\k<quote>/u;
