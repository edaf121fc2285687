import type { Spans } from '../annotations/spans';

/** The blocks between braces of a text, found in one pass; braces in comments and literals are none. */
export class BraceBlocks {
  readonly #opens: number[] = [];
  readonly #closes: number[] = [];
  readonly #parents: number[] = [];

  /** @param resets whether a `}` in the first column closes all that was opened behind it: C's `#if` may open a block twice */
  constructor(text: string, notCode: Spans, resets: boolean) {
    const open: number[] = [];
    let at = 0;
    for (let i = 0; i <= notCode.count; i++) {
      const to = Math.min(notCode.startOf(i), text.length);
      for (; at < to; at++) {
        const code = text.charCodeAt(at);
        if (code === 123) {
          this.#parents.push(open.at(-1) ?? -1);
          open.push(this.#opens.length);
          this.#opens.push(at);
          this.#closes.push(text.length);
        } else if (code === 125) {
          if (resets && text.charCodeAt(at - 1) === 10) {
            this.#closeInner(text, open, at);
          }
          const closed = open.pop();
          if (closed !== undefined) {
            this.#closes[closed] = at;
          }
        }
      }
      at = notCode.endOf(i);
    }
  }

  /** Drops blocks that started on indented lines and are still open, where the block around them started in the first column. */
  #closeInner(text: string, open: number[], at: number): void {
    const outer = open.findLastIndex((block) => !this.#isIndented(text, this.openOf(block)));
    for (let i = open.length - 1; i > outer && outer !== -1; i--) {
      this.#closes[open.pop() ?? 0] = at;
    }
  }

  #isIndented(text: string, offset: number): boolean {
    const start = text.lastIndexOf('\n', offset) + 1;
    return text.charCodeAt(start) === 32 || text.charCodeAt(start) === 9;
  }

  /** The innermost block that holds an offset; -1 for none. */
  enclosing(offset: number): number {
    let block = this.#firstFrom(offset) - 1;
    while (block !== -1 && this.closeOf(block) < offset) {
      block = this.parentOf(block);
    }
    return block;
  }

  /** The block whose brace stands at an offset. */
  openedAt(offset: number): number {
    return this.#firstFrom(offset);
  }

  openOf(block: number): number {
    return this.#opens[block] ?? -1;
  }

  /** Offset of the closing brace, or of the text's end where it is missing. */
  closeOf(block: number): number {
    return this.#closes[block] ?? -1;
  }

  parentOf(block: number): number {
    return this.#parents[block] ?? -1;
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#opens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.openOf(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
