import { compileGlob, filesUnder } from '../base/glob';
import { message } from '../base/message';
import type { FileSystem } from '../base/ports';
import { ProblemCode, type Problem } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import { parseJunit } from '../evidence/junit';
import type { TestResultFile } from '../evidence/testCase';
import { decodeText } from '../base/decodeText';
import { tooLarge } from './fileAnnotator';
import { GlobSet } from './pathFilter';
import type { ResultGlob } from './projectFile';
import { workOff } from './workOff';
import { baseName } from '../base/fileNames';

/** Longer files are none that a person or a machine reads. In bytes. */
const MAX_SIZE = 32 * 1024 * 1024;
/** Files read of all that match, the first by their paths. */
const MAX_FILES = 5000;
/** Test cases kept of all files. */
const MAX_CASES = 200_000;
/** Files read at the same time. */
const WIDTH = 4;

/** The test results of a folder as they are on disk. */
export interface Results {
  /** In the order of their paths; files without a test case are left out. */
  readonly files: readonly TestResultFile[];
  readonly problems: readonly Problem[];
}

export const NO_RESULTS: Results = { files: [], problems: [] };

interface ReadFile {
  /** What told that the file is another. */
  readonly stamp: string;
  readonly file: TestResultFile;
  readonly problems: readonly Problem[];
}

/**
 * Reads the files of test results that a project names. Ignore files do not count here, since results are seldom in git; a file that did not change
 * is not read again, and what changes is read alone. Everything that cannot be used is a problem, and leaves the other files as they are.
 */
