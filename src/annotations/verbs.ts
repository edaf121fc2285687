import { distance } from 'fastest-levenshtein';
import { isAsciiLetter } from './characters';
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

const ENGLISH = ['implements', 'verifies', 'partial', 'todo'];
const FRENCH = ['implémente', 'vérifie', 'partiel', 'à-faire'];

/** The verb that a misspelt word most likely means, as its author's language writes it. */
export function nearestVerb(word: string): string {
  return nearestVerbs(word)[0]?.verb ?? 'implements';
}

/** Every verb in the language that the word looks like, the likeliest first, with how many letters differ. */
export function nearestVerbs(word: string): { readonly verb: string; readonly far: number }[] {
  const folded = fold(word);
  const near = (verbs: readonly string[]) =>
    verbs.map((verb) => ({ verb, far: distance(folded, fold(verb)) })).sort((a, b) => a.far - b.far);
  const [english, french] = [near(ENGLISH), near(FRENCH)];
  return (french[0]?.far ?? 0) < (english[0]?.far ?? 0) ? french : english;
}

/** A verb in the language of another one. */
export function verbLike(verb: Verb, written: string): string {
  const order: readonly Verb[] = ['implements', 'verifies', 'partial', 'todo'];
  const isFrench = !ENGLISH.includes(fold(written)) && FRENCH.some((word) => fold(word) === fold(written));
  return (isFrench ? FRENCH : ENGLISH)[order.indexOf(verb)] ?? verb;
}

/** Whether a word could only be meant as a verb: letters alone, and not all capitals as the ids of some catalogues are. */
export function looksLikeVerb(word: string): boolean {
  return word.length >= 3 && word.length <= 21 && isWordOfLetters(word) && word !== word.toUpperCase();
}

/** Letters, their accents, and hyphens behind the first of them. */
function isWordOfLetters(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code >= 128) {
      return /^\p{L}[\p{L}\p{M}-]*$/u.test(word);
    }
    if (!isAsciiLetter(code) && (code !== 45 || at === 0)) {
      return false;
    }
  }
  return true;
}

function fold(word: string): string {
  if (/^[\0-\x7f]*$/.test(word)) {
    return word.toLowerCase();
  }
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
