import { GlobSet, WHOLE_FOLDER } from './pathFilter';

/** Tells test files, by `scan.tests`. Each folder is asked about once: most such globs are about folders. */
export class TestFiles {
  readonly #files: GlobSet;
  readonly #folders: GlobSet;
  readonly #verdicts = new Map<string, boolean>([['', false]]);

  constructor(globs: readonly string[]) {
    this.#files = new GlobSet(globs.filter((glob) => !WHOLE_FOLDER.test(glob)));
    this.#folders = new GlobSet(
      globs.filter((glob) => WHOLE_FOLDER.test(glob)).map((glob) => glob.replace(WHOLE_FOLDER, '')),
    );
  }

  includes(path: string): boolean {
    const slash = path.lastIndexOf('/');
    return this.#isInTestFolder(path.slice(0, Math.max(slash, 0))) || this.#files.matches(path, path.slice(slash + 1));
  }

  #isInTestFolder(folder: string): boolean {
    const known = this.#verdicts.get(folder);
    if (known !== undefined) {
      return known;
    }
    const slash = folder.lastIndexOf('/');
    const verdict =
      this.#folders.matches(folder, folder.slice(slash + 1)) ||
      this.#isInTestFolder(folder.slice(0, Math.max(slash, 0)));
    this.#verdicts.set(folder, verdict);
    return verdict;
  }
}
