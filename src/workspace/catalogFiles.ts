import { compileGlob } from '../base/glob';
import { message, type Message } from '../base/message';
import type { FileSystem } from '../base/ports';
import { ProblemCode, type Problem } from '../base/problem';
import type { Catalog } from '../catalog/model';
import { loadCatalogFile, type CatalogFile } from '../catalog/loadCatalog';
import { emptyCatalog, mergeCatalogs } from '../catalog/mergeCatalogs';
import { decodeText } from '../base/decodeText';
import { unreadableInput } from './fileAnnotator';
import type { CatalogName } from './projectFile';
import type { UnsavedTexts } from './unsavedTexts';

export interface TextFile {
  /** Path in the workspace folder, or `builtin:<name>`. */
  readonly file: string;
  readonly text: string;
}

/** A file of a catalogue that ships: its text, or what the build read of it. */
export type BuiltinFile = TextFile | CatalogFile;

/** The files of a catalogue that ships; `undefined` when there is none of that name. */
export type BuiltinCatalog = (name: string) => Promise<readonly BuiltinFile[] | undefined>;

export interface LoadedCatalog {
  readonly catalog: Catalog;
  readonly problems: readonly Problem[];
  /** What it was merged from, in the order of the project file. */
  readonly files: readonly CatalogFile[];
}

interface ParsedFile {
  /** Absent for a file that the build read. */
  readonly text?: string;
  readonly loaded: ReturnType<typeof loadCatalogFile>;
}

/** What came of reading a file: nothing where there is none any more. */
interface ReadText {
  readonly file?: TextFile;
  readonly problem?: Problem;
}

interface Merged extends ReturnType<typeof mergeCatalogs> {
  readonly files: readonly CatalogFile[];
}

const BUILTIN = 'builtin:';

/**
 * Finds, reads and merges the catalogues that a project names. A file is parsed again only when its text is another. Of an unsaved text that is
 * broken, or of which nothing fits, what it said before counts: half a line must not empty the tree.
 */
export class CatalogFiles {
  readonly #fs: UnsavedTexts;
  readonly #builtin: BuiltinCatalog;
  /** By glob, the paths that it matched; by path, what was read there. */
  readonly #paths = new Map<string, readonly string[]>();
  readonly #texts = new Map<string, ReadText>();
  #parsed = new Map<string, ParsedFile>();
  #merged: Merged | undefined;
  #last: LoadedCatalog | undefined;

  constructor(fs: UnsavedTexts, builtin: BuiltinCatalog) {
    this.#fs = fs;
    this.#builtin = builtin;
  }

  /** A catalogue without requirements. */
  static none(): LoadedCatalog {
    return { catalog: emptyCatalog(), problems: [], files: [] };
  }

