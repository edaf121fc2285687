import { LineMap } from '../base/text';
import { CodeLines } from '../annotations/codeLines';
import { forEachComment } from '../annotations/commentLexer';
import type { Language } from '../annotations/data/language';
import { Spans } from '../annotations/spans';

/** A text and what its lexer finds in it: the comments and the literals. */
export class LexedText {
  readonly text: string;
  readonly language: Language;
  readonly lineMap: LineMap;
  readonly comments = new Spans();
  /** Comments and literals. */
  readonly notCode = new Spans();
  readonly lines: CodeLines;
  /** Start and end of each literal, those inside the interpolations of another one aside. */
  readonly #literals: number[] = [];

  constructor(text: string, language: Language) {
    this.text = text;
    this.language = language;
    this.lineMap = new LineMap(text);
    forEachComment(
      text,
      language,
      (start, end) => {
        this.comments.add(start, end);
        this.notCode.add(start, end);
      },
      (start, end) => this.#addLiteral(start, end),
    );
    this.lines = new CodeLines(text, this.lineMap, this.comments, this.notCode);
  }

  /** The text with blanks in place of the comments that start with a mark, as long as it was. */
  withoutComments(mark: string): string {
    const { text, comments } = this;
    let shown = '';
    let at = 0;
    for (let i = 0; i < comments.count; i++) {
      const [start, end] = [comments.startOf(i), comments.endOf(i)];
      if (text.startsWith(mark, start)) {
        shown +=
          text.slice(at, start) +
          text.slice(start, end).replace(/[^\r\n]/gu, (character) => ' '.repeat(character.length));
        at = end;
      }
    }
    return shown + text.slice(at);
  }

  /** Index of the first literal that starts at an offset or behind it. */
  firstLiteralFrom(offset: number): number {
    let low = 0;
    let high = this.#literals.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.literalStart(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  literalStart(index: number): number {
    return this.#literals[2 * index] ?? Number.POSITIVE_INFINITY;
  }

  literalEnd(index: number): number {
    return this.#literals[2 * index + 1] ?? Number.POSITIVE_INFINITY;
  }

  /** What is inside comes first. */
  #addLiteral(start: number, end: number): void {
    this.notCode.add(start, end);
    while ((this.#literals.at(-2) ?? -1) >= start) {
      this.#literals.length -= 2;
    }
    this.#literals.push(start, end);
  }
}
