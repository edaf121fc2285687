import type { Clock, FileSystem } from '../base/ports';
import type { Problem } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import { evaluateProofs } from '../evidence/proofs';
import type { Decision, Proof } from '../evidence/model';
import { CatalogFiles, type BuiltinCatalog, type LoadedCatalog } from './catalogFiles';
import { defaultProject, type Project } from './projectFile';
import { readProject } from './readProject';

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
}

/** Reads the project file, the catalogues it names and the proofs it declares. */
export class FolderInputsReader {
  readonly #fs: FileSystem;
  readonly #clock: Clock;
  readonly #catalogs: CatalogFiles;

  constructor(fs: FileSystem, clock: Clock, builtin: BuiltinCatalog) {
    this.#fs = fs;
    this.#clock = clock;
    this.#catalogs = new CatalogFiles(fs, builtin);
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
    };
  }

  async read(): Promise<FolderInputs> {
    const { project, problems, exists } = await readProject(this.#fs);
    const loaded = await this.#catalogs.load(project.catalogs, PROJECT_FILE);
    const evidence = await this.readEvidence(project);
    return { project, hasProjectFile: exists, projectProblems: problems, loaded, evidence };
  }

  async readEvidence({ proofs: entries, decisions }: Project): Promise<Evidence> {
    const { proofs, problems } = await evaluateProofs(entries, this.#fs, this.#clock, PROJECT_FILE);
    return { proofs, decisions, problems };
  }
}
