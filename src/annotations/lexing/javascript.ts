import { isSpace, isWord } from './characters';
import type { Lexer, Rule, RuleSet } from './lexer';
import type { Condition } from './comments';

/** Words after which an expression starts: a slash there opens a regular expression, a `<` an element. */
const BEFORE_EXPRESSION = new Set(
  'return typeof case in of delete void throw new else do yield await instanceof default extends'.split(' '),
);

/** Words whose parentheses are no operand: an expression may follow them. */
const BEFORE_PARENTHESES = new Set('if while for with'.split(' '));

/** How far back the start of a parenthesis is looked for. In characters. */
const LONGEST_CONDITION = 400;

/** Whether an expression starts at a place, by what stands before it. `}` counts as the end of a block, which is the usual case. */
export const whereExpressionStarts: Condition = (lexer, at) => {
  const { text } = lexer;
  const before = lexer.significantBefore(at);
  if (before < 0) {
    return true;
  }
  const code = text.charCodeAt(before);
  if (isWord(code)) {
    const word = wordEndingAt(text, before);
    return BEFORE_EXPRESSION.has(word) && !'.#'.includes(text.charAt(before - word.length) || ' ');
  }
  if (code === 41) {
    const open = openingOf(text, before);
    const last = skipBlanksBack(text, open - 1);
    const word = open > 0 ? wordEndingAt(text, last) : '';
    return BEFORE_PARENTHESES.has(word) && !'.#'.includes(text.charAt(last - word.length) || ' ');
  }
  if (code === 33 && before > 0 && !isSpace(text.charCodeAt(before - 1))) {
    // `b!` is an operand in TypeScript; `!b` is a negation.
    const behind = text.charCodeAt(before - 1);
    return (isWord(behind) || behind === 41 || behind === 93) && !whereExpressionStarts(lexer, before) ? false : true;
  }
  // `]` `"` `'` `` ` `` end an operand; so do `++` and `--`, and an object before a slash that a blank follows.
  const endsOperand = code === 93 || code === 34 || code === 39 || code === 96;
  const isStep = (code === 43 || code === 45) && text.charCodeAt(before - 1) === code;
  const isQuotient = code === 125 && text.charCodeAt(at) === 47 && isSpace(text.charCodeAt(at + 1));
  return !endsOperand && !isStep && !isQuotient;
};

/** The word that ends at an offset; longer ones than any of interest are cut. */
function wordEndingAt(text: string, last: number): string {
  let start = last + 1;
  while (start > 0 && last - start < 12 && isWord(text.charCodeAt(start - 1))) {
    start--;
  }
  return text.slice(start, last + 1);
}

function skipBlanksBack(text: string, at: number): number {
  let i = at;
  while (i >= 0 && isSpace(text.charCodeAt(i))) {
    i--;
  }
  return i;
}

function openingOf(text: string, close: number): number {
  let depth = 0;
  for (let i = close; i >= 0 && close - i < LONGEST_CONDITION; i--) {
    const code = text.charCodeAt(i);
    depth += code === 41 ? 1 : code === 40 ? -1 : 0;
    if (depth === 0) {
      return i;
    }
  }
  return -1;
}

/** A regular expression literal: ends on its line, slashes in classes do not end it. */
export const regexLiteral = regexWhere(whereExpressionStarts);

/** Script languages call without parentheses: `split /,/`, `assert_match /x/`, `puts %(x)`. */
export function whereArgumentStarts(lexer: Lexer, at: number): boolean {
  const { text } = lexer;
  const isArgument = isSpace(text.charCodeAt(at - 1)) && !isSpace(text.charCodeAt(at + 1));
  const last = skipBlanksBack(text, at - 1);
  let start = last + 1;
  while (start > 0 && last - start < 60 && isWord(text.charCodeAt(start - 1))) {
    start--;
  }
  // A name with a sigil is a variable; `$` counts as a letter here.
  return isArgument && /^[a-z_]/u.test(text.slice(start, last + 1)) && !'@%$'.includes(text.charAt(start - 1) || ' ');
}

/** A regular expression where the condition holds; it ends on its line. */
export function regexWhere(condition: Condition): Rule {
  return {
    open: '/',
    read: (lexer, at, limit) =>
      at < lexer.regexFailedUntil || !condition(lexer, at) ? at : readRegex(lexer, at, limit),
  };
}

