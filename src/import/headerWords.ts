/** Headers are short; what is longer is a text of a row. */
const longest = 200;

/** Words that say nothing of a column: articles and prepositions. */
const empty = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'the', 'of', 'a', 'au', 'aux', 'et']);

/** What a header may start or end with instead of `N°`. */
const number = new Set(['n', 'no', 'nr', 'nb', 'num', 'numero', 'number', 'nro']);

/**
 * The words of a column's header, by which it is recognised: case, accents, punctuation, spaces and line breaks of every kind folded; articles left out;
 * `N°`, `No`, `Num.` and `Numéro` are one word, `n`.
 */
export function foldHeader(header: string): string {
  return header
    .slice(0, longest)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\bn\s*[°º]|[#]/gu, ' n ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !empty.has(word))
    .map((word) => (number.has(word) ? 'n' : word))
    .join(' ');
}

/** A header on one line, for people. */
export function headerLabel(header: string): string {
  return header
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .slice(0, longest);
}
