import type { Language } from './data/language';
import { Lexer } from './lexing/lexer';
import type { VisitComment, VisitLiteral } from './lexing/lexer';

/**
 * Hands out the comments of a text in their order, delimiters included. Linear in the text's length; never throws.
 * @param visitLiteral gets the strings, regular expressions and the like, for readers of the code between them
 * @param last offset of the last place that the caller asks about: the comments and blanks around it are read to the first code behind them, no more
 * @returns how many characters were looked at, for tests of that
 */
// @segur ST.ANN.01, ST.ANN.03
export function forEachComment(
  text: string,
  language: Language,
  visit: VisitComment,
  visitLiteral?: VisitLiteral,
  last?: number,
): number {
  const lexer = new Lexer(text, visit, visitLiteral, last);
  lexer.run(language.rules(), 0, text.length);
  return lexer.steps;
}
