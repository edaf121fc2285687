import { detached, type LineMap } from '../base/text';
import { isLineBreak, isWhiteSpace } from './characters';
import { CodeLines } from './codeLines';
import { behindDecorators, CONDITIONAL, firstNonBlank } from './decorators';
import type { Spans } from './spans';

/** How far below a comment its code is looked for. In lines. */
const LOOK_DOWN = 40;
const SNIPPET_LENGTH = 120;
/** Lines of minified code are longer than anybody reads. In characters. */
const LONGEST_READ = 600;

/** Languages whose texts have no declarations. */
export const WITHOUT_CODE: ReadonlySet<string> = new Set(
  'markdown restructuredtext asciidoc plaintext csv xml latex'.split(' '),
);
/** Lines that close a block, and nothing else: they are no code to speak of. */
export const ONLY_CLOSERS = /^[\s}\])>;,*]*$|^\s*(?:end|fi|done|esac)\b\s*;?\s*$/iu;
const MAY_BE_PASSED = /^(?:[@#[]|template\b)/u;

/** The line of code that an annotation stands on or above. Two annotations with one anchor speak of the same code. */
export interface CodeAnchor {
  /** Zero-based; the annotation's own line where no code is near. */
  readonly line: number;
  /** That line without comments, trimmed and shortened; empty where it says nothing. */
  readonly snippet: string;
}

/**
 * Finds the line of code next to an annotation, by its comments alone: cheap enough for every annotation of a scan, while the declaration around that
 * line is found when it is asked for. The questions of one text come in the order of its annotations and share the walk.
 */
export class CodeAnchors {
  readonly #text: string;
  readonly #lineMap: LineMap;
  readonly #comments: Spans;
  /** Where the last walk down started, and the code that it came to. */
  #walkedFrom = -1;
  #walkedTo = -1;
  #lastOwnLine = -1;
  #lastOwn: CodeAnchor | undefined;
  #codeLines: CodeLines | undefined;

  constructor(text: string, lines: LineMap, comments: Spans) {
    this.#text = text;
    this.#lineMap = lines;
    this.#comments = comments;
  }

  /** @param start offset of an annotation; `ownLine` is its line */
  anchorOf(start: number, ownLine: number): CodeAnchor {
    const own = this.#ownLine(ownLine);
    if (own !== undefined) {
      return own;
    }
    const comment = this.#comments.firstEndingAfter(start);
    const end = this.#comments.startOf(comment) <= start ? this.#comments.endOf(comment) : this.#endOfLine(ownLine);
    const found = this.#codeFrom(Math.min(end, this.#text.length));
    if (found >= this.#text.length) {
      return { line: ownLine, snippet: '' };
    }
    const line = this.#lineMap.positionAt(found).line;
    const near = this.#lineMap.positionAt(end).line + LOOK_DOWN;
    return line > near ? { line: ownLine, snippet: '' } : this.#behindAttributes(line, near);
  }

  /** In texts without code of their own. */
  lineAt(ownLine: number): CodeAnchor {
    const from = this.#lineMap.lineStart(ownLine);
    return { line: ownLine, snippet: shortened(this.#text.slice(from, this.#endOfLine(ownLine))) };
  }

  #ownLine(line: number): CodeAnchor | undefined {
    if (line !== this.#lastOwnLine) {
      const shown = this.#shown(line);
      this.#lastOwnLine = line;
      this.#lastOwn = ONLY_CLOSERS.test(shown) ? undefined : { line, snippet: shortened(shown) };
    }
    return this.#lastOwn;
  }

  #behindAttributes(line: number, last: number): CodeAnchor {
    const shown = this.#shown(line);
    if (ONLY_CLOSERS.test(shown)) {
      return { line, snippet: '' };
    }
    if (MAY_BE_PASSED.test(shown.trimStart())) {
      this.#codeLines ??= new CodeLines(this.#text, this.#lineMap, this.#comments, this.#comments);
      const limit = Math.min(last, this.#codeLines.count - 1);
      let from = line;
      while (from <= limit && (this.#codeLines.isBlank(from) || CONDITIONAL.test(this.#codeLines.shown(from)))) {
        from++;
      }
      const place = behindDecorators(this.#codeLines, from, firstNonBlank(this.#codeLines.shown(from)), limit);
      const target = place?.line ?? Math.min(from, limit);
      const rest = this.#shown(target);
      return { line: target, snippet: ONLY_CLOSERS.test(rest) ? '' : shortened(rest) };
    }
    return { line, snippet: shortened(shown) };
  }

  /** Offset of the first character that is no blank and in no comment; what a walk has passed, the next one does not walk again. */
  #codeFrom(from: number): number {
    if (from >= this.#walkedFrom && from <= this.#walkedTo) {
      return this.#walkedTo;
    }
    const text = this.#text;
    let at = from;
    let next = this.#comments.firstEndingAfter(at);
    for (;;) {
      while (at < text.length && isWhiteSpace(text.charCodeAt(at))) {
        at++;
      }
      while (this.#comments.endOf(next) <= at) {
        next++;
      }
      if (this.#comments.startOf(next) > at) {
        break;
      }
      at = this.#comments.endOf(next);
    }
    this.#walkedFrom = from;
    this.#walkedTo = at;
    return at;
  }

  /** The start of a line with its comments left out. */
  #shown(line: number): string {
    const from = this.#lineMap.lineStart(line);
    const to = this.#endOfLine(line);
    let at = from;
    let shown = '';
    for (let i = this.#comments.firstEndingAfter(from); at < to && this.#comments.startOf(i) < to; i++) {
      shown += `${this.#text.slice(at, Math.max(at, this.#comments.startOf(i)))} `;
      at = Math.min(this.#comments.endOf(i), to);
      if (shown.length > LONGEST_READ) {
        break;
      }
    }
    return (shown + this.#text.slice(at, Math.min(to, at + LONGEST_READ))).slice(0, LONGEST_READ);
  }

  #endOfLine(line: number): number {
    let end = this.#lineMap.lineStart(line + 1);
    const start = this.#lineMap.lineStart(line);
    while (end > start && isLineBreak(this.#text.charCodeAt(end - 1))) {
      end--;
    }
    return end;
  }
}

export function shortened(line: string): string {
  const trimmed = line.slice(0, LONGEST_READ).trim();
  const shown = hasWideBlanks(trimmed) ? trimmed.replace(/\s+/gu, ' ') : trimmed;
  return detached(shown.length > SNIPPET_LENGTH ? `${shown.slice(0, SNIPPET_LENGTH - 1)}…` : shown);
}

/** Whether anything but single blanks stands between words: in most lines nothing does. */
function hasWideBlanks(text: string): boolean {
  for (let at = 0, wasBlank = false; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isBlankHere = code === 32;
    if ((isBlankHere && wasBlank) || (!isBlankHere && isWhiteSpace(code))) {
      return true;
    }
    wasBlank = isBlankHere;
  }
  return false;
}
