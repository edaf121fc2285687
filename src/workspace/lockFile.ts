import { message } from '../base/message';
import type { FileSystem } from '../base/ports';
import { ProblemCode, type Problem } from '../base/problem';
import { LOCK_FILE, parseLock, type Lock } from '../evidence/lock';
import { decodeText } from '../base/decodeText';
import { tooLarge, unreadableInput } from './fileAnnotator';

/** A lock of a hundred thousand links has a tenth of it. In bytes. */
const MAX_SIZE = 128 * 1024 * 1024;

export interface ReadLock {
  /** Absent where there is no lock, or none that can be read to its end. */
  readonly lock?: Lock;
  readonly problems: readonly Problem[];
  /** There is a file of that name. */
  readonly exists: boolean;
}

export const NO_LOCK: ReadLock = { problems: [], exists: false };

/** Reads `segur.lock.json` of a folder; the same text gives the same object. */
// @segur ST.REV.03
export class LockFile {
  readonly #fs: FileSystem;
  #last: { readonly text: string; readonly read: ReadLock } | undefined;

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  async read(): Promise<ReadLock> {
    try {
      const size = (await this.#fs.stat(LOCK_FILE))?.size;
      if (size === undefined) {
        return NO_LOCK;
      }
      if (size > MAX_SIZE) {
        return refused({ ...tooLarge(LOCK_FILE, size, MAX_SIZE, REMEDY), severity: 'error' });
      }
      const bytes = await this.#fs.read(LOCK_FILE);
      return bytes === undefined ? NO_LOCK : this.#take(bytes);
    } catch (error) {
      return { problems: [unreadableInput(LOCK_FILE, error)], exists: true };
    }
  }

  #take(bytes: Uint8Array): ReadLock {
    const decoded = decodeText(bytes);
    if (!('text' in decoded)) {
      return refused(BINARY);
    }
    if (this.#last?.text !== decoded.text) {
      this.#last = { text: decoded.text, read: { ...parseLock(decoded.text), exists: true } };
    }
    return this.#last.read;
  }
}

const REMEDY = message('Restore it from git, or delete it and accept again');
const BINARY: Problem = {
  code: ProblemCode.FileBinary,
  severity: 'error',
  file: LOCK_FILE,
  message: message('This file cannot be read: no change of code or proofs is noticed'),
  remedy: REMEDY,
};

function refused(problem: Problem): ReadLock {
  return { exists: true, problems: [problem] };
}
