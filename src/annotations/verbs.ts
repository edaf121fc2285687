import { distance } from 'fastest-levenshtein';
import type { Verb } from './model';

const WORDS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ['implements', 'implements'],
  ['implemente', 'implements'],
  ['verifies', 'verifies'],
  ['verifie', 'verifies'],
  ['partial', 'partial'],
  ['partiel', 'partial'],
  ['todo', 'todo'],
  ['a-faire', 'todo'],
]);

/** Longer words are no verbs, whatever accents they are written with. In characters. */
const LONGEST_WORD = 24;

/** English and French, with or without accents, in any case. */
export function verbOf(word: string): Verb | undefined {
  return word.length > LONGEST_WORD ? undefined : WORDS.get(fold(word));
}

/** The verb that a misspelt word most likely means, as its author's language writes it. */
export function nearestVerb(word: string): string {
  const written = ['implements', 'verifies', 'partial', 'todo', 'implémente', 'vérifie', 'partiel', 'à-faire'];
  const folded = fold(word);
  return written.reduce((best, verb) => (distance(folded, fold(verb)) < distance(folded, fold(best)) ? verb : best));
}

/** Whether a word could only be meant as a verb: letters alone, and not all capitals as the ids of some catalogues are. */
export function looksLikeVerb(word: string): boolean {
  return /^\p{L}[\p{L}\p{M}-]{2,20}$/u.test(word) && word !== word.toUpperCase();
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
