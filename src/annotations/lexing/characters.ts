export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

export function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** Letters, digits, `_` and `$`; every letter beyond ASCII counts. */
export function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36 ||
    (code > 127 && code !== 0xa0 && code !== 0xfeff)
  );
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);

/** What closes what a mark opens, where a string may choose its own marks: the other bracket of its pair, else the mark itself. */
export function closerOf(opener: string): string {
  return CLOSERS.get(opener) ?? opener;
}

/** Offset of the line end before the first line behind `from` that starts with the mark; -1 for none. */
export function findOnNextLine(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from + 1); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (isBreak(text.charCodeAt(at - 1))) {
      return at - 1;
    }
  }
  return -1;
}
