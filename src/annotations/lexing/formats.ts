/** Behind the bracket that ends `:format}` in a string's hole. A format holds no quotes but in holes of its own. */
export function endOfFormat(reading: { readonly text: string; steps: number }, from: number, limit: number): number {
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const code = reading.text.charCodeAt(at);
    reading.steps++;
    if (code === 123) {
      depth++;
    } else if (code === 125) {
      depth--;
    } else if (code === 34 && depth === 0) {
      return at;
    }
    if (depth < 0) {
      return at + 1;
    }
  }
  return limit;
}
