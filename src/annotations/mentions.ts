import { foldId, withoutPrefix } from '../catalog/requirementId';

/** Finds bare ids, without the marker, in the text of comments. */
export interface MentionMatcher {
  /** Offsets of the ids between `start` and `end`, in order; only places whose text folds to a known id. */
  find(text: string, start: number, end: number): readonly { readonly start: number; readonly end: number }[];
  /** A text without any of these holds no mention: few words, to look for in raw bytes before anything is decoded. */
  readonly prefilter: readonly string[];
}

/** Where a text holds the words that mentions start with, found once: most comments of most files hold none. */
export class StemHits {
  readonly #places: readonly number[];

  constructor(text: string, stems: readonly string[]) {
    const places: number[] = [];
    for (const stem of stems) {
      for (let at = text.indexOf(stem); at !== -1; at = text.indexOf(stem, at + stem.length)) {
        places.push(at);
      }
    }
    this.#places = places.sort((a, b) => a - b);
  }

  /** Where the last one stands; -1 when there is none. */
  get last(): number {
    return this.#places.at(-1) ?? -1;
  }

  /** Whether one that `isTaken` does not take stands from `start` on and before `end`. */
  isBetween(start: number, end: number, isTaken: (at: number) => boolean): boolean {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] ?? 0) < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (let at = this.#places[low]; at !== undefined && at < end; at = this.#places[++low]) {
      if (!isTaken(at)) {
        return true;
      }
    }
    return false;
  }
}

/** An id as prose writes it: sections of letters and digits, joined by the marks of the catalogue, a number at the end, maybe BIS. */
const CANDIDATE =
  /(?<![\p{L}\p{N}_@/.\-])(?:\p{L}[\p{L}\p{N}]*[./])*\p{L}[\p{L}\p{N}]*[.\-\u2010-\u2015]\d{1,4}(?:\.\d{1,3}){0,2}(?:[ \u00A0.]?(?:BIS|TER|QUATER|bis|ter|quater|Bis|Ter|Quater)(?![\p{L}\p{N}]))?/gu;

/** An id whose words a line break of the comment parts: `EXI EDC PSC` … `102-6`. */
const GAP = String.raw`(?:[^\S\r\n]+|[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*(?:\/\/+|#+|--|;+|%+|'|\*(?!\/))?[^\S\r\n]*)`;

/**
 * @param ids every id that counts: requirements, scenarios, proofs, aliases. Plain strings, so that a worker can build it.
 */
// @segur ST.ANN.07
export function createMentionMatcher(ids: readonly string[]): MentionMatcher {
  const known = new Set<string>();
  const stems = new Set<string>();
  const phrases: string[] = [];
  for (const id of ids) {
    const folded = foldId(id);
    known.add(folded);
    known.add(withoutPrefix(folded));
    if (/\s/u.test(id) && !/\d[\s.]*(?:bis|ter|quater)$/iu.test(id)) {
      phrases.push(id);
      stems.add(id.split(/\s/u)[0] ?? id);
    } else {
      stems.add(stemOf(id));
    }
  }
  const phrasePattern = phraseMatcher(phrases);
  const prefilter = minimal([...stems].filter((stem) => stem.length >= 3));
  const holdsStem = (part: string): boolean => prefilter.some((stem) => part.includes(stem));
  return {
    prefilter,
    find(text, start, end) {
      const part = text.slice(start, end);
      if (!holdsStem(part)) {
        return [];
      }
      const found: { start: number; end: number }[] = [];
      for (const match of part.matchAll(CANDIDATE)) {
        // What the prefilter passes over in one file is no mention in another.
        const length = holdsStem(match[0]) ? knownLength(match[0], known) : 0;
        if (length > 0) {
          found.push({ start: start + match.index, end: start + match.index + length });
        }
      }
      if (phrasePattern !== undefined) {
        for (const match of part.matchAll(phrasePattern)) {
          found.push({ start: start + match.index, end: start + match.index + match[0].length });
        }
      }
      return found.sort((a, b) => a.start - b.start);
    },
  };
}

/** The longest start of a candidate that is a known id: « GEN.18.01 » of a sentence may be GEN.18 with a section's number. */
function knownLength(candidate: string, known: ReadonlySet<string>): number {
  let text = candidate;
  while (text !== '') {
    // A dash is often typed for the dot before the number.
    if (known.has(foldId(text)) || known.has(foldId(text.replace(/[-\u2010-\u2015](?=\d)/u, '.')))) {
      return text.length;
    }
    const shorter = text.replace(/(?:[ \u00A0.]?(?:bis|ter|quater)|\.\d+)$/iu, '');
    if (shorter === text || !/\d$/u.test(shorter)) {
      return 0;
    }
    text = shorter;
  }
  return 0;
}

/** The last section and its joint: `SSI/GEN.` of `SC.SSI/GEN.18`, since the prefix may be left out. */
function stemOf(id: string): string {
  const body = id.replace(/[.\s-]*\d[\d.\s-]*(?:bis|ter|quater)?$/iu, '');
  const slash = body.lastIndexOf('/');
  const before = slash === -1 ? -1 : body.lastIndexOf('.', slash);
  const section = slash === -1 ? body : body.slice(before + 1, slash + 1);
  return section;
}

/** Words that start with another of the list are found by that one. */
function minimal(stems: readonly string[]): readonly string[] {
  return stems.filter((stem) => !stems.some((other) => other !== stem && stem.includes(other))).sort();
}

function phraseMatcher(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) {
    return undefined;
  }
  const sources = [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.split(/\s+/u).map(escapeRegex).join(GAP));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${sources.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
