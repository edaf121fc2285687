import { isBreak, isSpace, isWord } from '../annotations/lexing/characters';
import { sha256 } from '../base/sha256';
import type { LexedText } from './lexedText';

/** Hex digits: 64 bits tell a hundred million units apart. */
const LENGTH = 16;

/** Their blocks are made by indentation, and lines end statements. */
const BY_INDENTATION = new Set('python starlark yaml haskell fsharp'.split(' '));
/** A line end separates statements like a semicolon. */
const BY_LINES = new Set(
  'ruby crystal shellscript powershell bat tcl r julia elixir toml ini properties dotenv dockerfile makefile cmake ignore vb cobol fortran-free fortran-fixed lua matlab mumps asm nim'.split(
    ' ',
  ),
);
/** Lines that start with `#` are a preprocessor's, and end where they end. */
const PREPROCESSED = new Set(['c', 'cpp', 'csharp']);

/**
 * A fingerprint of the code from one offset to another that comments, blank lines, line breaks and indentation do not change: the first 16 hex
 * digits of the SHA-256 of its tokens, each followed by U+0000, in UTF-8. Tokens are words, literals with all that is in them (their line ends
 * as `\n`), and each other character by itself. Where lines or indentation are syntax, they are tokens too: `\n`, U+0001 for deeper
 * and U+0002 for back, wherever statements start, so that indenting all of the code changes nothing.
 */
// @segur ST.ANN.06
export function unitHash(code: LexedText, from: number, to: number): string {
  return sha256(tokensOf(code, from, to)).slice(0, LENGTH);
}

/** The tokens, each followed by U+0000. */
export function tokensOf(code: LexedText, from: number, to: number): string {
  const { text, comments, language } = code;
  const layout = new Layout(code, from);
  const hasDirectives = PREPROCESSED.has(language.id);
  let tokens = '';
  let isDirective = false;
  let comment = comments.firstEndingAfter(from);
  let literal = code.firstLiteralFrom(from);
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (code.literalStart(literal) === at) {
      const end = Math.min(code.literalEnd(literal), to);
      tokens += `${layout.before(at, unit)}${literalText(code, at, end)}\0`;
      at = end;
      literal++;
      comment = comments.firstEndingAfter(at);
    } else if (comments.startOf(comment) <= at) {
      at = Math.max(at, comments.endOf(comment));
      comment++;
      literal = code.firstLiteralFrom(at);
    } else if (isSpace(unit)) {
      if (isBreak(unit)) {
        layout.lineEnds();
        tokens += isDirective ? '\n\0' : '';
        isDirective = false;
      }
      at++;
    } else if (unit === 92 && isBreak(text.charCodeAt(at + 1))) {
      at += text.startsWith('\r\n', at + 1) ? 3 : 2;
    } else {
      const limit = Math.min(to, comments.startOf(comment), code.literalStart(literal));
      const end = isWord(unit) ? endOfWord(text, at, limit) : at + 1;
      tokens += `${layout.before(at, unit)}${text.slice(at, end)}\0`;
      isDirective ||= hasDirectives && unit === 35;
      at = end;
    }
  }
  return tokens;
}

function endOfWord(text: string, from: number, limit: number): number {
  let at = from + 1;
  while (at < limit && isWord(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

/** Without the comments inside its interpolations. */
function literalText({ text, comments }: LexedText, from: number, to: number): string {
  let shown = '';
  let at = from;
  for (let i = comments.firstEndingAfter(from); comments.startOf(i) < to; i++) {
    shown += text.slice(at, Math.max(at, comments.startOf(i)));
    at = comments.endOf(i);
  }
  return (shown + text.slice(at, to)).replace(/\r\n?/gu, '\n');
}

/** The line ends and the indentation that are syntax. */
class Layout {
  readonly #code: LexedText;
  readonly #hasLines: boolean;
  readonly #hasIndentation: boolean;
  readonly #indents: number[];
  #brackets = 0;
  #isAtLineEnd = false;

  constructor(code: LexedText, from: number) {
    this.#code = code;
    this.#hasIndentation = BY_INDENTATION.has(code.language.id);
    this.#hasLines = this.#hasIndentation || BY_LINES.has(code.language.id);
    this.#indents = [this.#columnOf(from)];
  }

  lineEnds(): void {
    this.#isAtLineEnd = true;
  }

  /** The tokens that stand before the one at an offset, which starts with `unit`. */
  before(at: number, unit: number): string {
    if (!this.#hasLines) {
      return '';
    }
    const tokens =
      this.#isAtLineEnd && this.#brackets === 0 ? `\n\0${this.#hasIndentation ? this.#indent(at) : ''}` : '';
    this.#isAtLineEnd = false;
    if (unit === 40 || unit === 91 || (this.#hasIndentation && unit === 123)) {
      this.#brackets++;
    } else if (this.#brackets > 0 && (unit === 41 || unit === 93 || (this.#hasIndentation && unit === 125))) {
      this.#brackets--;
    }
    return tokens;
  }

  #indent(at: number): string {
    const column = this.#columnOf(at);
    if (column > (this.#indents.at(-1) ?? 0)) {
      this.#indents.push(column);
      return '\u0001\0';
    }
    let tokens = '';
    while (this.#indents.length > 1 && column < (this.#indents.at(-1) ?? 0)) {
      this.#indents.pop();
      tokens += '\u0002\0';
    }
    return tokens;
  }

  #columnOf(offset: number): number {
    return this.#code.lineMap.positionAt(offset).character;
  }
}
