import { withoutPrefix } from './requirementId';

/**
 * Finds things by folded id, with or without the ANS prefix. The same item occurs as `SC.SSI/GEN.18` and `SSI/GEN.18`, but two
 * different prefixes name two items: the prefix may be missing on one side only, and never where several items would match.
 */
export class IdIndex<T> {
  readonly #byKey = new Map<string, T>();
  readonly #prefixed = new Map<string, T | typeof ambiguous>();

  /** The first thing added under a key stays; returns it. */
  add(folded: string, value: T): T {
    const known = this.#byKey.get(folded);
    if (known !== undefined) {
      return known;
    }
    this.#byKey.set(folded, value);
    const bare = withoutPrefix(folded);
    if (bare !== folded) {
      this.#prefixed.set(bare, this.#prefixed.has(bare) ? ambiguous : value);
    }
    return value;
  }

  /** The thing written exactly so, spelling variants folded. */
  exact(folded: string): T | undefined {
    return this.#byKey.get(folded);
  }

  find(folded: string): T | undefined {
    const exact = this.#byKey.get(folded);
    if (exact !== undefined) {
      return exact;
    }
    const bare = withoutPrefix(folded);
    const found = bare === folded ? this.#prefixed.get(folded) : this.#byKey.get(bare);
    return found === ambiguous ? undefined : found;
  }

  entries(): IterableIterator<[string, T]> {
    return this.#byKey.entries();
  }
}

const ambiguous = Symbol('ambiguous');
