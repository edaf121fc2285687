export { packName, splitName } from '../../base/fileNames';

/** Gives each name once, whatever its case: a number follows the later ones. */
export class UniqueNames {
  readonly #given = new Set<string>();
  /** By bare name, how many were asked for: thousands of one name are not counted from the start each time. */
  readonly #counts = new Map<string, number>();

  /** @param nameWith the name with a suffix, `''` at first */
  take(nameWith: (suffix: string) => string): string {
    const bare = nameWith('').toLowerCase();
    for (let count = (this.#counts.get(bare) ?? 0) + 1; ; count++) {
      const name = nameWith(count === 1 ? '' : `-${count}`);
      if (!this.#given.has(name.toLowerCase())) {
        this.#given.add(name.toLowerCase());
        this.#counts.set(bare, count);
        return name;
      }
    }
  }
}
