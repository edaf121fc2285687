import { isBreak, isWord } from './characters';
import type { Lexer, Rule, RuleSet } from './lexer';
import { readString } from './strings';

/** The strings of Python; the one that documents a module, a class or a function is a comment. */
export function pythonStrings(rules: () => RuleSet): readonly Rule[] {
  return ['"""', "'''", '"', "'"].map((quote) => ({
    open: quote,
    read(lexer: Lexer, at: number, limit: number) {
      const prefix = prefixBefore(lexer.text, at);
      const holes = /[fFtT]/.test(prefix) ? ({ interpolation: '{', text: ['{{'], formats: true, rules } as const) : {};
      const end = readString(lexer, at + quote.length, quote, limit, { multiline: quote.length === 3, ...holes });
      if (/^[rRuU]*$/.test(prefix) && isDocstring(lexer, at - prefix.length)) {
        lexer.emit(at, end, quote);
        // A string below a docstring is a statement of its own.
        lexer.endRun();
      }
      return end;
    },
  }));
}

/** The letters right before a quote that say what string it opens. */
function prefixBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 3 && isWord(text.charCodeAt(start - 1))) {
    start--;
  }
  const letters = text.slice(start, at);
  return /^(?:[rRuUbBfFtT]|[rR][bBfFtT]|[bBfFtT][rR])$/.test(letters) ? letters : '';
}

/** A docstring is the first statement of a module, a class or a function. */
function isDocstring(lexer: Lexer, start: number): boolean {
  if (start > 0 && isWord(lexer.text.charCodeAt(start - 1))) {
    return false;
  }
  const before = lexer.significantBefore(start);
  return before < 0 || (lexer.text.charCodeAt(before) === 58 && endsHeader(lexer, before));
}

/** How far back the start of a signature is looked for. In characters. */
const LONGEST_SIGNATURE = 4000;

const HEADER = /[ \t]*(?:async[ \t]+def|def|class)(?![\p{L}\p{N}_])/uy;

/** What the last look upwards found: from the line at `from` up, the next header starts at `header`, its colon is at `colon`. */
interface Above {
  readonly from: number;
  readonly header: number;
  readonly colon: number;
}

const lastLook = new WeakMap<Lexer, Above>();

/** Whether the colon at `colon` ends `def …:` or `class …:`: the header is looked for upwards, then read from its start. */
function endsHeader(lexer: Lexer, colon: number): boolean {
  const from = startOfLine(lexer.text, colon);
  const found = headerAbove(lexer, from, lastLook.get(lexer));
  lastLook.set(lexer, { ...found, from });
  return found.colon === colon;
}

/** No line is looked at twice. */
function headerAbove(lexer: Lexer, from: number, known: Above | undefined): Omit<Above, 'from'> {
  const { text } = lexer;
  let lineStart = from;
  while (from - lineStart < LONGEST_SIGNATURE) {
    if (known !== undefined && lineStart <= known.from) {
      return known;
    }
    if (startsHeader(text, lineStart)) {
      return { header: lineStart, colon: colonOf(lexer, lineStart) };
    }
    if (lineStart === 0) {
      break;
    }
    const above = startOfLine(text, text.startsWith('\r\n', lineStart - 2) ? lineStart - 2 : lineStart - 1);
    lexer.steps += lineStart - above;
    lineStart = above;
  }
  return { header: -1, colon: -1 };
}

function startsHeader(text: string, lineStart: number): boolean {
  HEADER.lastIndex = lineStart;
  return HEADER.test(text);
}

function startOfLine(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_SIGNATURE && !isBreak(text.charCodeAt(start - 1))) {
    start--;
  }
  return start;
}

/** Offset of the colon that ends a header, its brackets, strings and comments passed over. */
function colonOf(lexer: Lexer, from: number): number {
  const { text } = lexer;
  const end = Math.min(from + LONGEST_SIGNATURE, text.length);
  let depth = 0;
  let at = from;
  while (at < end) {
    const c = text.charAt(at);
    lexer.steps++;
    if (c === '#') {
      while (at < end && !isBreak(text.charCodeAt(at))) {
        at++;
      }
    } else if (c === '"' || c === "'") {
      const quote = text.startsWith(c.repeat(3), at) ? c.repeat(3) : c;
      at = readString(lexer, at + quote.length, quote, end, { multiline: quote.length === 3 });
    } else if (c === ':' && depth === 0) {
      return at;
    } else if (isBreak(text.charCodeAt(at)) && startsHeader(text, at + 1)) {
      return -1;
    } else {
      depth += '([{'.includes(c) ? 1 : ')]}'.includes(c) ? -1 : 0;
      at++;
    }
  }
  return -1;
}
