import { Emitter, type Event } from '../base/emitter';
import type { Disposable } from '../base/ports';
import type { FileAnnotations } from '../annotations/model';
import type { Catalog } from '../catalog/model';
import type { Trace } from '../trace/model';
import { acceptedFilesOf } from '../evidence/acceptedProofs';
import { verifyingFiles } from '../trace/results/testVerdicts';
import { AnnotationIndex } from './annotationIndex';
import { createAnnotator } from './createAnnotator';
import { readChangedFiles } from './changedFiles';
import type { FileAnnotator } from './fileAnnotator';
import { FileHashes } from './fileHashes';
import { FolderInputsReader, type FolderInputs } from './folderInputs';
import type { FolderTraceInit, TraceChange } from './folderTraceInit';
import { InputPaths } from './inputPaths';
import { JobQueue } from './jobQueue';
import { LiveTracer } from './liveTracer';
import type { ReadLock } from './lockFile';
import { OpenBuffers } from './openBuffers';
import { PendingWork, type Fate } from './pendingWork';
import type { Project } from './projectFile';
import { ProofAges } from './proofAges';
import { scanOptionsOf } from './folderSettings';
import type { ScanOptions, ScanStats } from './scanOptions';
import { scanIntoIndex } from './scanIntoIndex';
import { ScanScope } from './scanScope';
import { SensitiveCode } from './sensitiveCode';
import { UnitResolver } from './unitResolver';

export type { FolderTraceInit, TraceChange } from './folderTraceInit';

/**
 * The trace of one workspace folder, kept in step with its files and with the text in the editors: every part of the core, wired once. It reads
 * through its ports alone, never does two readings at once, and tells of changes requirement by requirement.
 */
// @segur ST.SCN.03
export class FolderTrace implements Disposable {
  readonly #init: FolderTraceInit;
  readonly #reader: FolderInputsReader;
  readonly #index: AnnotationIndex;
  readonly #buffers: OpenBuffers;
  readonly #jobs: JobQueue;
  readonly #changes: Emitter<TraceChange>;
  readonly #outdatedProofs: Emitter<void>;
  readonly #units: UnitResolver | undefined;
  readonly #hashes: FileHashes | undefined;
  /** What is there, links followed; a link that leads out of the folder is nothing. */
  readonly disk: FolderTraceInit['fs'];
  /** Where the folder may have a past. */
  readonly ages: ProofAges | undefined;
  /** Where there is somebody to read units. */
  readonly sensitive: SensitiveCode | undefined;
  #pending = new PendingWork();
  #inputs: FolderInputs;
  #inputPaths: InputPaths;
  #options: ScanOptions;
  #annotator: FileAnnotator;
  #scope: ScanScope;
  readonly #tracer: LiveTracer;
  #stats: ScanStats | undefined;
  #scanning: AbortController | undefined;
  #disposed = false;

  constructor(init: FolderTraceInit) {
    this.#init = init;
    this.disk = init.fs;
    this.#jobs = new JobQueue(init.onError);
    this.#changes = new Emitter(init.onError);
    this.#outdatedProofs = new Emitter(init.onError);
    this.#reader = new FolderInputsReader(init.fs, init.clock, init.builtinCatalog);
    this.#inputs = this.#reader.nothing();
    this.#hashes = init.hashFile === undefined ? undefined : new FileHashes(init.fs, init.hashFile);
    this.ages = ProofAges.of(init);
    this.#inputPaths = new InputPaths(this.#inputs);
    this.#options = scanOptionsOf(this.#inputs, init.settings, init.outerIgnoreFiles);
    this.#annotator = createAnnotator(this.#options);
    this.#scope = new ScanScope(init.fs, this.#options);
    this.#index = new AnnotationIndex(init.onError);
    this.#tracer = new LiveTracer(
      {
        clock: init.clock,
        index: this.#index,
        isTest: (path) => this.isTest(path),
        hashOf: (path) => this.hashOf(path),
        newerCode: (entry) => this.ages?.newerCode(entry),
      },
      this.#inputs,
    );
    this.#index.onDidChange((files) => this.#fire(this.#tracer.takeFiles(files)));
    this.#buffers = new OpenBuffers(this.#index, init.onError);
    this.#units = UnitResolver.of(init, this.#index, this.#buffers);
    this.sensitive = SensitiveCode.of(init, this, this.#buffers);
  }

  get onDidChange(): Event<TraceChange> {
    return this.#changes.event;
  }

  /** As things stand now; rows fill up while the first scan runs. */
  get trace(): Trace {
    return this.#tracer.trace;
  }

  get project(): Project {
    return this.#inputs.project;
  }

  get hasProjectFile(): boolean {
    return this.#inputs.hasProjectFile;
  }

  get catalog(): Catalog {
    return this.#inputs.loaded.catalog;
  }

