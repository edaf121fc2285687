import { Spans } from './spans';

const RUN = /`+|\r\n?|\n/gu;

interface Run {
  readonly at: number;
  readonly end: number;
}

/** Where a text has its backticks. The questions come mostly in growing order: what has none is searched once. */
export class Backticks {
  readonly #text: string;
  /** No backtick stands from here up to `#next`. */
  #from = 0;
  #next = -1;

  constructor(text: string) {
    this.#text = text;
  }

  areBetween(start: number, end: number): boolean {
    if (start < this.#from || this.#next < start) {
      this.#from = start;
      const found = this.#text.indexOf('`', start);
      this.#next = found === -1 ? Number.POSITIVE_INFINITY : found;
    }
    return this.#next < end;
  }
}

export const NO_SPANS = new Spans();

/**
 * Stretches in backticks quote: the marker there is spoken of, not used. As in Markdown, as many backticks close a stretch as opened it;
 * those without their pair on the line are none.
 */
export function codeSpans(text: string, start: number, end: number): Spans {
  const first = text.indexOf('`', start);
  const spans = new Spans();
  if (first === -1 || first >= end) {
    return spans;
  }
  let line: Run[] = [];
  for (const match of text.slice(first, end).matchAll(RUN)) {
    if (match[0].startsWith('`')) {
      const at = first + match.index;
      line.push({ at, end: at + match[0].length });
    } else {
      pair(line, spans);
      line = [];
    }
  }
  pair(line, spans);
  return spans;
}

/** From the right, so that each run knows the next one of its length and none is looked for twice. */
function pair(runs: readonly Run[], spans: Spans): void {
  const nextOfLength = new Map<number, number>();
  const partners: (number | undefined)[] = [];
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i];
    const length = run === undefined ? 0 : run.end - run.at;
    partners[i] = nextOfLength.get(length);
    nextOfLength.set(length, i);
  }
  for (let i = 0; i < runs.length; i++) {
    const partner = partners[i];
    const from = runs[i];
    const to = partner === undefined ? undefined : runs[partner];
    if (partner !== undefined && from !== undefined && to !== undefined) {
      spans.add(from.at, to.end);
      i = partner;
    }
  }
}
