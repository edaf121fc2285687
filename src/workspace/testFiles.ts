import { GlobSet, WHOLE_FOLDER } from './pathFilter';

/** Tells test files, by `scan.tests`. Each folder is asked about once: most such globs are about folders. */
export class TestFiles {
  readonly #globs: readonly string[];
  #sets: { readonly files: GlobSet; readonly folders: GlobSet } | undefined;
  readonly #verdicts = new Map<string, boolean>([['', false]]);

  constructor(globs: readonly string[]) {
    this.#globs = globs;
  }

  /** Compiled when the first file is asked about, which is after the requirements were shown. */
  get #compiled(): { readonly files: GlobSet; readonly folders: GlobSet } {
    this.#sets ??= {
      files: new GlobSet(this.#globs.filter((glob) => !WHOLE_FOLDER.test(glob))),
      folders: new GlobSet(
        this.#globs.filter((glob) => WHOLE_FOLDER.test(glob)).map((glob) => glob.replace(WHOLE_FOLDER, '')),
      ),
    };
    return this.#sets;
  }

  includes(path: string): boolean {
    const slash = path.lastIndexOf('/');
    return (
      this.#isInTestFolder(path.slice(0, Math.max(slash, 0))) ||
      this.#compiled.files.matches(path, path.slice(slash + 1))
    );
  }

  #isInTestFolder(folder: string): boolean {
    const known = this.#verdicts.get(folder);
    if (known !== undefined) {
      return known;
    }
    const slash = folder.lastIndexOf('/');
    const verdict =
      this.#compiled.folders.matches(folder, folder.slice(slash + 1)) ||
      this.#isInTestFolder(folder.slice(0, Math.max(slash, 0)));
    this.#verdicts.set(folder, verdict);
    return verdict;
  }
}
