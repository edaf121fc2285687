import { Emitter, type Event } from '../base/emitter';
import { baseName } from '../base/fileNames';
import type { Disposable, FileSystem } from '../base/ports';
import type { Trace } from '../trace/model';
import { claimReport } from '../trace/unclaimed/claimReport';
import type { ClaimReport, FileOutline } from '../trace/unclaimed/model';
import type { OpenBuffers } from './openBuffers';
import { GlobSet } from './pathFilter';
import type { Project } from './projectFile';
import type { ReadUnits, UnitAnswer, UnitQuestion } from './unitReading';

/** What it is held against. */
export interface ClaimingFolder {
  readonly trace: Trace;
  readonly marker: string;
  readonly project: Pick<Project, 'scan'>;
  /** Whether a scan would read the file, and it is neither a test nor a file of ours. */
  isProductCode(path: string): Promise<boolean>;
  /** Finds the code that the links in some files speak of. */
  resolveUnits(files: Iterable<string>, signal?: AbortSignal): Promise<void>;
}

interface SensitiveInit {
  readonly fs: Pick<FileSystem, 'glob'>;
  readonly readUnits: ReadUnits;
  readonly onError: (error: unknown) => void;
}

/**
 * Finds the code of the folders declared sensitive that no requirement claims. Texts are read when somebody asks, and those alone that changed
 * since: what a text declares costs far more to find than what it is held against.
 */
// @segur ST.SCN.06
export class SensitiveCode implements Disposable {
  readonly #init: SensitiveInit;
  readonly #folder: ClaimingFolder;
  readonly #buffers: OpenBuffers;
  /** `undefined` for what is no code. */
  readonly #outlines = new Map<string, FileOutline | undefined>();
  readonly #outdated: Emitter<void>;
  #globs = new GlobSet([]);
  /** While a question is being answered: the answer may be older than they are. */
  #touched: Set<string | undefined> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(init: SensitiveInit, folder: ClaimingFolder, buffers: OpenBuffers) {
    this.#init = init;
    this.#folder = folder;
    this.#buffers = buffers;
    this.#outdated = new Emitter(init.onError);
  }

  /** Where there is somebody to read the units. */
  static of(
    { readUnits, ...init }: Omit<SensitiveInit, 'readUnits'> & { readonly readUnits?: ReadUnits },
    folder: ClaimingFolder,
    buffers: OpenBuffers,
  ): SensitiveCode | undefined {
    return readUnits === undefined ? undefined : new SensitiveCode({ ...init, readUnits }, folder, buffers);
  }

  /** A file that was reported on has another text, or there is another file. */
  get onDidOutdate(): Event<void> {
    return this.#outdated.event;
  }

  /** That file's text, or that folder's files, are no longer what they were; without a path, no file's may be. */
  touch(path?: string): void {
    this.#touched?.add(path);
    this.#forget(path);
    if (path === undefined || this.#globs.matches(path, baseName(path)) || this.#globs.leadsInto(path)) {
      this.#outdated.fire();
    }
  }

  /**
   * One reading after the other. `undefined` where nothing is declared sensitive. Rejects with the signal's reason when it is aborted, and when the
   * units cannot be read.
   */
  report(signal?: AbortSignal): Promise<ClaimReport | undefined> {
    const run = this.#last.then(() => this.#report(signal));
    this.#last = run.catch(() => undefined);
    return run;
  }

  dispose(): void {
    this.#outdated.dispose();
  }

  async #report(signal: AbortSignal | undefined): Promise<ClaimReport | undefined> {
    const globs = this.#folder.project.scan.sensitive;
    this.#globs = new GlobSet(globs);
    if (globs.length === 0) {
      this.#outlines.clear();
      return undefined;
    }
    const touched = (this.#touched = new Set<string | undefined>());
    try {
      return await this.#outline(globs, signal);
    } finally {
      this.#touched = undefined;
      // Of an answer that was given up, too.
      touched.forEach((path) => this.#forget(path));
    }
  }

  async #outline(globs: readonly string[], signal: AbortSignal | undefined): Promise<ClaimReport> {
    const files = await this.#files(globs);
    const wanted = new Set(files);
    [...this.#outlines.keys()].filter((file) => !wanted.has(file)).forEach((file) => this.#outlines.delete(file));
    await this.#read(
      files.filter((file) => !this.#outlines.has(file)),
      signal,
    );
    await this.#folder.resolveUnits(files, signal);
    const outlines = files.flatMap((file) => this.#outlines.get(file) ?? []);
    return claimReport(outlines, this.#folder.trace, globs);
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

  async #files(globs: readonly string[]): Promise<string[]> {
    const found = new Set<string>();
    for (const glob of globs) {
      (await this.#init.fs.glob(glob)).forEach((file) => found.add(file));
    }
    const taken: string[] = [];
    for (const file of [...found].sort()) {
      if (await this.#folder.isProductCode(file)) {
        taken.push(file);
      }
    }
    return taken;
  }

  async #read(files: readonly string[], signal: AbortSignal | undefined): Promise<void> {
    if (files.length === 0) {
      return;
    }
    const questions = files.map((file): UnitQuestion => {
      const buffer = this.#buffers.get(file);
      return { file, places: 'lines', ...(buffer === undefined ? {} : { buffer }) };
    });
    await this.#init.readUnits(
      questions,
      this.#folder.marker,
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