  /** What the catalogue was merged from. */
  get catalogFiles(): FolderInputs['loaded']['files'] {
    return this.#inputs.loaded.files;
  }

  /** The word that starts an annotation here. */
  get marker(): string {
    return this.#options.marker;
  }

  /** What was reviewed and accepted. */
  get lock(): ReadLock {
    return this.#inputs.lock;
  }

  /** SHA-256 of a proof's file, once `resolveProofs` has looked at it. */
  hashOf(path: string): string | undefined {
    return this.#hashes?.of(path);
  }

  /** Of the last complete scan. */
  get stats(): ScanStats | undefined {
    return this.#stats;
  }

  /** Whether annotations in that file verify where they name no verb. */
  isTest(path: string): boolean {
    return this.#inputPaths.isTest(path);
  }

  /** Whether a scan would read it, and it is neither a test nor a file of ours. */
  async isProductCode(path: string): Promise<boolean> {
    return !this.isTest(path) && !this.#inputPaths.roleOf(path).settings && (await this.#scope.includes(path));
  }

  /** Whether the project file names it as a catalogue, well written or not. */
  isCatalog(path: string): boolean {
    return this.#inputPaths.isCatalog(path);
  }

  /** All that the project file declares, those of unknown requirements too. */
  get proofs(): FolderInputs['evidence']['proofs'] {
    return this.#inputs.evidence.proofs;
  }

  /** Whether a change of that file or folder is one of test results. */
  isResult(path: string): boolean {
    return this.#reader.results.concerns(path);
  }

  /** `undefined` for a file that says nothing. */
  annotationsOf(file: string): FileAnnotations | undefined {
    return this.#index.get(file);
  }

  /** What a text says by the rules of this folder, whatever is known of the file; `languageId` is the editor's. */
  annotationsIn(path: string, text: string, languageId?: string): FileAnnotations | undefined {
    return this.#annotator.annotateText(path, text, languageId);
  }

  /** Reads everything, and whatever changes while it does so. */
  async load(): Promise<void> {
    this.#pending.settings = true;
    await this.rescan();
    await this.settled();
  }

  /** Reads the project file, the catalogues and the proofs again, and the folder where they ask for other files. */
  reload(): Promise<void> {
    this.#pending.settings = true;
    this.ages?.touch();
    return this.#work();
  }

  /** Reads the files of the folder again. */
  rescan(): Promise<void> {
    this.#pending.scan = true;
    // Whoever asks may not have told of each file.
    this.#pending.results = 'all';
    this.sensitive?.touch();
    this.#scanning?.abort();
    return this.#work();
  }

  /** A file was created or changed on disk; for a folder that came, all of its files. */
  fileChanged(path: string): Promise<void> {
    return this.#fileEvent(path, 'changed');
  }

  /** A file or a whole folder is gone. */
  fileDeleted(path: string): Promise<void> {
    return this.#fileEvent(path, 'deleted');
  }

  /** The text of a file in an editor, saved or not; it counts until `bufferClosed`. */
  bufferChanged(path: string, text: string, languageId?: string): void {
    this.#buffers.set(path, text, languageId);
    this.#touch(path);
  }

  /**
   * The text of a file that an editor holds and that is not saved. Where it is the project file, a catalogue or a proof in Markdown, the trace
   * follows it, but for what a scan goes by. It counts until `unsavedGone`.
   */
  unsavedChanged(path: string, text: string): void {
    const { settings, document } = this.#inputPaths.roleOf(path);
    if (this.#reader.unsaved.set(path, text) && (settings || document)) {
      this.#pending.unsaved.add(path);
      void this.#work();
    }
  }

  /** The file was saved, or its text was given up: what is on disk counts again. */
  unsavedGone(path: string): void {
    if (this.#reader.unsaved.delete(path)) {
      const { settings, document } = this.#inputPaths.roleOf(path);
      this.#pending.settings ||= settings;
      this.#pending.proofs ||= document;
      void this.#work();
    }
  }

  bufferClosed(path: string): void {
    this.#buffers.close(path);
    this.#touch(path);
  }

  /** Some code is no longer what its links say that it is, or not yet known: `resolveUnits` would find it. */
  onDidOutdateUnits(listener: () => void): Disposable {
    return this.#units?.onDidOutdate(listener) ?? { dispose: () => undefined };
  }

  /**
   * Finds the code that the links speak of, where it is not known: links have no `unit` before. The trace changes as answers come in. Rejects with
   * the signal's reason when it is aborted, and when the units cannot be read.
   * @param files those alone
   */
  async resolveUnits(files?: Iterable<string>, signal?: AbortSignal): Promise<void> {
    await this.#units?.resolve(this.marker, files, signal);
  }

  /** Accepted files of proofs may no longer be what they were: `resolveProofs` would tell. */
  get onDidOutdateProofs(): Event<void> {
    return this.#outdatedProofs.event;
  }