  /**
   * The same object as the last time when nothing differs; the same catalogue when its files say the same.
   * @param projectFile the file that names them, for the problems
   * @param changed files of which an editor holds another text: the disk is not asked for the others again
   */
  async load(
    names: readonly CatalogName[],
    projectFile: string,
    changed?: ReadonlySet<string>,
  ): Promise<LoadedCatalog> {
    if (changed === undefined) {
      this.#paths.clear();
      this.#texts.clear();
    }
    changed?.forEach((path) => this.#texts.delete(path));
    const missing: Problem[] = [];
    const parsed = new Map<string, ParsedFile>();
    for (const name of names) {
      for (const found of await this.#filesOf(name, projectFile, missing)) {
        if ('text' in found) {
          parsed.set(found.file, this.#parse(found.file, found.text));
        } else {
          parsed.set(found.info.file, this.#take(found));
        }
      }
    }
    if (this.#last !== undefined && missing.length === 0 && sameEntries(parsed, this.#parsed)) {
      return this.#last;
    }
    this.#parsed = parsed;
    const loaded = [...parsed.values()].map((file) => file.loaded);
    const merged = this.#merge(loaded.flatMap(({ catalog }) => (catalog === undefined ? [] : [catalog])));
    const result = {
      catalog: merged.catalog,
      files: merged.files,
      problems: [...missing, ...loaded.flatMap(({ problems }) => problems), ...merged.problems],
    };
    // What is missing is reported at a place in the project file, which may move.
    this.#last = missing.length === 0 ? result : undefined;
    return result;
  }

  #parse(file: string, text: string): ParsedFile {
    const known = this.#parsed.get(file);
    if (known?.text === text) {
      return known;
    }
    const loaded = loadCatalogFile(text, file);
    const { catalog, problems } = loaded;
    const broken = problems.some(({ code, severity }) => code === ProblemCode.YamlSyntax && severity === 'error');
    const before = known?.loaded.catalog;
    return before !== undefined && (catalog === undefined || broken) && this.#fs.has(file)
      ? { text, loaded: { catalog: before, problems } }
      : { text, loaded };
  }

  #merge(files: readonly CatalogFile[]): Merged {
    const known = this.#merged;
    if (known?.files.length === files.length && known.files.every((file, at) => file === files[at])) {
      return known;
    }
    const merged = { files, ...mergeCatalogs(files) };
    this.#merged = merged;
    return merged;
  }

  #take(catalog: CatalogFile): ParsedFile {
    const known = this.#parsed.get(catalog.info.file);
    return known?.loaded.catalog === catalog ? known : { loaded: { catalog, problems: [] } };
  }

  async #filesOf(name: CatalogName, projectFile: string, problems: Problem[]): Promise<readonly BuiltinFile[]> {
    const notFound = (text: Message, remedy: Message): void => {
      const place = name.range === undefined ? {} : { range: name.range };
      problems.push({
        code: ProblemCode.CatalogNotFound,
        severity: 'error',
        file: projectFile,
        ...place,
        message: text,
        remedy,
      });
    };
    if (name.text.startsWith(BUILTIN)) {
      const files = await this.#builtin(name.text.slice(BUILTIN.length));
      if (files === undefined) {
        notFound(
          message('No catalogue “{0}” ships with this program', name.text),
          message('The one that ships is builtin:segur-v2'),
        );
      }
      return files ?? [];
    }
    const glob = compileGlob(name.text);
    const paths = typeof glob === 'string' ? [] : await this.#list(glob.pattern);
    if (paths.length === 0) {
      notFound(
        message('No catalogue file matches {0}', name.text),
        message('Add the file, or correct the path; paths start at the workspace folder'),
      );
    }
    const read = await Promise.all(paths.map((path) => this.#read(path)));
    problems.push(...read.flatMap(({ problem }) => problem ?? []));
    return read.flatMap(({ file }) => file ?? []);
  }

  async #list(pattern: string): Promise<readonly string[]> {
    const known = this.#paths.get(pattern) ?? (await this.#fs.glob(pattern));
    this.#paths.set(pattern, known);
    return known;
  }

  async #read(path: string): Promise<ReadText> {
    const known = this.#texts.get(path) ?? (await readText(this.#fs, path));
    this.#texts.set(path, known);
    return known;
  }
}

async function readText(fs: FileSystem, file: string): Promise<ReadText> {
  try {
    const bytes = await fs.read(file);
    const decoded = bytes === undefined ? undefined : decodeText(bytes);
    if (decoded === undefined) {
      return {};
    }
    return 'text' in decoded
      ? { file: { file, text: decoded.text } }
      : {
          problem: {
            code: ProblemCode.FileBinary,
            severity: 'error',
            file,
            message: message('This file is not a text'),
          },
        };
  } catch (error) {
    return { problem: unreadableInput(file, error) };
  }
}

function sameEntries<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): boolean {
  const others = [...b];
  return a.size === b.size && [...a].every(([key, value], at) => others[at]?.[0] === key && others[at][1] === value);
}
