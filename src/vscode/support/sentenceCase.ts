/** Themes are written in lower case in catalogues; a heading starts with a capital. */
export function sentenceCase(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
}
