/** How far the start of a file is looked at to tell text from binary data. In bytes. */
const PROBE = 8192;

/** Making a decoder costs more than most files' text. */
const STRICT = new TextDecoder('utf-8', { fatal: true });

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly binary: true };

/**
 * Reads the bytes of a file as text: UTF-8, UTF-16 with or without a byte order mark, else windows-1252 (which old French sources use).
 * A byte order mark is no part of the text. UTF-8 with a few broken bytes stays UTF-8: each becomes U+FFFD, as editors show it.
 */
// @segur ST.SCN.01
export function decodeText(bytes: Uint8Array): Decoded {
  const wide = utf16Of(bytes);
  if (wide !== undefined) {
    return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  }
  if (isBinary(bytes)) {
    return { binary: true };
  }
  try {
    return { text: STRICT.decode(bytes), encoding: 'utf-8' };
  } catch {
    return decodeImperfect(bytes);
  }
}

/** A NUL near the start: no text in an 8-bit encoding has one. Meant for bytes that are not UTF-16. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, PROBE).includes(0);
}

/** Which UTF-16 the bytes are, by their byte order mark or, without one, by where the zeros of ASCII characters stand. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return 'utf-16be';
  }
  // Almost every file ends here: text that starts with an ASCII character has a zero in one of its first two bytes only as UTF-16.
  if (bytes.length < 4 || (bytes[0] !== 0 && bytes[1] !== 0)) {
    return undefined;
  }
  const end = Math.min(bytes.length, PROBE) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    even += bytes[i] === 0 ? 1 : 0;
    odd += bytes[i + 1] === 0 ? 1 : 0;
  }
  const most = 0.7 * (end / 2);
  if (even === 0 && odd > most) {
    return 'utf-16le';
  }
  return odd === 0 && even > most ? 'utf-16be' : undefined;
}

/** Broken UTF-8 or windows-1252? Whichever explains more of the bytes beyond ASCII. */
function decodeImperfect(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let sound = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) {
      broken++;
    } else if (unit > 0x7f) {
      sound++;
    }
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return marked || sound > broken
    ? { text, encoding: 'utf-8' }
    : { text: fromWindows1252(bytes), encoding: 'windows-1252' };
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on. */
const WINDOWS_ONLY = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The decoders of some versions of Node read Latin-1 under this name. */
function fromWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/gu, (control) => WINDOWS_ONLY.charAt(control.charCodeAt(0) - 0x80));
}