  /**
   * Looks whether the accepted files of proofs still are what they were: nothing is said against them before. Each is read again only when its size
   * or date is another. Rejects with the signal's reason when it is aborted.
   * @param files these too, accepted or not
   */
  async resolveProofs(files: Iterable<string> = [], signal?: AbortSignal): Promise<void> {
    const wanted = new Set([...acceptedFilesOf(this.proofs, this.lock.lock), ...files]);
    if (wanted.size > 0 && (await this.#hashes?.resolve(wanted, signal)) === true && !this.#disposed) {
      this.#fire(this.#tracer.takeFacts());
    }
  }

  /**
   * Finds the proofs that are older than the code that they show, where the folder has a past: nothing is said against them before. Rejects as
   * `resolveUnits`.
   */
  async resolveAges(signal?: AbortSignal): Promise<void> {
    if ((await this.ages?.resolve(this, signal)) === true && !this.#disposed) {
      this.#fire(this.#tracer.takeFacts());
    }
  }

  /** Finds the code of the tests that verify something, where there are test results: before, these say nothing of them. As `resolveUnits`. */
  async resolveTests(signal?: AbortSignal): Promise<void> {
    await this.resolveUnits(this.#inputs.results.files.length > 0 ? verifyingFiles(this.trace) : [], signal);
  }

  /** Resolves once everything that happened so far, and in the meantime, has been taken in. */
  async settled(): Promise<void> {
    await this.#jobs.settled();
    await this.#buffers.settled();
  }

  dispose(): void {
    this.#disposed = true;
    this.#scanning?.abort();
    const { owned = [] } = this.#init;
    const own = [this.#changes, this.#outdatedProofs, this.#units, this.sensitive, ...owned, this.#index];
    own.forEach((one) => one?.dispose());
  }

  #touch(path: string): void {
    this.#units?.touch([path]);
    this.sensitive?.touch(path);
  }

  #fileEvent(path: string, fate: Fate): Promise<void> {
    this.sensitive?.touch(path);
    this.#pending.addEvent(path, fate, this.#inputPaths.roleOf(path), this.isResult(path));
    return this.#work();
  }

  #work(): Promise<void> {
    return this.#jobs.add(async () => {
      const work = this.#pending;
      if (work.empty || this.#disposed) {
        return;
      }
      this.#pending = new PendingWork();
      // A fault here must not keep the annotations from being read.
      await this.#readInputs(work).catch(this.#init.onError);
      if (work.scan) {
        await this.#scan();
      } else {
        await this.#readFiles(work.files);
      }
    });
  }

  async #readInputs(work: PendingWork): Promise<void> {
    const before = this.#inputs;
    if (work.settings) {
      this.#inputs = await this.#reader.read();
      work.scan = this.#takeOptions() || work.scan;
    } else {
      if (work.scan) {
        this.#renewScope();
      }
      this.#inputs = await this.#reader.readChanged(work, before);
      if (this.#inputs === before) {
        return;
      }
    }
    this.#inputPaths = new InputPaths(this.#inputs);
    this.#fire(this.#tracer.takeInputs(this.#inputs));
    if (this.#inputs.lock.lock !== undefined) {
      this.#outdatedProofs.fire();
    }
  }

  /** Whether the files have to be read again. */
  #takeOptions(): boolean {
    const options = scanOptionsOf(this.#inputs, this.#init.settings, this.#init.outerIgnoreFiles);
    const differ = JSON.stringify(options) !== JSON.stringify(this.#options);
    if (differ) {
      this.#options = options;
      this.#annotator = createAnnotator(options);
    }
    this.#renewScope();
    return differ;
  }

  #renewScope(): void {
    this.#scope = new ScanScope(this.#init.fs, this.#options);
    this.#buffers.use(this.#annotator, this.#scope);
  }

  async #scan(): Promise<void> {
    const { signal } = (this.#scanning = new AbortController());
    const target = { index: this.#index, units: this.#units };
    try {
      this.#stats = (await scanIntoIndex(target, this.#init.scan, this.#options, signal)) ?? this.#stats;
    } finally {
      this.#scanning = undefined;
    }
  }

  async #readFiles(files: PendingWork['files']): Promise<void> {
    const rules = { fs: this.#init.fs, scope: this.#scope, annotator: this.#annotator };
    const came = await readChangedFiles(files, this.#index.filesOnDisk(), rules, (updates) => {
      this.#index.updateAll(updates);
      this.#units?.touch(updates.map(([file]) => file));
    });
    came.forEach((file) => this.#pending.addFile(file, 'changed'));
    if (came.length > 0) {
      void this.#work();
    }
  }

  #fire(requirements: TraceChange['requirements']): void {
    this.#changes.fire({ requirements });
  }
}
