import type { StoredConflict } from '../matrixSchema';

/** What repositories say of one thing, and which say it. */
export class Said {
  readonly #values = new Map<string, Set<string>>();

  add(value: string, repositories: readonly string[]): void {
    const known = this.#values.get(value) ?? new Set<string>();
    repositories.forEach((name) => known.add(name));
    this.#values.set(value, known);
  }

  /** What all say, if they say the same. */
  get only(): string | undefined {
    const [first, ...others] = this.#values.keys();
    return others.length === 0 ? first : undefined;
  }

  /** `undefined` where all say the same. */
  conflict(kind: StoredConflict['kind'], subject: string): StoredConflict | undefined {
    if (this.#values.size < 2) {
      return undefined;
    }
    const values = [...this.#values]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, names]) => ({ value, repositories: [...names].sort() }));
    return { kind, subject, values };
  }
}

/** Each once, in a fixed order. */
export function sortedConflicts(all: readonly StoredConflict[]): StoredConflict[] {
  const byText = new Map(all.map((one) => [JSON.stringify(one), one]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
