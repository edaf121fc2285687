import { compileGlob } from '../base/glob';
import { message, type Message } from '../base/message';
import type { FileSystem } from '../base/ports';
import { ProblemCode, type Problem } from '../base/problem';
import type { Catalog } from '../catalog/model';
import { loadCatalogFile, type CatalogFile } from '../catalog/loadCatalog';
import { emptyCatalog, mergeCatalogs } from '../catalog/mergeCatalogs';
import { decodeText } from './decodeText';
import { unreadableInput } from './fileAnnotator';
import type { CatalogName } from './projectFile';

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
}

interface ParsedFile {
  /** Absent for a file that the build read. */
  readonly text?: string;
  readonly loaded: ReturnType<typeof loadCatalogFile>;
}

const BUILTIN = 'builtin:';

/** Finds, reads and merges the catalogues that a project names. A file is parsed again only when its text is another. */
export class CatalogFiles {
  readonly #fs: FileSystem;
  readonly #builtin: BuiltinCatalog;
  #parsed = new Map<string, ParsedFile>();
  #last: LoadedCatalog | undefined;

  constructor(fs: FileSystem, builtin: BuiltinCatalog) {
    this.#fs = fs;
    this.#builtin = builtin;
  }

  /** A catalogue without requirements. */
  static none(): LoadedCatalog {
    return { catalog: emptyCatalog(), problems: [] };
  }

  /**
   * The same object as the last time when nothing differs.
   * @param projectFile the file that names them, for the problems
   */
  async load(names: readonly CatalogName[], projectFile: string): Promise<LoadedCatalog> {
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
    const merged = mergeCatalogs(loaded.flatMap(({ catalog }) => (catalog === undefined ? [] : [catalog])));
    const result = {
      catalog: merged.catalog,
      problems: [...missing, ...loaded.flatMap(({ problems }) => problems), ...merged.problems],
    };
    // What is missing is reported at a place in the project file, which may move.
    this.#last = missing.length === 0 ? result : undefined;
    return result;
  }

  #parse(file: string, text: string): ParsedFile {
    const known = this.#parsed.get(file);
    return known?.text === text ? known : { text, loaded: loadCatalogFile(text, file) };
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
    const paths = typeof glob === 'string' ? [] : await this.#fs.glob(glob.pattern);
    if (paths.length === 0) {
      notFound(
        message('No catalogue file matches {0}', name.text),
        message('Add the file, or correct the path; paths start at the workspace folder'),
      );
    }
    const files = await Promise.all(paths.map((path) => this.#readText(path, problems)));
    return files.filter((file) => file !== undefined);
  }

  async #readText(file: string, problems: Problem[]): Promise<TextFile | undefined> {
    try {
      const bytes = await this.#fs.read(file);
      const decoded = bytes === undefined ? undefined : decodeText(bytes);
      if (decoded === undefined || 'text' in decoded) {
        return decoded === undefined ? undefined : { file, text: decoded.text };
      }
      problems.push({
        code: ProblemCode.FileBinary,
        severity: 'error',
        file,
        message: message('This file is not a text'),
      });
    } catch (error) {
      problems.push(unreadableInput(file, error));
    }
    return undefined;
  }
}

function sameEntries<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): boolean {
  const others = [...b];
  return a.size === b.size && [...a].every(([key, value], at) => others[at]?.[0] === key && others[at][1] === value);
}
