import { isBlank, isLineBreak, isWhiteSpace } from './characters';

/** What ends a comment somewhere and may follow a word without a blank. */
const COMMENT_ENDS = ['*/', '-->', '--%>', '*@', '#>', '|#', '=#', '-}', '*)'];
/** What a comment's last line ends with, longest first. */
const NOTE_ENDS = ['*/}', '--%>', '-->', '"""', "'''", '*@', '#>', '|#', '=#', '-}', '*)'];

/** Behind the blanks of a line, at most at `end`. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

/** Behind the word that starts at `from`, at most at `end`; a blank, a list's comma, a quote or the comment's end closes it. */
export function endOfWord(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !endsWord(text, at)) {
    at++;
  }
  return at;
}

function endsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  switch (code) {
    case 34: // "
    case 44: // ,
    case 59: // ;
    case 60: // <
    case 62: // >
    case 96: // `
    case 0xab: // «
    case 0xbb: // »
      return true;
    case 35: // #
    case 42: // *
    case 45: // -
    case 61: // =
    case 124: // |
      return COMMENT_ENDS.some((mark) => text.startsWith(mark, at));
    default:
      return isWhiteSpace(code);
  }
}

/** The word that starts at `at`; `undefined` when none does. */
export function wordAt(text: string, at: number, end: number): string | undefined {
  const to = endOfWord(text, at, end);
  return to === at ? undefined : text.slice(at, to);
}

/** Behind the dash or colon, with blanks around it, that separates a note; `undefined` when there is none. */
export function behindNoteMark(text: string, from: number, end: number): number | undefined {
  const mark = skipBlanks(text, from, end);
  let at = mark;
  if (text.charCodeAt(at) === 58) {
    at++;
  } else {
    while (at < mark + 2 && isDash(text.charCodeAt(at))) {
      at++;
    }
  }
  const isApart = at >= text.length || isWhiteSpace(text.charCodeAt(at));
  return at === mark || !isApart || at > end ? undefined : skipBlanks(text, at, end);
}

function isDash(code: number): boolean {
  return code === 45 || code === 0x2013 || code === 0x2014;
}

/** Where the rest of the line that starts at `from` ends as a note: without the comment's closing marks and blanks. */
export function endOfNote(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !isLineBreak(text.charCodeAt(at))) {
    at++;
  }
  at = trimEnd(text, from, at);
  const mark = NOTE_ENDS.find((closer) => at - closer.length >= from && text.endsWith(closer, at));
  if (mark !== undefined) {
    at -= mark.length;
  } else {
    const isBlockEnd = at - 2 >= from && text.endsWith('*/', at);
    at -= isBlockEnd ? 1 : 0;
    while (at > from && text.charCodeAt(at - 1) === 42) {
      at--;
    }
  }
  return trimEnd(text, from, at);
}

function trimEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isWhiteSpace(text.charCodeAt(at - 1))) {
    at--;
  }
  return at;
}

const OPENERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const SENTENCE_MARKS = ".:!?'’…*|";

/** A word without the punctuation of the sentence, the brackets and the quotes around it; brackets that it opened itself are its own. */
export function tidy(word: string): string {
  let unclosed: Map<string, number> | undefined;
  let end = word.length;
  while (end > 0) {
    const last = word.charAt(end - 1);
    const opener = OPENERS[last];
    if (opener !== undefined) {
      unclosed ??= bracketBalance(word);
      const balance = unclosed.get(opener) ?? 0;
      if (balance >= 0) {
        break;
      }
      unclosed.set(opener, balance + 1);
    } else if (!SENTENCE_MARKS.includes(last)) {
      break;
    }
    end--;
  }
  return word.slice(0, end);
}

/** By opening bracket: how many more of them open than close. */
function bracketBalance(word: string): Map<string, number> {
  const balance = new Map<string, number>();
  for (const character of word) {
    const opener = OPENERS[character];
    if (opener !== undefined) {
      balance.set(opener, (balance.get(opener) ?? 0) - 1);
    } else if ('([{'.includes(character)) {
      balance.set(character, (balance.get(character) ?? 0) + 1);
    }
  }
  return balance;
}
