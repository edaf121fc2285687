import { findOnNextLine, isBreak, isSpace } from './characters';
import { Deferred } from './deferred';
import { endOfFormat } from './formats';
import { LineWords } from './lineWords';

/** Deeper nesting of interpolations than any program has; what goes deeper is passed over as plain text. */
const MAX_DEPTH = 100;

/** COBOL's, in characters. */
const SEQUENCE_NUMBER = 6;

/** Takes one comment: offsets of its first character and behind its last, delimiters included; `contentEnd` is where its closing one starts. */
export type VisitComment = (start: number, end: number, contentEnd: number) => void;

/** Takes one literal: offsets of its first character and behind its last. */
export type VisitLiteral = (start: number, end: number) => void;

/**
 * Walks a text once, from one opener of a comment, a string or another construct to the next, and hands out the comments.
 * The rules of the language decide what an opener opens. Every construct ends at the latest where the text ends, so the walk
 * always comes to its end; no construct is read twice.
 */
export class Lexer {
  readonly text: string;
  readonly #visit: VisitComment;
  readonly #visitLiteral: VisitLiteral;
  /** The comments that stood right before the place that is read, with nothing but blanks between them. */
  #runStart = -1;
  #runEnd = -1;
  #lastStart = -1;
  /** No regular expression that is tried before this offset has an end on its line. */
  regexFailedUntil = -1;
  /** Characters of code looked at, for tests of linear time. */
  steps = 0;
  /** Nested comments that never close were met: the language's dialect does not nest, or the text is cut. */
  nestingFailed = false;
  /** Closing marks, with the place that they were looked for up to, that are known to come no more. */
  readonly absent = new Set<string>();
  #lineWords: LineWords | undefined;
  /** Below the line that is being read: the texts of here documents, first to last. */
  readonly #deferred = new Deferred();
  #stopAfter: number;
  #depth = 0;
  #lineFrom = 0;
  #lineTo = -1;

  /** @param stopAfter nothing that starts behind this offset is read, unless only comments and blanks stand between */
  constructor(
    text: string,
    visit: VisitComment,
    visitLiteral: VisitLiteral = () => undefined,
    stopAfter = Number.POSITIVE_INFINITY,
  ) {
    this.text = text;
    this.#visit = visit;
    this.#visitLiteral = visitLiteral;
    this.#stopAfter = stopAfter;
  }

  /** @param close what closes the comment, where something does and the text is not cut before it */
  emit(start: number, end: number, close = ''): void {
    if (this.#runEnd < 0 || !this.#isBlank(this.#runEnd, start)) {
      this.#runStart = start;
    }
    this.#runEnd = end;
    this.#lastStart = start;
    if (end > this.#stopAfter) {
      // Fixed forms number their lines before the comment.
      this.#stopAfter = this.#endOfBlanks(end) + SEQUENCE_NUMBER;
    }
    const isClosed = close !== '' && end - close.length > start && this.text.startsWith(close, end - close.length);
    this.#visit(start, end, isClosed ? end - close.length : end);
  }

  /**
   * Offset of `mark` from `from` on and wholly before `limit`; -1 when it is not there. What lies behind `limit` is not looked at.
   * A line feed at the start of the mark stands for any line end.
   */
  find(mark: string, from: number, limit: number): number {
    const part = limit >= this.text.length && from < limit ? this.text : this.text.slice(0, limit);
    const at = mark.startsWith('\n') ? findOnNextLine(part, mark.slice(1), from) : part.indexOf(mark, from);
    this.steps += Math.max(0, (at === -1 ? limit : at) - from);
    return at;
  }

  /** What was handed out last counts as code for what comes next. */
  endRun(): void {
    this.#runEnd = -1;
  }

