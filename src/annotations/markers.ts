import { isLetterOrNumber, isWhiteSpace } from './characters';

/** A place where the marker stands as a word of its own, or a directive of it. */
export type MarkerHit =
  | { readonly kind: 'annotation'; readonly at: number }
  | { readonly kind: 'directive'; readonly at: number; readonly name: Directive; readonly end: number };

export type Directive = 'off' | 'on' | 'ignore-next-line' | 'ignore-file';

const DIRECTIVES: readonly Directive[] = ['ignore-next-line', 'ignore-file', 'off', 'on'];

function isWordCharacter(character: string): boolean {
  return character !== '' && (character === '_' || isLetterOrNumber(character, 0));
}

/**
 * Where a text holds the marker; found once, in one pass. Letters, digits or marks of addresses right before it (`user@segur.fr`) or after it
 * (`@segurite`) make it part of another word. A marker that ends in a mark of its own (`[impl->`) takes anything after it.
 */
export class MarkerHits {
  readonly #hits: readonly MarkerHit[];

  constructor(text: string, marker: string) {
    const hits: MarkerHit[] = [];
    for (let at = text.indexOf(marker); at !== -1; at = text.indexOf(marker, at + marker.length)) {
      const hit = hitAt(text, marker, at);
      if (hit !== undefined) {
        hits.push(hit);
      }
    }
    this.#hits = hits;
  }

  /** Where the last one stands; -1 when there is none. */
  get last(): number {
    return this.#hits.at(-1)?.at ?? -1;
  }

  /** Those that start from `start` on and before `end`, in order. */
  between(start: number, end: number): readonly MarkerHit[] {
    const from = this.#firstFrom(start);
    const to = this.#firstFrom(end);
    return from === to ? NONE : this.#hits.slice(from, to);
  }

  /** Where the first one stands from `start` on and before `end`. */
  next(start: number, end: number): number | undefined {
    const at = this.#hits[this.#firstFrom(start)]?.at;
    return at !== undefined && at < end ? at : undefined;
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#hits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#hits[middle]?.at ?? 0) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

const NONE: readonly MarkerHit[] = [];

/** Marks that open comments: what stands before them is code. */
const OPENS_COMMENT = /^[/#;%'!*<-]/u;

function hitAt(text: string, marker: string, at: number): MarkerHit | undefined {
  const behind = at + marker.length;
  if (!OPENS_COMMENT.test(marker) && continuesWord(text, at)) {
    return undefined;
  }
  const directive = text.charAt(behind) === ':' ? directiveAt(text, behind + 1) : undefined;
  if (directive !== undefined) {
    return { kind: 'directive', at, name: directive, end: behind + 1 + directive.length };
  }
  const endsHere = !isWordCharacter(marker.slice(-1)) || behind >= text.length || isWhiteSpace(text.charCodeAt(behind));
  return endsHere || CLOSERS.some((closer) => text.startsWith(closer, behind)) ? { kind: 'annotation', at } : undefined;
}

/** What may follow the marker when nothing else does. */
const CLOSERS = ['*/', '-->', '--%>', '*@', '#>', '|#', '=#', '-}', '*)', '}', '"""', "'''"];

/** Whether what stands at `at` goes on from a word, an address or a path: `user@segur`, `x.@segur`, `a/@segur`. */
function continuesWord(text: string, at: number): boolean {
  const before = at === 0 ? ' ' : characterBefore(text, at);
  if (isWordCharacter(before) || before === '@') {
    return true;
  }
  return '.-/+'.includes(before) && at > 1 && (isWordCharacter(characterBefore(text, at - 1)) || isAddress(text, at));
}

function isAddress(text: string, at: number): boolean {
  return text.slice(Math.max(0, at - 3), at) === '://';
}

function characterBefore(text: string, at: number): string {
  const code = text.charCodeAt(at - 1);
  const isLow = code >= 0xdc00 && code <= 0xdfff;
  return isLow && at > 1 ? text.slice(at - 2, at) : text.charAt(at - 1);
}

function directiveAt(text: string, at: number): Directive | undefined {
  return DIRECTIVES.find((name) => text.startsWith(name, at) && !/[\p{L}\p{N}_-]/u.test(text.charAt(at + name.length)));
}
