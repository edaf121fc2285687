import { isPart } from '../base/fileNames';
import { compileGlob, type Glob } from '../base/glob';
import { NameHints } from './nameHints';
import type { ScanOptions } from './scanOptions';

/** Holds the repository's own data, never the vendor's text. */
const NEVER = new Set(['.git']);
/** Left out unless `scan.include` names them. */
const BY_DEFAULT = ['node_modules', '.hg', '.svn'];

/** The end of a glob that takes all that is in a folder. */
export const WHOLE_FOLDER = /(?<=.)\/(?:\*\*\/?)?$/u;

/** Which paths `scan.include` and `scan.exclude` let through. Ignore files are a matter of their own. */
export class PathFilter {
  readonly #included: GlobSet | undefined;
  readonly #excluded: GlobSet;
  readonly #excludedFolders: GlobSet;
  readonly #skipped: ReadonlySet<string>;
  readonly #foreign: ReadonlySet<string>;

  /**
   * Globs that do not compile are left out here: whoever read them has said so.
   * @param foreign paths of folders that are none of ours, whatever the globs say
   */
  constructor(include: readonly string[], exclude: readonly string[], foreign: readonly string[] = []) {
    const everything = include.length === 0 || include.includes('**');
    this.#included = everything ? undefined : new GlobSet(include);
    // `dist/**` leaves out what is in `dist`; so the folder itself need not be entered, and its files need not be asked about.
    this.#excludedFolders = new GlobSet(exclude.map((pattern) => pattern.replace(WHOLE_FOLDER, '')));
    this.#excluded = new GlobSet(exclude.filter((pattern) => !WHOLE_FOLDER.test(pattern)));
    const named = new Set(include.flatMap((pattern) => pattern.split('/')));
    this.#foreign = new Set(foreign);
    this.#skipped = new Set([...NEVER, ...BY_DEFAULT.filter((name) => !named.has(name))]);
  }

  entersFolder(path: string, name: string): boolean {
    return (
      !this.#skipped.has(name) &&
      !this.#foreign.has(path) &&
      !this.#excludedFolders.matches(path, name) &&
      (this.#included === undefined || this.#included.mayHoldBelow(path))
    );
  }

  /** For a file whose folders were entered. */
  takesFile(path: string, name: string): boolean {
    const isOut = isPart(name) || this.#excluded.matches(path, name);
    return !isOut && (this.#included === undefined || this.#included.matches(path, name));
  }
}

/** The filter of a scan; one that goes by no ignore rules reads dependencies too. */
export function pathFilterOf({ include, exclude, respectIgnoreFiles, innerFolders }: ScanOptions): PathFilter {
  return new PathFilter(
    respectIgnoreFiles ? include : [...include, ...BY_DEFAULT.map((name) => `**/${name}/**`)],
    exclude,
    innerFolders,
  );
}

/** Several globs, with the cheap test of a name before the exact ones. */
export class GlobSet {
  readonly #globs: readonly Glob[];
  /** Of all of them, and of each. */
  readonly #hints: NameHints;
  readonly #ownHints: readonly NameHints[];

  constructor(patterns: readonly string[]) {
    this.#globs = patterns.map(compileGlob).filter((glob) => typeof glob !== 'string');
    this.#hints = new NameHints(this.#globs.flatMap(({ names }) => names));
    this.#ownHints = this.#globs.map(({ names }) => new NameHints(names));
  }

  matches(path: string, name: string): boolean {
    return (
      this.#globs.length > 0 &&
      this.#hints.mayMatch(name) &&
      this.#globs.some((glob, i) => this.#ownHints[i]?.mayMatch(name) === true && glob.matches(path))
    );
  }

  /** Whether a glob looks into that very folder, or into one below it, and not into everything. */
  leadsInto(folder: string): boolean {
    return this.#globs.some(({ base }) => base !== '' && isWithin(base, folder));
  }

  mayHoldBelow(folder: string): boolean {
    return this.#globs.some(({ base }) => base === '' || isWithin(folder, base) || isWithin(base, folder));
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
