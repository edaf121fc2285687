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
    };
  }

  /** Everything anew. */
  async read(): Promise<FolderInputs> {
    const { project, problems, exists } = await this.#project.read();
    const loaded = await this.#catalogs.load(project.catalogs, PROJECT_FILE);
    const evidence = await this.readEvidence(project);
    const lock = await this.readLock();
    return { project, hasProjectFile: exists, projectProblems: problems, loaded, evidence, lock };
  }

  /** What editors hold of some files, which are no others on disk: it is asked for nothing that it has told already. */
  async readUnsaved(changed: ReadonlySet<string>, before: FolderInputs): Promise<FolderInputs> {
    const { project, problems, exists } = changed.has(PROJECT_FILE)
      ? await this.#project.read()
      : { project: before.project, problems: before.projectProblems, exists: before.hasProjectFile };
    const loaded = await this.#catalogs.load(project.catalogs, PROJECT_FILE, changed);
    for (const path of changed) {
      this.#listing?.files.forget(path);
      this.#listing?.documents.forget(path);
    }
    const evidence = await this.#evidenceOf(project, this.#listing);
    return { ...before, project, hasProjectFile: exists, projectProblems: problems, loaded, evidence };
  }

  readEvidence(project: Project): Promise<Evidence> {
    return this.#evidenceOf(project, undefined);
  }

  readLock(): Promise<ReadLock> {
    return this.#lock.read();
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
