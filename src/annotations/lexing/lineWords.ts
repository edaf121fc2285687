import { pushTo } from '../../base/pushTo';

/** Longer lines end no here document. In characters. */
const LONGEST_LINE = 120;

const SHORT_LINE = /^([ \t]*)([^ \t\r\n][^\r\n]{0,120})$/gmu;
const FIRST_WORD = /^[\p{L}_][\p{L}\p{N}_]*/u;

/** How the line that ends a here document may look: it is the word alone, that with blanks before it, or starts with the word. */
export type LineForm = 'alone' | 'indented' | 'first-word';

/** Finds lines by what stands in them; the text is read once. */
export class LineWords {
  readonly #starts = new Map<string, number[]>();

  constructor(text: string) {
    for (const match of text.matchAll(SHORT_LINE)) {
      const [whole, blanks = '', content = ''] = match;
      const start = match.index + blanks.length;
      const word = content.replace(/;?[ \t]*$/u, '');
      if (whole.length <= LONGEST_LINE) {
        this.#add('indented', word, start);
        if (blanks === '') {
          this.#add('alone', word, start);
        }
      }
      const first = FIRST_WORD.exec(content)?.[0];
      if (first !== undefined) {
        this.#add('first-word', first, start);
      }
    }
  }

  /** Offset of the word on the first line behind `at` that has it in that form; -1 when there is none. */
  find(form: LineForm, word: string, at: number): number {
    const starts = this.#starts.get(`${form} ${word}`) ?? [];
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return starts[low] ?? -1;
  }

  #add(form: LineForm, word: string, start: number): void {
    const key = `${form} ${word}`;
    pushTo(this.#starts, key, start);
  }
}