function readRegex(lexer: Lexer, at: number, limit: number): number {
  const end = lexer.lineEnd(at, limit);
  let inClass = false;
  for (let i = at + 1; i < end; i++) {
    const code = lexer.text.charCodeAt(i);
    if (code === 92) {
      i++;
    } else if (code === 91) {
      inClass = true;
    } else if (code === 93) {
      inClass = false;
    } else if (code === 47 && !inClass) {
      return i + 1;
    }
  }
  lexer.regexFailedUntil = end;
  return at;
}

/** JSX: text between elements is no code, so nothing in it is a comment; `{…}` is code again. */
export function jsxElement(rules: () => RuleSet): Rule {
  return {
    open: '<',
    embeds: true,
    read(lexer, at, limit) {
      const next = lexer.text.charCodeAt(at + 1);
      const isShift = lexer.text.charCodeAt(at - 1) === 60;
      const isElement =
        !isShift && (next === 62 || isCommentAt(lexer.text, at + 1) || (isWord(next) && !(next >= 48 && next <= 57)));
      if (!isElement || !whereExpressionStarts(lexer, at) || isTypeParameter(lexer, at)) {
        return at;
      }
      return readElement(lexer, at, limit, rules());
    },
  };
}

function isCommentAt(text: string, at: number): boolean {
  return text.startsWith('/*', at) || text.startsWith('//', at);
}

/** `<T extends X>(…)` and `<T,>(…)` are generic functions. */
function isTypeParameter(lexer: Lexer, at: number): boolean {
  return /^<\s*(?:const\s+)?[\p{L}_$][\p{L}\p{N}_$]*(?:\s*,|\s+extends\s|\s*=[^>"'{]*[>,]\s*[(,])/u.test(
    lexer.text.slice(at, at + 120),
  );
}

/** Elements as values of attributes of such elements; deeper ones are passed over as text. */
const DEEPEST_VALUE = 5;

function readElement(lexer: Lexer, from: number, limit: number, rules: RuleSet, level = 0): number {
  const { text } = lexer;
  let depth = 0;
  let i = from;
  while (i < limit) {
    const code = text.charCodeAt(i);
    lexer.steps++;
    if (code === 123) {
      i = lexer.run(rules, i + 1, limit, { open: 123, close: 125 });
    } else if (code === 60) {
      const isClosing = text.charCodeAt(i + 1) === 47 && !isCommentAt(text, i + 1);
      const tag = readTag(lexer, i + 1, limit, rules, level);
      depth += isClosing ? -1 : tag.selfClosing ? 0 : 1;
      i = tag.end;
      if (depth <= 0) {
        return i;
      }
    } else {
      i++;
    }
  }
  return limit;
}

/** Attributes: their strings have no escapes and may run over lines; comments may stand between them. */
function readTag(
  lexer: Lexer,
  from: number,
  limit: number,
  rules: RuleSet,
  level: number,
): { end: number; selfClosing: boolean } {
  const { text } = lexer;
  let i = from;
  let hasTypes = false;
  let isAfterSlash = false;
  while (i < limit) {
    const code = text.charCodeAt(i);
    lexer.steps++;
    if (code === 62) {
      return { end: i + 1, selfClosing: isAfterSlash };
    }
    const wasAfterSlash: boolean = isAfterSlash;
    isAfterSlash = code === 47 || (isAfterSlash && isSpace(code));
    if (code === 60 && text.charCodeAt(i - 1) === 61 && level < DEEPEST_VALUE) {
      i = readElement(lexer, i, limit, rules, level + 1);
    } else if (code === 60 && isWord(text.charCodeAt(i - 1)) && !hasTypes) {
      hasTypes = true;
      i = lexer.run(rules, i + 1, limit, { open: 60, close: 62 });
    } else if (code === 34 || code === 39) {
      const close = lexer.find(text.charAt(i), i + 1, limit);
      i = close === -1 ? limit : close + 1;
    } else if (code === 123) {
      i = lexer.run(rules, i + 1, limit, { open: 123, close: 125 });
    } else if (code === 47 && text.charCodeAt(i + 1) === 42) {
      const close = lexer.find('*/', i + 2, limit);
      const end = close === -1 ? limit : close + 2;
      lexer.emit(i, end, '*/');
      isAfterSlash = wasAfterSlash;
      i = end;
    } else if (code === 47 && text.charCodeAt(i + 1) === 47 && (i === from || isSpace(text.charCodeAt(i - 1)))) {
      const end = lexer.lineEnd(i, limit);
      lexer.emit(i, end);
      isAfterSlash = wasAfterSlash;
      i = end;
    } else {
      i++;
    }
  }
  return { end: limit, selfClosing: false };
}