export class ResultFiles {
  readonly #fs: FileSystem;
  #globs: readonly ResultGlob[] = [];
  #set = new GlobSet([]);
  #files = new Map<string, ReadFile>();
  #found: readonly string[] = [];
  #last: readonly TestResultFile[] = [];

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  /** Looks for the files again. */
  async read(globs: readonly ResultGlob[]): Promise<Results> {
    this.#take(globs);
    if (globs.length === 0) {
      this.#found = [];
      this.#files.clear();
      return NO_RESULTS;
    }
    const found = new Set<string>();
    for (const { text } of globs) {
      (await this.#fs.glob(text)).forEach((path) => found.add(path));
    }
    this.#found = [...found].sort();
    return this.#readAll(this.#found);
  }

  /** As above, but for what is on disk: the globs moved, or others were written over them. */
  async readAgain(globs: readonly ResultGlob[]): Promise<Results> {
    const isSame =
      JSON.stringify(globs.map(({ text }) => text)) === JSON.stringify(this.#globs.map(({ text }) => text));
    if (!isSame) {
      return this.read(globs);
    }
    this.#take(globs);
    return this.#results();
  }

  /** Whether a file at that path is one of test results. */
  includes(path: string): boolean {
    return this.#set.matches(path, baseName(path));
  }

  /** Whether a change of that path, a file or a folder, may change results. */
  concerns(path: string): boolean {
    return this.includes(path) || (mayBeFolder(path) && this.#set.mayHoldBelow(path)) || this.#holds(path);
  }

  /** Takes in that these files or folders came, changed or went. */
  async update(paths: Iterable<string>): Promise<Results> {
    const found = new Set(this.#found);
    const changed = new Set<string>();
    const add = (path: string): void => {
      found.add(path);
      changed.add(path);
    };
    for (const path of paths) {
      const below = found.has(path) ? [path] : [...found].filter((file) => file.startsWith(`${path}/`));
      below.forEach((file) => found.delete(file));
      below.forEach((file) => this.#files.delete(file));
      if (this.includes(path)) {
        add(path);
      } else if (mayBeFolder(path) && this.#set.mayHoldBelow(path)) {
        const files = await filesUnder(this.#fs, path).catch(() => []);
        files.filter((file) => this.includes(file)).forEach(add);
      }
    }
    this.#found = [...found].sort();
    return this.#readAll([...changed].sort());
  }

  #holds(folder: string): boolean {
    return this.#found.some((file) => file.startsWith(`${folder}/`));
  }

  #take(globs: readonly ResultGlob[]): void {
    this.#globs = globs;
    this.#set = new GlobSet(globs.map(({ text }) => text));
  }

  /** @param paths some of those that were found */
  async #readAll(paths: readonly string[]): Promise<Results> {
    const taken = new Set(this.#found.slice(0, MAX_FILES));
    const gone = new Set<string>();
    await workOff(
      paths.filter((path) => taken.has(path)),
      WIDTH,
      async (path) => {
        const read = await this.#readFile(path);
        if (read === undefined) {
          gone.add(path);
          this.#files.delete(path);
        } else {
          this.#files.set(path, read);
        }
      },
    );
    this.#found = this.#found.filter((path) => !gone.has(path));
    this.#files = new Map([...this.#files].filter(([path]) => taken.has(path)));
    return this.#results();
  }

  /** `undefined` for what is no file any more. */
  async #readFile(path: string): Promise<ReadFile | undefined> {
    const stamp = await this.#fs.stat(path).then(
      (stat) => (stat === undefined ? undefined : `${stat.size} ${stat.modified}`),
      () => '',
    );
    const known = this.#files.get(path);
    if (stamp === undefined || known?.stamp === stamp) {
      return stamp === undefined ? undefined : known;
    }
    const size = Number(stamp.split(' ')[0]);
    if (size > MAX_SIZE) {
      return refused(path, stamp, tooLarge(path, size, MAX_SIZE, NONE_COUNTS));
    }
    try {
      const bytes = await this.#fs.read(path);
      if (bytes === undefined) {
        return undefined;
      }
      const decoded = decodeText(bytes);
      if (!('text' in decoded)) {
        return refused(path, stamp, binary(path));
      }
      const { cases, problems } = await parseJunit(path, decoded.text, breathe);
      return { stamp, file: { path, cases }, problems };
    } catch (error) {
      return refused(path, stamp, unreadable(path, error));
    }
  }

  #results(): Results {
    const all = this.#found.flatMap((path) => this.#files.get(path) ?? []);
    const problems = [...this.#missing(), ...all.flatMap(({ problems: own }) => own)];
    const files: TestResultFile[] = [];
    let left = MAX_CASES;
    for (const { file } of all) {
      if (file.cases.length > 0 && file.cases.length <= left) {
        left -= file.cases.length;
        files.push(file);
      } else if (file.cases.length > 0) {
        problems.push(
          tooMany(file.path, message('There are more than {0} test cases: this file was passed over', MAX_CASES)),
        );
      }
    }
    if (this.#found.length > MAX_FILES) {
      problems.push(
        tooMany(
          PROJECT_FILE,
          message('{0} files of test results match; the first {1} were read', this.#found.length, MAX_FILES),
        ),
      );
    }
    // The join of results takes its time: whoever gets the same ones need not do it again.
    const isSame = files.length === this.#last.length && files.every((file, at) => file === this.#last[at]);
    this.#last = isSame ? this.#last : files;
    return { files: this.#last, problems };
  }

  #missing(): Problem[] {
    return this.#globs.flatMap(({ text, range }) => {
      const glob = compileGlob(text);
      if (typeof glob === 'string' || this.#found.some((path) => glob.matches(path))) {
        return [];
      }
      return [
        {
          code: ProblemCode.ResultsMissing,
          severity: 'information',
          file: PROJECT_FILE,
          range,
          message: message('No file of test results matches {0}', text),
          remedy: message('Run the tests, or correct the path; paths start at the workspace folder'),
        },
      ];
    });
  }
}

/** A folder seldom has an ending; whatever has one is not looked into each time it changes. */
function mayBeFolder(path: string): boolean {
  return !path.slice(path.lastIndexOf('/') + 2).includes('.');
}

/** Lets an editor draw between two parts of a long file. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function refused(path: string, stamp: string, problem: Problem): ReadFile {
  return { stamp, file: { path, cases: [] }, problems: [problem] };
}

const NONE_COUNTS = message('Let “results” in segur.yaml name the files of test results alone');

function tooMany(file: string, text: Problem['message']): Problem {
  return { code: ProblemCode.ResultsTooMany, severity: 'warning', file, message: text, remedy: NONE_COUNTS };
}

function binary(file: string): Problem {
  return {
    code: ProblemCode.FileBinary,
    severity: 'error',
    file,
    message: message('This file is not a text'),
    remedy: NONE_COUNTS,
  };
}

/** The code that the file system gave, not its text, which names paths of the machine. */
function unreadable(file: string, error: unknown): Problem {
  return {
    code: ProblemCode.FileUnreadable,
    severity: 'warning',
    file,
    message: message(
      'Cannot be read ({0}): its test results are missing from the trace',
      error instanceof Error && 'code' in error ? String(error.code) : '?',
    ),
    remedy: message('Allow reading it'),
  };
}
