import { isCell } from '../annotations/notebook';
import { Emitter, type Event } from '../base/emitter';
import type { Disposable } from '../base/ports';
import { withUnits } from './carriedUnits';
import type { AnnotationIndex } from './annotationIndex';
import type { OpenBuffers } from './openBuffers';
import type { ReadUnits, UnitAnswer, UnitQuestion } from './unitReading';

/** A file that changes more often while it is read is asked about again later. */
const MOST_TRIES = 3;

/**
 * Keeps the units of the annotations up to date, when it is asked to: it knows of which files the text has changed since their units were found,
 * and drops answers that come too late. Reading a text for its units costs far more than reading its annotations.
 */
export class UnitResolver implements Disposable {
  readonly #index: AnnotationIndex;
  readonly #buffers: OpenBuffers;
  readonly #read: ReadUnits;
  /** How often each file's text has changed. */
  readonly #versions = new Map<string, number>();
  /** The version of which the units are known. */
  readonly #known = new Map<string, number>();
  readonly #outdated: Emitter<void>;
  #last: Promise<void> = Promise.resolve();
  #isGiving = false;

  constructor(index: AnnotationIndex, buffers: OpenBuffers, read: ReadUnits, onError: (error: unknown) => void) {
    this.#index = index;
    this.#buffers = buffers;
    this.#read = read;
    this.#outdated = new Emitter(onError);
    // Other annotations in the same text: by another marker, or because a scan would read the file in the editor after all.
    index.onDidChange((files) => {
      if (!this.#isGiving) {
        this.touch(files);
      }
    });
  }

  /** Where there is somebody to read them. */
  static of(
    { readUnits, onError }: { readonly readUnits?: ReadUnits; readonly onError: (error: unknown) => void },
    index: AnnotationIndex,
    buffers: OpenBuffers,
  ): UnitResolver | undefined {
    return readUnits === undefined ? undefined : new UnitResolver(index, buffers, readUnits, onError);
  }

  /** Some file with annotations has another text than its units were found in. */
  get onDidOutdate(): Event<void> {
    return this.#outdated.event;
  }

  /** These files' texts are no longer what they were, or may not be. */
  touch(files: Iterable<string>): void {
    const all = [...files];
    all.forEach((file) => this.#versions.set(file, this.#versionOf(file) + 1));
    this.#tell(all);
  }

  /**
   * Finds the units that are not known, and gives them to the index. One reading after the other; what another one found meanwhile is not
   * looked for again. Rejects with the signal's reason, or when the units cannot be read.
   * @param files all files by default
   */
  resolve(marker: string, files?: Iterable<string>, signal?: AbortSignal): Promise<void> {
    const run = this.#last.then(() => this.#resolve(marker, files ?? this.#index.files(), signal));
    this.#last = run.catch(() => undefined);
    return run;
  }

  dispose(): void {
    this.#outdated.dispose();
  }

  async #resolve(marker: string, files: Iterable<string>, signal: AbortSignal | undefined): Promise<void> {
    let waiting = new Set(files);
    for (let tries = 0; tries < MOST_TRIES && waiting.size > 0; tries++) {
      signal?.throwIfAborted();
      const versions = await this.#readOnce(marker, waiting, signal);
      // What changed meanwhile, or was merely read again, has answers that came too late.
      waiting = new Set(
        [...versions].filter(([file, version]) => version !== this.#versionOf(file)).map(([file]) => file),
      );
    }
  }

  /** @returns of which versions of the files it asked for the units */
  async #readOnce(
    marker: string,
    files: ReadonlySet<string>,
    signal: AbortSignal | undefined,
  ): Promise<ReadonlyMap<string, number>> {
    const versions = new Map<string, number>();
    const questions: UnitQuestion[] = [];
    for (const file of files) {
      const annotations = this.#index.get(file)?.annotations ?? [];
      const version = this.#versionOf(file);
      if (this.#hasUnits(file) && this.#known.get(file) !== version) {
        const buffer = this.#index.hasOverlay(file) ? this.#buffers.get(file) : undefined;
        const places = annotations.map(({ range }) => range.start);
        questions.push({ file, places, ...(buffer === undefined ? {} : { buffer }) });
        versions.set(file, version);
      }
    }
    if (questions.length > 0) {
      await this.#read(questions, marker, (answers) => this.#take(answers, versions), signal);
    }
    return versions;
  }

  #take(answers: readonly UnitAnswer[], versions: ReadonlyMap<string, number>): void {
    const known = answers.flatMap(({ file, units }) => {
      const annotations = this.#index.get(file);
      const version = versions.get(file);
      const isOfNow = version === this.#versionOf(file) && units?.length === annotations?.annotations.length;
      if (units === undefined || annotations === undefined || version === undefined || !isOfNow) {
        return [];
      }
      this.#known.set(file, version);
      return [[file, withUnits(annotations, units)] as const];
    });
    this.#isGiving = true;
    this.#index.replaceAll(known);
    this.#isGiving = false;
  }

  #tell(files: Iterable<string>): void {
    for (const file of files) {
      if (this.#known.get(file) !== this.#versionOf(file) && this.#hasUnits(file)) {
        this.#outdated.fire();
        return;
      }
    }
  }

  #hasUnits(file: string): boolean {
    return this.#index.get(file)?.annotations.some(({ unit }) => !isCell(unit)) === true;
  }

  #versionOf(file: string): number {
    return this.#versions.get(file) ?? 0;
  }
}
