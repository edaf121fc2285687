/** A text without case and accents, as people compare words: who searches `sauvegardé` and who writes `Sauvegarde` mean the same. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
