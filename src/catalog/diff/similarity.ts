import { pushTo } from '../../base/pushTo';

/** What of a requirement tells whether it is another one under a new number. */
export interface Comparable {
  readonly id: string;
  readonly title: string;
  /** Everything else that it says. */
  readonly text: string;
}

export interface SimilarPair {
  readonly before: string;
  readonly after: string;
  /** From 0 to 1. */
  readonly likeness: number;
}

/** Less than this is no likeness that somebody should be asked about. */
const LIKELY = 0.6;
/** A word of more requirements than this tells none from the others. */
const MOST_SHARED = 60;

/**
 * Pairs each requirement that is gone with the one that came and says most nearly the same, the likeliest pair first, each in one pair at most. Only
 * pairs that share a telling word are held against each other.
 */
export function similarPairs(gone: readonly Comparable[], come: readonly Comparable[]): SimilarPair[] {
  const olds = gone.map(profileOf);
  const news = come.map(profileOf);
  const candidates = [...candidatePairs(olds, news)]
    .map(([before, after]) => ({ before: before.id, after: after.id, likeness: likenessOf(before, after) }))
    .filter(({ likeness }) => likeness >= LIKELY)
    .sort((a, b) => b.likeness - a.likeness || compare(a.before, b.before) || compare(a.after, b.after));
  const taken = new Set<string>();
  return candidates.filter(({ before, after }) => {
    if (taken.has(`-${before}`) || taken.has(`+${after}`)) {
      return false;
    }
    taken.add(`-${before}`).add(`+${after}`);
    return true;
  });
}

type Bag = ReadonlyMap<string, number>;

interface Profile {
  readonly id: string;
  readonly title: Bag;
  readonly text: Bag;
}

function profileOf({ id, title, text }: Comparable): Profile {
  return { id, title: bagOf(title), text: bagOf(text) };
}

function bagOf(text: string): Bag {
  const bag = new Map<string, number>();
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  for (const word of words ?? []) {
    bag.set(word, (bag.get(word) ?? 0) + 1);
  }
  return bag;
}

function* candidatePairs(olds: readonly Profile[], news: readonly Profile[]): Generator<readonly [Profile, Profile]> {
  const byWord = new Map<string, Profile[]>();
  for (const one of news) {
    for (const word of one.title.keys()) {
      pushTo(byWord, word, one);
    }
  }
  for (const before of olds) {
    const found = new Set<Profile>();
    for (const word of before.title.keys()) {
      const sharing = byWord.get(word) ?? [];
      if (sharing.length <= MOST_SHARED) {
        sharing.forEach((one) => found.add(one));
      }
    }
    for (const after of found) {
      yield [before, after];
    }
  }
}

/** Of the titles alone where one says nothing more. */
function likenessOf(before: Profile, after: Profile): number {
  const titles = shared(before.title, after.title);
  return before.text.size === 0 || after.text.size === 0 ? titles : (titles + shared(before.text, after.text)) / 2;
}

/** The words that two texts share, of all of theirs: Dice's coefficient. */
function shared(one: Bag, other: Bag): number {
  let common = 0;
  for (const [word, count] of one) {
    common += Math.min(count, other.get(word) ?? 0);
  }
  const all = sizeOf(one) + sizeOf(other);
  return all === 0 ? 0 : (2 * common) / all;
}

function sizeOf(bag: Bag): number {
  let size = 0;
  for (const count of bag.values()) {
    size += count;
  }
  return size;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
