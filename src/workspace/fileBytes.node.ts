import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { MAX_TEXT_SIZE } from './fileAnnotator';
import type { ByteSearch, Needles } from './needles';

const CHUNK = 1 << 20;
/** Beyond this a file is passed over without even looking for the marker. In bytes. */
const MAX_SEARCHED_SIZE = 1 << 30;

/** `Buffer`'s own search runs at the speed of memory. */
export const searchBuffer: ByteSearch = (bytes, needle) =>
  (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).indexOf(needle) !== -1;

export type FileBytes =
  | { readonly bytes: Buffer }
  /** Too long to be read as text. */
  | { readonly size: number; readonly concerned: boolean };

/** Reads files one after the other into the same buffer, which spares most of the cost of reading small files. */
export class FileBytesReader {
  readonly #buffer = Buffer.allocUnsafeSlow(CHUNK);

  /** The bytes stay valid until the next call. Throws what the file system throws. */
  read(path: string, needles: Needles): FileBytes {
    // O_NONBLOCK (none on Windows, which counts as 0): a named pipe that took the file's place in the meantime must not hang the scan.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const length = readSync(file, this.#buffer, 0, CHUNK, null);
      return length < CHUNK ? { bytes: this.#buffer.subarray(0, length) } : this.#readMore(file, needles);
    } finally {
      closeSync(file);
    }
  }

  #readMore(file: number, needles: Needles): FileBytes {
    const { size } = fstatSync(file);
    if (size > MAX_TEXT_SIZE) {
      return { size, concerned: size > MAX_SEARCHED_SIZE || this.#search(file, needles) };
    }
    const whole = Buffer.allocUnsafeSlow(Math.max(size, CHUNK));
    this.#buffer.copy(whole);
    let length = CHUNK;
    for (let read = -1; read !== 0 && length < whole.length; length += read) {
      read = readSync(file, whole, length, whole.length - length, null);
    }
    return { bytes: whole.subarray(0, length) };
  }

  /** The first chunk is in the buffer already. Pieces overlap, so that a word across two of them is found. */
  #search(file: number, needles: Needles): boolean {
    const words = needles.asIn(this.#buffer);
    const overlap = needles.longest - 1;
    let length = CHUNK;
    while (!words.some((word) => searchBuffer(this.#buffer.subarray(0, length), word))) {
      this.#buffer.copyWithin(0, length - overlap, length);
      const read = readSync(file, this.#buffer, overlap, CHUNK - overlap, null);
      if (read === 0) {
        return false;
      }
      length = overlap + read;
    }
    return true;
  }
}
