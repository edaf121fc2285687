import { isBreak, isWord } from './characters';
import type { Closer, Lexer, Rule, RuleSet } from './lexer';
import type { Condition } from './comments';

export interface StringOptions {
  /** What takes the closing mark its meaning; a doubled closer stands for itself. Backslash by default. */
  readonly escape?: 'backslash' | 'backtick' | 'doubled' | 'none';
  /** Goes on over line ends; else a string that is not closed ends with its line. */
  readonly multiline?: boolean;
  readonly when?: Condition;
  /** Code inside the string: `${…}`, `#{…}`, `\(…)`. */
  readonly interpolation?: string | readonly string[];
  /** What looks like the start of code or the end of the string and is text: `$${`. */
  readonly text?: readonly string[];
  /** More closing marks than are needed belong to the string, all of them: `"""a""""`. */
  readonly greedy?: true;
  /** A colon in that code starts a format, which is no code. */
  readonly formats?: true;
  /** The language's own rules, for the code inside. */
  readonly rules?: () => RuleSet;
}

/** A string between two marks. */
export function string(open: string, close: string, options: StringOptions = {}): Rule {
  return {
    open,
    read(lexer, at, limit) {
      return options.when !== undefined && !options.when(lexer, at)
        ? at
        : readString(lexer, at + open.length, close, limit, options);
    },
  };
}

/** @returns offset behind the closing mark, or where the string ends without it */
export function readString(lexer: Lexer, from: number, close: string, limit: number, options: StringOptions): number {
  const { text } = lexer;
  const escape = options.escape ?? 'backslash';
  const escapeCode = escape === 'backslash' ? 92 : escape === 'backtick' ? 96 : -1;
  const closeCode = close.charCodeAt(0);
  const { interpolation, rules, multiline = false } = options;
  const openers =
    interpolation === undefined ? NONE : typeof interpolation === 'string' ? [interpolation] : interpolation;
  const asText = options.text ?? NONE;
  const hasSpecial = openers.length + asText.length > 0;
  let i = from;
  while (i < limit) {
    const code = text.charCodeAt(i);
    lexer.steps++;
    if (hasSpecial) {
      const passed = startingAt(asText, text, i);
      if (passed !== undefined) {
        i += passed.length;
        continue;
      }
      const opener = startingAt(openers, text, i);
      if (opener !== undefined && rules !== undefined) {
        const end = multiline || endsLine(lexer, i + opener.length, limit) ? limit : lexer.lineEnd(i, limit);
        i = lexer.run(
          rules(),
          i + opener.length,
          end,
          opener.endsWith('(') ? PARENTHESES : options.formats ? HOLE : BRACES,
        );
        continue;
      }
    }
    if (code === escapeCode) {
      // An escaped line end carries a string on in every language that has escapes.
      i += text.startsWith('\r\n', i + 1) ? 3 : 2;
    } else if (code === closeCode && text.startsWith(close, i)) {
      if (escape === 'doubled' && text.startsWith(close, i + close.length)) {
        i += 2 * close.length;
      } else {
        i += close.length;
        while (options.greedy === true && i < limit && text.charCodeAt(i) === closeCode) {
          i++;
        }
        return i;
      }
    } else if (!multiline && isBreak(code)) {
      return i;
    } else {
      i++;
    }
  }
  return limit;
}

const NONE: readonly string[] = [];

function startingAt(marks: readonly string[], text: string, at: number): string | undefined {
  for (const mark of marks) {
    if (text.charCodeAt(at) === mark.charCodeAt(0) && text.startsWith(mark, at)) {
      return mark;
    }
  }
  return undefined;
}

const PARENTHESES: Closer = { open: 40, close: 41 };
const BRACES: Closer = { open: 123, close: 125 };
/** Code in a string, up to its bracket; what a colon of its own starts is a format, no code. */
export const HOLE: Closer = { open: 123, close: 125, colon: true };

/** Code that starts behind the end of its line is meant to go on over lines, even in a string of one line. */
function endsLine(lexer: Lexer, from: number, limit: number): boolean {
  let at = from;
  while (at < limit && (lexer.text.charCodeAt(at) === 32 || lexer.text.charCodeAt(at) === 9)) {
    at++;
  }
  return at < limit && isBreak(lexer.text.charCodeAt(at));
}

/** A character literal where the same mark has other uses (`'a` lifetimes in Rust, primes in Haskell, transposes): one character, then the mark. */
export const characterLiteral: Rule = {
  open: "'",
  read(lexer, at) {
    const { text } = lexer;
    if (text.charCodeAt(at + 1) === 92) {
      // The longest are Unicode escapes: '\\u{10FFFF}'.
      const close = text.slice(at + 3, at + 13).indexOf("'");
      return close === -1 ? at : at + 3 + close + 1;
    }
    const isPair = (text.codePointAt(at + 1) ?? 0) > 0xffff;
    const close = at + (isPair ? 3 : 2);
    return text.charCodeAt(close) === 39 && text.charCodeAt(at + 1) !== 39 ? close + 1 : at;
  },
};

/** The mark right after a letter, a digit or a closing bracket is no opener: a transpose, a prime, a digit separator, an attribute. */
export const notAfterOperand: Condition = (lexer, at) => {
  const before = at === 0 ? 32 : lexer.text.charCodeAt(at - 1);
  return !(isWord(before) || before === 41 || before === 93 || before === 125 || before === 39 || before === 46);
};

/** A character literal where the same mark is an attribute's (`X'Length`), a prime or a transpose right after a name or a bracket. */
export const characterNotTick: Rule = {
  ...characterLiteral,
  read: (lexer, at, limit) => (notAfterOperand(lexer, at) ? characterLiteral.read(lexer, at, limit) : at),
};

/**
 * `opener` + `fence` + `bracket` … `closing bracket` + the same fence + `closer`: Rust's r#"…"#, C++'s R"x(…)x", Lua's [==[…]==].
 * What lies between is a string.
 */
export function fenced(
  open: string,
  pattern: RegExp,
  closeOf: (match: RegExpExecArray) => string,
  when?: Condition,
): Rule {
  const sticky = new RegExp(pattern.source, 'yu');
  return {
    open,
    read: (lexer, at, limit) =>
      when !== undefined && !when(lexer, at) ? at : (readFenced(lexer, at, limit, sticky, closeOf)?.end ?? at),
  };
}

/** A comment between such marks: Lua's --[==[…]==], CMake's #[[…]]. */
export function fencedComment(open: string, pattern: RegExp, closeOf: (match: RegExpExecArray) => string): Rule {
  const sticky = new RegExp(pattern.source, 'yu');
  return {
    open,
    read(lexer, at, limit) {
      const read = readFenced(lexer, at, limit, sticky, closeOf);
      if (read === undefined) {
        return at;
      }
      lexer.emit(at, read.end, read.close);
      return read.end;
    },
  };
}

function readFenced(
  lexer: Lexer,
  at: number,
  limit: number,
  sticky: RegExp,
  closeOf: (match: RegExpExecArray) => string,
): { end: number; close: string } | undefined {
  sticky.lastIndex = at;
  const match = sticky.exec(lexer.text);
  if (match === null) {
    return undefined;
  }
  const close = closeOf(match);
  const found = lexer.find(close, at + match[0].length, limit);
  return { end: found === -1 ? limit : found + close.length, close };
}
