import type { Rule } from './lexer';

const OPENER = /\/(?:\\(?:\r\n|\n|\r))+([/*])/y;
const CLOSER = /\*(?:\\(?:\r\n|\n|\r))*\//g;

/** A comment of C whose opener is cut by a backslash at the end of a line; the compiler joins the lines first. */
export const splicedComment: Rule = {
  open: '/\\',
  read(lexer, at, limit) {
    OPENER.lastIndex = at;
    const match = OPENER.exec(lexer.text);
    if (match === null) {
      return at;
    }
    const from = at + match[0].length;
    let end = lexer.lineEnd(from, limit);
    if (match[1] === '*') {
      CLOSER.lastIndex = from;
      const close = CLOSER.exec(lexer.text);
      end = close === null ? limit : Math.min(close.index + close[0].length, limit);
    } else {
      while (end < limit && lexer.text.charCodeAt(end - 1) === 92) {
        end = lexer.lineEnd(Math.min(end + (lexer.text.startsWith('\r\n', end) ? 2 : 1), limit), limit);
      }
    }
    lexer.emit(at, end, match[1] === '*' ? '/' : '');
    return end;
  },
};
