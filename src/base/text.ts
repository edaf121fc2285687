/** A place in a text: zero-based line and character, the character counted in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * Converts offsets of one text to positions and back, in O(log lines). Accepts `\n`, `\r\n` and a lone `\r` as line ends. Reads the text no
 * further than the questions ask.
 */
export class LineMap {
  readonly #text: string;
  readonly #starts: number[] = [0];
  readonly #hasReturns: boolean;
  /** All lines that start up to here are known. */
  #readTo = 0;
  #lastLine = 0;

  constructor(text: string) {
    this.#text = text;
    this.#hasReturns = text.includes('\r');
  }

  get lineCount(): number {
    this.#readUpTo(this.#text.length);
    return this.#starts.length;
  }

  /** Offset of the first character of a line; the text's length for a line past the end. */
  lineStart(line: number): number {
    while (line >= this.#starts.length && this.#readTo < this.#text.length) {
      this.#readLine();
    }
    return this.#starts[line] ?? this.#text.length;
  }

  positionAt(offset: number): Position {
    const bounded = Math.min(Math.max(offset, 0), this.#text.length);
    // Questions come in bunches about one line.
    const last = this.#starts[this.#lastLine] ?? 0;
    if (bounded >= last && bounded < (this.#starts[this.#lastLine + 1] ?? 0)) {
      return { line: this.#lastLine, character: bounded - last };
    }
    this.#readUpTo(bounded + 1);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= bounded) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    this.#lastLine = low;
    return { line: low, character: bounded - (this.#starts[low] ?? 0) };
  }

  offsetAt(position: Position): number {
    return Math.min(this.lineStart(position.line) + position.character, this.#text.length);
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  #readUpTo(offset: number): void {
    while (this.#readTo < offset && this.#readTo < this.#text.length) {
      this.#readLine();
    }
  }

  /** Finds where the next line starts. */
  #readLine(): void {
    const start = this.#hasReturns ? this.#behindBreak() : this.#text.indexOf('\n', this.#readTo) + 1;
    if (start === 0) {
      this.#readTo = this.#text.length;
    } else {
      this.#starts.push(start);
      this.#readTo = start;
    }
  }

  /** 0 when no line ends any more. */
  #behindBreak(): number {
    for (let at = this.#readTo; at < this.#text.length; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === 10 || (unit === 13 && this.#text.charCodeAt(at + 1) !== 10)) {
        return at + 1;
      }
    }
    return 0;
  }
}

/** Whether a position is in a range or right behind it: a cursor at the end of an id is still at that id. */
export function contains(range: Range, position: Position): boolean {
  return compare(range.start, position) <= 0 && compare(position, range.end) <= 0;
}

/** Whether two ranges share a place, be it only where one ends and the other starts. */
export function touches(a: Range, b: Range): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

/** Negative when `a` comes first, positive when `b` does, 0 when they are the same place. */
export function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/**
 * The same text with memory of its own: what `slice` gives keeps the whole text alive that it was cut from. Engines copy shorter cuts anyway.
 */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
