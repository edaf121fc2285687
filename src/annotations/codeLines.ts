import type { LineMap } from '../base/text';
import type { Spans } from './spans';

/** The lines of a text as its compiler sees them; each is made when first asked for. */
export class CodeLines {
  readonly #text: string;
  readonly #lines: LineMap;
  readonly #comments: Spans;
  readonly #notCode: Spans;
  readonly #code = new Map<number, string>();
  readonly #shown = new Map<number, string>();
  readonly #blank = new Map<number, boolean>();

  /** @param notCode comments and literals */
  constructor(text: string, lines: LineMap, comments: Spans, notCode: Spans) {
    this.#text = text;
    this.#lines = lines;
    this.#comments = comments;
    this.#notCode = notCode;
  }

  get count(): number {
    return this.#lines.lineCount;
  }

  startOf(line: number): number {
    return this.#lines.lineStart(line);
  }

  lineAt(offset: number): number {
    return this.#lines.positionAt(offset).line;
  }

  /** The line with comments and literals blanked out, as long as it was, without its end. */
  code(line: number): string {
    let code = this.#code.get(line);
    if (code === undefined) {
      code = this.#without(this.#notCode, line);
      this.#code.set(line, code);
    }
    return code;
  }

  /** The line with comments alone blanked out. */
  shown(line: number): string {
    let shown = this.#shown.get(line);
    if (shown === undefined) {
      shown = this.#without(this.#comments, line);
      this.#shown.set(line, shown);
    }
    return shown;
  }

  /** Whether a line holds comments and blanks alone; a long line that many ask about is walked once. */
  isBlank(line: number): boolean {
    let isBlank = this.#blank.get(line);
    if (isBlank === undefined) {
      isBlank = this.shown(line).trim() === '';
      this.#blank.set(line, isBlank);
    }
    return isBlank;
  }

  #without(spans: Spans, line: number): string {
    const from = this.#lines.lineStart(line);
    let to = this.#lines.lineStart(line + 1);
    while (to > from && (this.#text.charCodeAt(to - 1) === 10 || this.#text.charCodeAt(to - 1) === 13)) {
      to--;
    }
    let at = from;
    let result = '';
    for (let i = spans.firstEndingAfter(from); at < to && spans.startOf(i) < to; i++) {
      const start = Math.max(spans.startOf(i), at);
      const end = Math.min(spans.endOf(i), to);
      result += this.#text.slice(at, start) + ' '.repeat(end - start);
      at = end;
    }
    return at === from ? this.#text.slice(from, to) : result + this.#text.slice(at, to);
  }
}