  #endOfBlanks(from: number): number {
    let at = from;
    while (at < this.text.length && isSpace(this.text.charCodeAt(at))) {
      at++;
    }
    return at;
  }

  #isBlank(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      if (!isSpace(this.text.charCodeAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Passes over `from` to `to` once the reading gets to `from`: the text of a here document, below the line that opens it. */
  defer(from: number, to: number): void {
    this.#deferred.add(from, to);
  }

  /**
   * Reads code by the rules from `from` on.
   * @param closer what ends the code besides `limit`: the bracket that closes an interpolation
   * @returns offset behind the closer, or `limit` when it is not there
   */
  run(rules: RuleSet, from: number, limit: number, closer?: Closer): number {
    if (this.#depth >= MAX_DEPTH) {
      return limit;
    }
    this.#depth++;
    const end = this.#run(rules, from, limit, closer);
    this.#depth--;
    return end;
  }

  #run(rules: RuleSet, from: number, limit: number, closer?: Closer): number {
    const { text } = this;
    let depth = 0;
    let inner = 0;
    let at = from;
    while (at < limit && at <= this.#stopAfter) {
      if (this.#deferred.isWaiting) {
        at = this.#deferred.pass(at, this.#visitLiteral);
      } else if (closer === undefined) {
        const end = Math.min(limit, this.#stopAfter + 1);
        const opener = this.#nextOpener(rules, at, end);
        this.steps += opener - at;
        at = opener;
        if (at >= end) {
          break;
        }
      }
      const code = text.charCodeAt(at);
      this.steps++;
      if (closer !== undefined) {
        if (closer.until !== undefined) {
          if (code === closer.close && text.startsWith(closer.until, at)) {
            return at + closer.until.length;
          }
        } else if (code === closer.close) {
          if (depth === 0) {
            return at + 1;
          }
          depth--;
        } else if (code === closer.open) {
          depth++;
        } else if (closer.colon === true && (code === 40 || code === 91)) {
          inner++;
        } else if (closer.colon === true && (code === 41 || code === 93)) {
          inner--;
        } else if (closer.colon === true && code === 58 && depth === 0 && inner === 0) {
          return endOfFormat(this, at, limit);
        }
      }
      const candidates = code < 128 ? rules.byFirst[code] : undefined;
      at = candidates === undefined ? at + 1 : this.#apply(candidates, at, limit);
    }
    return Math.min(at, limit);
  }

  /** Where the next character stands that may open something. Most of a text is none, so this loop does nothing else. */
  #nextOpener({ opens }: RuleSet, from: number, limit: number): number {
    const { text } = this;
    let at = from;
    while (at < limit && opens[text.charCodeAt(at)] !== 1) {
      at++;
    }
    return at;
  }

  #apply(candidates: readonly Rule[], at: number, limit: number): number {
    for (const rule of candidates) {
      if (this.text.startsWith(rule.open, at)) {
        const end = rule.read(this, at, limit);
        if (end > at) {
          if (rule.embeds !== true && this.#lastStart !== at) {
            this.#visitLiteral(at, Math.min(end, limit));
          }
          return Math.min(end, limit);
        }
      }
    }
    return at + 1;
  }

  /** Offset of the end of the line (before its break) that holds `at`, not past `limit`. */
  lineEnd(at: number, limit: number): number {
    this.#seekLine(at);
    return Math.min(this.#lineTo, limit);
  }

  /** Offset of the first character of the line that holds `at`. */
  lineStart(at: number): number {
    this.#seekLine(at);
    return this.#lineFrom;
  }

  /** Long lines with many questions are walked once. */
  #seekLine(at: number): void {
    if (at >= this.#lineFrom && at <= this.#lineTo) {
      return;
    }
    const { text } = this;
    let from = at;
    while (from > 0 && !isBreak(text.charCodeAt(from - 1))) {
      from--;
    }
    let to = at;
    while (to < text.length && !isBreak(text.charCodeAt(to))) {
      to++;
    }
    this.#lineFrom = from;
    this.#lineTo = to;
  }

  /** Whether only blanks stand between the start of the line and `at`. */
  isFirstOnLine(at: number): boolean {
    for (let i = at - 1; i >= 0; i--) {
      const code = this.text.charCodeAt(i);
      if (code === 10 || code === 13) {
        return true;
      }
      if (code !== 32 && code !== 9 && code !== 0xfeff) {
        return false;
      }
    }
    return true;
  }

  /** Offset of the last character of code before `at`, blanks, line ends and comments passed over; -1 for none. */
  significantBefore(at: number): number {
    let i = at - 1;
    while (i >= 0) {
      // A comment may end in blanks.
      if (i === this.#runEnd - 1) {
        i = this.#runStart - 1;
      } else if (isSpace(this.text.charCodeAt(i))) {
        i--;
      } else {
        return i;
      }
    }
    return -1;
  }

  /** The lines of the text by their words, for the ends of here documents. */
  get lineWords(): LineWords {
    return (this.#lineWords ??= new LineWords(this.text));
  }
}

/** What an opener opens. */
export interface Rule {
  /** The characters that may open it; the first is ASCII. */
  readonly open: string;
  /** Reads it from its opener on and hands out comments; returns the offset behind it, or `at` when it is not what it looked like. */
  read(lexer: Lexer, at: number, limit: number): number;
  /** Holds code of another language: what is inside is no literal. */
  readonly embeds?: true;
}

/** What ends a stretch of code: a bracket, those opened inside it aside, or with `until` a literal that starts with `close`. */
export interface Closer {
  readonly open: number;
  readonly close: number;
  readonly until?: string;
  /** A colon outside inner brackets starts a format that runs up to `close`. */
  readonly colon?: true;
}

/** The rules of a language, found by the first character of what opens them; longer openers come first. */
export interface RuleSet {
  readonly byFirst: readonly (readonly Rule[] | undefined)[];
  /** 1 for the characters that open something; all of them are ASCII. */
  readonly opens: Uint8Array;
}
