import { nestedComment } from './comments';
import type { Lexer } from './lexer';
import { characterLiteral } from './strings';

const QUOTED = /\{([a-z_]*)\|/uy;

/** The comments of OCaml and F#: a string or a character in one is read as such, so that `(* "*)" *)` is one comment. */
export const mlComment = nestedComment('(*', '*)', { literal });

function literal(lexer: Lexer, at: number, limit: number): number {
  const code = lexer.text.charCodeAt(at);
  if (code === 34) {
    const mark = lexer.text.startsWith('"""', at) ? '"""' : '"';
    return endOf(lexer, at + mark.length, mark, limit, mark === '"' && lexer.text.charCodeAt(at - 1) !== 64) ?? at;
  }
  if (code === 39) {
    return characterLiteral.read(lexer, at, limit);
  }
  if (code === 123) {
    QUOTED.lastIndex = at;
    const match = QUOTED.exec(lexer.text);
    return match === null ? at : (endOf(lexer, at + match[0].length, `|${match[1] ?? ''}}`, limit, false) ?? at);
  }
  return at;
}

/** Behind the first `mark` from `from` on that no backslash stands before; a comment may hold a quote that opens nothing. */
function endOf(lexer: Lexer, from: number, mark: string, limit: number, escapes: boolean): number | undefined {
  const key = `${limit} ${mark}${escapes}`;
  if (lexer.absent.has(key)) {
    return undefined;
  }
  for (let at = lexer.find(mark, from, limit); at !== -1; at = lexer.find(mark, at + 1, limit)) {
    let escape = at;
    while (escapes && escape > from && lexer.text.charCodeAt(escape - 1) === 92) {
      escape--;
    }
    if ((at - escape) % 2 === 0) {
      return at + mark.length;
    }
  }
  lexer.absent.add(key);
  return undefined;
}
