import { utf16Of } from '../base/decodeText';

/** Whether one run of bytes holds another. */
export type ByteSearch = (bytes: Uint8Array, needle: Uint8Array) => boolean;

/** Words to look for in the raw bytes of a file, in every encoding that it may be read in: few files need decoding then. */
export class Needles {
  readonly #eightBit: readonly Uint8Array[];
  readonly #little: readonly Uint8Array[];
  readonly #big: readonly Uint8Array[];
  /** Of the longest needle, in bytes. */
  readonly longest: number;

  constructor(words: readonly string[]) {
    const utf8 = words.map((word) => new TextEncoder().encode(word));
    // In windows-1252 the letters of French beyond ASCII are one byte; œ and the like are not worth a table of their own here.
    const latin = words.filter((word) => /[\u0080-\u00FF]/u.test(word) && !/[^\0-\u00FF]/u.test(word));
    this.#eightBit = [...utf8, ...latin.map((word) => Uint8Array.from(word, (letter) => letter.charCodeAt(0)))];
    this.#little = words.map((word) => utf16(word, true));
    this.#big = words.map((word) => utf16(word, false));
    this.longest = Math.max(...[...this.#eightBit, ...this.#little].map(({ length }) => length));
  }

  foundIn(bytes: Uint8Array, search: ByteSearch = searchBytes): boolean {
    return this.asIn(bytes).some((needle) => search(bytes, needle));
  }

  /** The words as a file with that start would spell them: to search the rest of a file piece by piece. */
  asIn(start: Uint8Array): readonly Uint8Array[] {
    const wide = utf16Of(start);
    return wide === undefined ? this.#eightBit : wide === 'utf-16le' ? this.#little : this.#big;
  }
}

/** For hosts without Node's `Buffer`. */
export function searchBytes(bytes: Uint8Array, needle: Uint8Array): boolean {
  const first = needle[0];
  if (first === undefined) {
    return true;
  }
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (needle.every((byte, i) => bytes[at + i] === byte)) {
      return true;
    }
  }
  return false;
}

function utf16(word: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(word.length * 2));
  for (let i = 0; i < word.length; i++) {
    view.setUint16(i * 2, word.charCodeAt(i), littleEndian);
  }
  return new Uint8Array(view.buffer);
}
