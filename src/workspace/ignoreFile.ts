import ignore from 'ignore';
import { NameHints } from './nameHints';

/** An ignore file of a folder above the workspace folder, up to the root of its repository. */
export interface OuterIgnoreFile {
  /** From that file's folder down to the workspace folder: `packages/app/`. Empty for rules of the workspace folder itself. */
  readonly prefix: string;
  readonly text: string;
}

/** One ignore file, compiled. */
class IgnoreFile {
  readonly #lines: readonly string[];
  readonly #rules: ReturnType<typeof ignore>;
  readonly #hints: NameHints;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    // One pattern a call, so that a pattern with a line end of its own cannot be.
    this.#rules = ignore({ ignorecase: false }).add(lines);
    this.#hints = new NameHints(lines.flatMap(lastSegment));
  }

  static parse(text: string): IgnoreFile {
    return new IgnoreFile(text.replace(/^\uFEFF/u, '').split(/\r?\n/u));
  }

  /** `undefined` when no rule says anything. `path` is relative to the file's folder, with a trailing `/` for a folder. */
  verdict(path: string, name: string): 'ignored' | 'unignored' | undefined {
    if (!this.#hints.mayMatch(name)) {
      return undefined;
    }
    const { ignored, unignored } = this.#rules.test(path);
    return ignored ? 'ignored' : unignored ? 'unignored' : undefined;
  }

  /** The same rules but those that exclude a folder which a deeper ignore file has taken in again. */
  admitting(folder: string): IgnoreFile {
    const { rule } = this.#rules.test(folder);
    return rule === undefined ? this : new IgnoreFile(this.#lines.filter((line) => line !== rule.pattern));
  }
}

interface Level {
  readonly file: IgnoreFile;
  /** How many characters of a path lead to the file's folder. */
  readonly cut: number;
  /** What has to be put before a path, for files above the workspace folder. */
  readonly prefix: string;
}

/**
 * The ignore files that hold for one folder, innermost last. Immutable: a walk hands each folder its own. Entries have to be asked for top down;
 * what lies under an ignored folder is ignored without asking.
 */
// @segur ST.SCN.02
export class IgnoreLevels {
  static readonly none = new IgnoreLevels([]);
  readonly #levels: readonly Level[];

  private constructor(levels: readonly Level[]) {
    this.#levels = levels;
  }

  static outer(files: readonly OuterIgnoreFile[]): IgnoreLevels {
    return new IgnoreLevels(files.map(({ prefix, text }) => ({ file: IgnoreFile.parse(text), cut: 0, prefix })));
  }

  /** With the ignore file of a folder (`''` for the workspace folder) added. */
  with(folder: string, text: string): IgnoreLevels {
    const level = { file: IgnoreFile.parse(text), cut: folder === '' ? 0 : folder.length + 1, prefix: '' };
    return new IgnoreLevels([...this.#levels, level]);
  }

  ignoresFile(path: string, name: string): boolean {
    return this.#levels.length > 0 && this.#verdict(path, name) === 'ignored';
  }

  /** The levels that hold inside a folder, or `undefined` when it is ignored. */
  enter(folder: string, name: string): IgnoreLevels | undefined {
    if (this.#levels.length === 0) {
      return this;
    }
    const verdict = this.#verdict(`${folder}/`, name);
    if (verdict === 'ignored') {
      return undefined;
    }
    return verdict === 'unignored' ? this.#admitting(`${folder}/`) : this;
  }

  #verdict(path: string, name: string): 'ignored' | 'unignored' | undefined {
    for (let i = this.#levels.length - 1; i >= 0; i--) {
      const level = this.#levels[i];
      const verdict = level?.file.verdict(relativeTo(level, path), name);
      if (verdict !== undefined) {
        return verdict;
      }
    }
    return undefined;
  }

  #admitting(folder: string): IgnoreLevels {
    return new IgnoreLevels(
      this.#levels.map((level) => ({ ...level, file: level.file.admitting(relativeTo(level, folder)) })),
    );
  }
}

function relativeTo(level: Level, path: string): string {
  return level.cut === 0 ? level.prefix + path : path.slice(level.cut);
}

/** The part of a rule that an entry's own name has to match. */
function lastSegment(line: string): string[] {
  if (line === '' || line.startsWith('#')) {
    return [];
  }
  const pattern = line
    .replace(/^!/u, '')
    .replace(/\\([#! ])/gu, '$1')
    .trimEnd()
    .replace(/\/+$/u, '');
  return [pattern.slice(pattern.lastIndexOf('/') + 1)];
}
