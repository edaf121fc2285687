import type { TestCase } from '../../evidence/testCase';
import type { CaseContext, FoundCase } from './caseNames';
import {
  fileHint,
  fitOf,
  sharedStart,
  sourceNamesOf,
  sourcePath,
  UNKNOWN,
  type FileFit,
  type FileHint,
  type SourcePath,
} from './testPaths';
import { pushTo } from '../../base/pushTo';

/** What one result says of the files with tests. */
export interface TestFile {
  /** Those that it names in some way. */
  readonly known: readonly { readonly path: string; readonly fit: number }[];
  fitOf(path: string): FileFit;
  /** The path that it names, where that is one from the root of the folder. */
  readonly exact: string | undefined;
}

/** The files that hold tests which verify something, by what results say of files. */
export class FilesOfTests {
  readonly #sources: ReadonlyMap<string, SourcePath>;
  readonly #byName = new Map<string, SourcePath[]>();
  /** By the first part of the name without its ending. */
  readonly #byStem = new Map<string, SourcePath[]>();
  readonly #inGo: readonly SourcePath[];
  /** Cases of one suite say the same of their file. */
  readonly #answers = new Map<CaseContext, Map<string | undefined, TestFile>>();

  constructor(paths: readonly string[]) {
    this.#sources = new Map([...new Set(paths)].map((path) => [path, sourcePath(path)]));
    for (const source of this.#sources.values()) {
      pushTo(this.#byName, source.name, source);
      pushTo(this.#byStem, source.stem.split('.')[0] ?? '', source);
    }
    this.#inGo = [...this.#sources.values()].filter(({ name }) => name.endsWith('.go'));
  }

  of({ test, names }: Pick<FoundCase, 'test' | 'names'>): TestFile {
    let answers = this.#answers.get(names.context);
    if (answers === undefined) {
      answers = new Map();
      this.#answers.set(names.context, answers);
    }
    let answer = answers.get(test.file);
    if (answer === undefined) {
      answer = this.#answer(test);
      answers.set(test.file, answer);
    }
    return answer;
  }

  /** How many folders a file with tests shares with another file, from the root on. */
  sharedFolders(path: string, other: string): number {
    return sharedStart(this.#sources.get(path)?.segments ?? [], other.split('/'));
  }

  #answer(test: TestCase): TestFile {
    const hint = this.#asWritten(fileHint(test, (name) => this.#byName.has(name)));
    const likely =
      hint.path === undefined
        ? [
            ...hint.dotted.flatMap(({ parts }) => parts).flatMap((part) => this.#byStem.get(part) ?? []),
            ...(hint.package === undefined ? [] : this.#inGo),
          ]
        : (this.#byName.get(hint.path.at(-1) ?? '') ?? []);
    const fits = new Map<string, FileFit>(likely.map((source) => [source.path, fitOf(hint, source)]));
    const other: FileFit = hint.path === undefined ? UNKNOWN : 'no';
    const known = [...fits].flatMap(([path, fit]) => (fit === 'no' || fit === UNKNOWN ? [] : [{ path, fit }]));
    const exact = hint.isAbsolute ? undefined : hint.path?.join('/');
    return { known, fitOf: (path) => fits.get(path) ?? other, exact };
  }

  /** A compiled test stands for the source of the same name, in whatever folder compilers put it. */
  #asWritten(hint: FileHint): FileHint {
    const name = hint.path?.at(-1);
    if (hint.path === undefined || name === undefined || this.#byName.has(name)) {
      return hint;
    }
    const source = sourceNamesOf(name).find((written) => this.#byName.has(written));
    return source === undefined ? hint : { ...hint, path: [...hint.path.slice(0, -1), source], isAbsolute: true };
  }
}
