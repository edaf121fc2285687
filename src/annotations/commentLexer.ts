import type { Language } from './data/language';
import { Lexer, type VisitComment, type VisitLiteral } from './lexing/lexer';

/**
 * Hands out the comments of a text in their order, delimiters included. Linear in the text's length; never throws.
 * @param visitLiteral gets the strings, regular expressions and the like, for readers of the code between them
 * @returns how many characters were looked at, for tests of that
 */
export function forEachComment(
  text: string,
  language: Language,
  visit: VisitComment,
  visitLiteral?: VisitLiteral,
): number {
  const lexer = new Lexer(text, visit, visitLiteral);
  lexer.run(language.rules(), 0, text.length);
  return lexer.steps;
}
