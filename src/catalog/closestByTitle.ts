import { folded } from '../base/folded';
import type { Catalog, Requirement } from './model';

/** Words that most titles hold. */
const COMMON = new Set(['avec', 'dans', 'pour', 'sans', 'leur', 'leurs', 'cette', 'doit', 'etre', 'sont', 'vers']);
/** Shorter words tell nothing. In letters. */
const SHORTEST = 4;
/** More words than anybody writes in place of an id. */
const MOST_WORDS = 12;

/**
 * The requirements whose titles hold the words that somebody wrote in place of an id or beside it, those with the most of them first;
 * endings do not count (`sauvegardes` finds `sauvegarde`).
 */
export function closestByTitle(catalog: Catalog, written: string, limit: number): Requirement[] {
  const wanted = [...new Set(wordsOf(written))].slice(0, MOST_WORDS).map(stem);
  if (wanted.length === 0) {
    return [];
  }
  const found: { requirement: Requirement; hits: number; words: number }[] = [];
  for (const { requirement, words } of titlesOf(catalog)) {
    const hits = wanted.filter((word) => words.some((own) => own.startsWith(word))).length;
    if (hits > 0) {
      found.push({ requirement, hits, words: words.length });
    }
  }
  return found
    .sort((a, b) => b.hits - a.hits || a.words - b.words)
    .slice(0, limit)
    .map(({ requirement }) => requirement);
}

interface Title {
  readonly requirement: Requirement;
  readonly words: readonly string[];
}

const titles = new WeakMap<Catalog, readonly Title[]>();

function titlesOf(catalog: Catalog): readonly Title[] {
  let known = titles.get(catalog);
  if (known === undefined) {
    known = catalog.requirements.map((requirement) => ({ requirement, words: wordsOf(requirement.title) }));
    titles.set(catalog, known);
  }
  return known;
}

function wordsOf(text: string): string[] {
  return folded(text.slice(0, 400))
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= SHORTEST && !COMMON.has(word));
}

/** Without the ending of a plural or of a verb's form. */
function stem(word: string): string {
  return word.length > SHORTEST + 1 ? word.replace(/(?:es|e|s|x)$/u, '') : word;
}
