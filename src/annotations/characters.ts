/** Classes of characters by their UTF-16 unit: tables and comparisons, since the regular expressions of Unicode classes are slow to build. */

/** A line feed or a carriage return. */
export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** What `\s` matches. */
export function isWhiteSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && isWideSpace(code));
}

/** White space that does not end a line as editors see it. */
export function isBlank(code: number): boolean {
  return code === 32 || (code !== 10 && code !== 13 && isWhiteSpace(code));
}

function isWideSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Any script's letters and numbers. @param at of a whole character, not the second half of one */
export function isLetterOrNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) {
    return isDigit(code) || isAsciiLetter(code);
  }
  return /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

export function isAsciiLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Whether a word has a digit of ours in it. */
export function hasDigit(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if (isDigit(word.charCodeAt(i))) {
      return true;
    }
  }
  return false;
}
