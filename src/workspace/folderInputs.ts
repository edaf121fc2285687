import type { Clock, FileSystem } from '../base/ports';
import type { Problem } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import { evaluateProofs, ProofListing } from '../evidence/proofs';
import type { Decision, Proof } from '../evidence/model';
import { CatalogFiles, type BuiltinCatalog, type LoadedCatalog } from './catalogFiles';
import { LiveProject } from './liveProject';
import { LockFile, NO_LOCK, type ReadLock } from './lockFile';
import { defaultProject, type Project } from './projectFile';
import { ProofDocuments } from './proofDocuments';
import { NO_RESULTS, ResultFiles, type Results } from './resultFiles';
import { UnsavedTexts } from './unsavedTexts';

/** Proofs held against the files, and decisions. */
export interface Evidence {
  readonly proofs: readonly Proof[];
  readonly decisions: readonly Decision[];
  readonly problems: readonly Problem[];
}

/** All that a trace is made of but the annotations. */
export interface FolderInputs {
  readonly project: Project;
  readonly hasProjectFile: boolean;
  readonly projectProblems: readonly Problem[];
  /** The same object as before when no catalogue file changed. */
  readonly loaded: LoadedCatalog;
  readonly evidence: Evidence;
  /** The same object as before when its text did not change. */
  readonly lock: ReadLock;
  /** The same object as before when no file of test results changed. */
  readonly results: Results;
}

/** What of them is to be read again. */
export interface ChangedInputs {
  /** Files of which an editor holds another text. */
  readonly unsaved: ReadonlySet<string>;
  readonly proofs: boolean;
  readonly lock: boolean;
  /** Files and folders of test results, or all of them. */
  readonly results: ReadonlySet<string> | 'all';
}

/** The files of proofs, as they were listed for some globs. */
interface ListedProofs {
  readonly globs: string;
  readonly files: ProofListing;
  readonly documents: ProofDocuments;
}

/** Reads the project file, the catalogues it names and the proofs it declares; texts in editors come before those on disk. */
export class FolderInputsReader {
  readonly unsaved: UnsavedTexts;
  readonly results: ResultFiles;
  readonly #clock: Clock;
  readonly #project: LiveProject;
  readonly #catalogs: CatalogFiles;
  readonly #lock: LockFile;
  #listing: ListedProofs | undefined;

  constructor(fs: FileSystem, clock: Clock, builtin: BuiltinCatalog) {
    this.unsaved = new UnsavedTexts(fs);
    this.#clock = clock;
    this.#project = new LiveProject(this.unsaved);
    this.#catalogs = new CatalogFiles(this.unsaved, builtin);
    this.#lock = new LockFile(fs);
    this.results = new ResultFiles(fs);
  }

  /** Before anything was read. */
  nothing(): FolderInputs {
    const project = defaultProject();
    return {
      project,
      hasProjectFile: false,
      projectProblems: [],
      loaded: CatalogFiles.none(),
      evidence: { proofs: [], decisions: [], problems: [] },
      lock: NO_LOCK,
      results: NO_RESULTS,
    };
  }

  /** Everything anew. */
  async read(): Promise<FolderInputs> {
    const { project, problems, exists } = await this.#project.read();
    const loaded = await this.#catalogs.load(project.catalogs, PROJECT_FILE);
    const evidence = await this.#evidenceOf(project, undefined);
    const lock = await this.#lock.read();
    const results = await this.results.read(project.results);
    return { project, hasProjectFile: exists, projectProblems: problems, loaded, evidence, lock, results };
  }

  /** Those that changed. @returns the same object where none did */
  async readChanged({ unsaved, proofs, lock, results }: ChangedInputs, before: FolderInputs): Promise<FolderInputs> {
    let now = unsaved.size === 0 ? before : await this.#readUnsaved(unsaved, before);
    if (proofs) {
      now = { ...now, evidence: await this.#evidenceOf(now.project, undefined) };
    }
    if (lock) {
      now = { ...now, lock: await this.#lock.read() };
    }
    if (results === 'all') {
      now = { ...now, results: await this.results.read(now.project.results) };
    } else if (results.size > 0) {
      now = { ...now, results: await this.results.update(results) };
    }
    return now;
  }

  /** What editors hold of some files, which are no others on disk: it is asked for nothing that it has told already. */
  async #readUnsaved(changed: ReadonlySet<string>, before: FolderInputs): Promise<FolderInputs> {
    const { project, problems, exists } = changed.has(PROJECT_FILE)
      ? await this.#project.read()
      : { project: before.project, problems: before.projectProblems, exists: before.hasProjectFile };
    const loaded = await this.#catalogs.load(project.catalogs, PROJECT_FILE, changed);
    for (const path of changed) {
      this.#listing?.files.forget(path);
      this.#listing?.documents.forget(path);
    }
    const evidence = await this.#evidenceOf(project, this.#listing);
    const results = await this.results.readAgain(project.results);
    return { ...before, project, hasProjectFile: exists, projectProblems: problems, loaded, evidence, results };
  }

  /** @param known files that may be those of the same globs */
  async #evidenceOf({ proofs: entries, decisions }: Project, known: ListedProofs | undefined): Promise<Evidence> {
    const globs = JSON.stringify(entries.map(({ files }) => files));
    this.#listing =
      known?.globs === globs
        ? known
        : { globs, files: new ProofListing(this.unsaved), documents: new ProofDocuments(this.unsaved) };
    const { proofs, problems } = await evaluateProofs(
      entries,
      this.unsaved,
      this.#clock,
      PROJECT_FILE,
      this.#listing.files,
    );
    return { proofs: await this.#listing.documents.withDocuments(proofs), decisions, problems };
  }
}

/** Whether two projects differ in their product, proofs and decisions at most. */
export function sameFrame(a: Project, b: Project): boolean {
  const frame = ({ profile, scan }: Project): string => JSON.stringify([profile, scan.tests]);
  return frame(a) === frame(b);
}
