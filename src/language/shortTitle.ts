/** In characters: enough to recognise a requirement, short enough to leave a line readable. */
const LONGEST = 40;

/** A title in one line, clipped at a word's end where one is near. */
export function shortTitle(title: string, longest = LONGEST): string {
  const text = title.replace(/\s+/gu, ' ').trim();
  if (text.length <= longest) {
    return text;
  }
  // Not through the middle of a surrogate pair.
  const cut = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/u, '');
  const blank = cut.lastIndexOf(' ');
  return `${(blank > longest / 2 ? cut.slice(0, blank) : cut).replace(/[\s,;:.–—-]+$/u, '')}…`;
}
