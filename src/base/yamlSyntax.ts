import type { YAMLError } from 'yaml';
import { message, type Message } from './message';
import type { Problem } from './problem';

/** What went wrong and what to do about it. */
export type Told = Pick<Problem, 'message' | 'remedy'>;

/** Says a syntax error of the YAML library in plain words; the library's own English is kept where we have no better. */
export function syntaxErrorInWords({ code, message: text }: YAMLError): Told {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { message: message('This key is written twice'), remedy: message('Keep one of them') };
    case 'TAB_AS_INDENT':
      return { message: message('A tab cannot indent YAML'), remedy: message('Indent with spaces') };
    case 'BAD_INDENT':
    case 'UNEXPECTED_TOKEN':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return told(text, message('Check the indentation and the line before; quote texts that hold “: ” or “ #”'));
    case 'MISSING_CHAR':
      return told(text, message('Close the quote or bracket, or check the line before'));
    case 'BAD_SCALAR_START':
    case 'BAD_DQ_ESCAPE':
      return told(text, message('Write this text between single quotes'));
    case 'BAD_ALIAS':
      return told(text, message('Define the anchor before its alias'));
    default:
      return told(text, message('Correct the YAML here'));
  }
}

/** The library quotes what it stumbled over, whatever its length. In UTF-16 units. */
const LONGEST = 200;

function told(text: string, remedy: Message): Told {
  const shortened = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return { message: message('Not valid YAML: {0}', shortened), remedy };
}

/** Says what made the library give up on a whole document; `mostAliases` is the bound that was set. */
export function thrownInWords(error: unknown, mostAliases: number): Told {
  const text = error instanceof Error ? error.message : String(error);
  if (/alias count/i.test(text)) {
    return {
      message: message('This file repeats its anchors more than {0} times', mostAliases),
      remedy: message('Write the values out instead of repeating an anchor'),
    };
  }
  if (/unresolved alias/i.test(text)) {
    return told(text, message('Define the anchor before its alias'));
  }
  return told(text, message('Correct the YAML here'));
}
