const SLOTS = 1 << 16;
/** Behind the slots: whether a helping thread has begun, or came too late. */
const STATE = SLOTS;
const BEGUN = 1;
const CLOSED = 2;
/** How many files of one folder go to the same thread. */
export const CLAIM_SIZE = 128;

/**
 * Shares one scan between threads without messages: each walks the whole folder, which is cheap, and reads what it is the first to claim. Whoever
 * is faster gets more. Two folders may share a slot: both then go to the same thread.
 */
export class ScanClaims {
  readonly #slots: Uint8Array;
  readonly #me: number;

  /** @param me from 1 to 255, another one in each thread */
  constructor(memory: SharedArrayBuffer, me: number) {
    this.#slots = new Uint8Array(memory);
    this.#me = me;
  }

  static createMemory(): SharedArrayBuffer {
    return new SharedArrayBuffer(SLOTS + 1);
  }

  /** Before a helping thread claims anything; `false` when there is nothing left to help with. */
  begin(): boolean {
    return Atomics.compareExchange(this.#slots, STATE, 0, BEGUN) !== CLOSED;
  }

  /** After the helped thread has claimed all there was; `true` when it did so alone. */
  close(): boolean {
    return Atomics.compareExchange(this.#slots, STATE, 0, CLOSED) === 0;
  }

  /** Whether this thread is to read the given part of a folder, a part being `CLAIM_SIZE` of its files. */
  take(folder: string, part: number): boolean {
    const owner = Atomics.compareExchange(this.#slots, slotOf(folder, part), 0, this.#me);
    return owner === 0 || owner === this.#me;
  }
}

/** FNV-1a. */
function slotOf(folder: string, part: number): number {
  let hash = 0x811c9dc5 ^ part;
  for (let i = 0; i < folder.length; i++) {
    hash = Math.imul(hash ^ folder.charCodeAt(i), 0x01000193);
  }
  return (hash ^ (hash >>> 16)) & (SLOTS - 1);
}
