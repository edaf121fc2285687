import { Emitter, type Event } from '../base/emitter';
import { baseName } from '../base/fileNames';
import type { Disposable, FileSystem } from '../base/ports';
import type { Trace } from '../trace/model';
import { claimReport } from '../trace/unclaimed/claimReport';
import type { ClaimReport, FileOutline } from '../trace/unclaimed/model';
import type { OpenBuffers } from './openBuffers';
import { GlobSet } from './pathFilter';
import type { ReadUnits, UnitAnswer, UnitQuestion } from './unitReading';

/** Which files are asked about. */
export interface SensitiveFiles {
  /** `scan.sensitive` of the project file. */
  readonly globs: readonly string[];
  /** Whether a scan would read the file, and it is neither a test nor a file of ours. */
  takes(path: string): Promise<boolean>;
}

/** What they are held against. */
export interface ClaimingFolder {
  readonly trace: Trace;
  readonly marker: string;
  /** Finds the code that the links in some files speak of. */
  resolveUnits(files: Iterable<string>, signal?: AbortSignal): Promise<void>;
}

/**
 * Finds the code of the folders declared sensitive that no requirement claims. Texts are read when somebody asks, and those alone that changed
 * since: what a text declares costs far more to find than what it is held against.
 */
export class SensitiveCode implements Disposable {
  readonly #fs: Pick<FileSystem, 'glob'>;
  readonly #buffers: OpenBuffers;
  readonly #readUnits: ReadUnits;
  /** `undefined` for what is no code. */
  readonly #outlines = new Map<string, FileOutline | undefined>();
  readonly #outdated: Emitter<void>;
  #globs = new GlobSet([]);
  /** Since the last question: an answer to it may be older than they are. */
  #touched: (string | undefined)[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    fs: Pick<FileSystem, 'glob'>,
    buffers: OpenBuffers,
    readUnits: ReadUnits,
    onError: (error: unknown) => void,
  ) {
    this.#fs = fs;
    this.#buffers = buffers;
    this.#readUnits = readUnits;
    this.#outdated = new Emitter(onError);
  }

  /** Where there is somebody to read the units. */
  static of(
    init: {
      readonly fs: FileSystem;
      readonly readUnits?: ReadUnits;
      readonly onError: (error: unknown) => void;
    },
    buffers: OpenBuffers,
  ): SensitiveCode | undefined {
    const { fs, readUnits, onError } = init;
    return readUnits === undefined ? undefined : new SensitiveCode(fs, buffers, readUnits, onError);
  }

  /** A file that was reported on has another text, or there is another file. */
  get onDidOutdate(): Event<void> {
    return this.#outdated.event;
  }

  /** That file's text, or that folder's files, are no longer what they were; without a path, no file's may be. */
  touch(path?: string): void {
    this.#touched.push(path);
    this.#forget(path);
    if (path === undefined || this.#globs.matches(path, baseName(path)) || this.#globs.leadsInto(path)) {
      this.#outdated.fire();
    }
  }

  /**
   * One reading after the other. `undefined` where nothing is declared sensitive. Rejects with the signal's reason when it is aborted, and when the
   * units cannot be read.
   */
  report(folder: ClaimingFolder, asked: SensitiveFiles, signal?: AbortSignal): Promise<ClaimReport | undefined> {
    const run = this.#last.then(() => this.#report(folder, asked, signal));
    this.#last = run.catch(() => undefined);
    return run;
  }

  dispose(): void {
    this.#outdated.dispose();
  }

  async #report(
    folder: ClaimingFolder,
    asked: SensitiveFiles,
    signal: AbortSignal | undefined,
  ): Promise<ClaimReport | undefined> {
    const { globs } = asked;
    this.#touched = [];
    this.#globs = new GlobSet(globs);
    if (globs.length === 0) {
      this.#outlines.clear();
      return undefined;
    }
    const files = await this.#files(asked);
    const wanted = new Set(files);
    [...this.#outlines.keys()].filter((file) => !wanted.has(file)).forEach((file) => this.#outlines.delete(file));
    await this.#read(
      files.filter((file) => !this.#outlines.has(file)),
      folder.marker,
      signal,
    );
    await folder.resolveUnits(files, signal);
    const outlines = files.flatMap((file) => this.#outlines.get(file) ?? []);
    this.#touched.forEach((path) => this.#forget(path));
    return claimReport(outlines, folder.trace, globs);
  }

  #forget(path: string | undefined): void {
    if (path === undefined) {
      this.#outlines.clear();
      return;
    }
    const prefix = `${path}/`;
    const known = this.#outlines.has(path) ? [path] : [...this.#outlines.keys()];
    known.filter((file) => file === path || file.startsWith(prefix)).forEach((file) => this.#outlines.delete(file));
  }

  async #files(asked: SensitiveFiles): Promise<string[]> {
    const found = new Set<string>();
    for (const glob of asked.globs) {
      (await this.#fs.glob(glob)).forEach((file) => found.add(file));
    }
    const taken: string[] = [];
    for (const file of [...found].sort()) {
      if (await asked.takes(file)) {
        taken.push(file);
      }
    }
    return taken;
  }

  async #read(files: readonly string[], marker: string, signal: AbortSignal | undefined): Promise<void> {
    if (files.length === 0) {
      return;
    }
    const questions = files.map((file): UnitQuestion => {
      const buffer = this.#buffers.get(file);
      return { file, places: 'lines', ...(buffer === undefined ? {} : { buffer }) };
    });
    await this.#readUnits(
      questions,
      marker,
      (answers) => answers.forEach((answer) => this.#outlines.set(answer.file, outlineOf(answer))),
      signal,
    );
  }
}

function outlineOf({ file, units, outline }: UnitAnswer): FileOutline | undefined {
  return units === undefined || outline === undefined || outline.sort === 'nothing'
    ? undefined
    : { file, units: units.filter((unit) => unit !== null), lines: outline.lines, sort: outline.sort };
}
