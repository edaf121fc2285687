import type { FolderInputs } from './folderInputs';
import { IGNORE_FILE } from './folderRules';
import { GlobSet } from './pathFilter';
import { PROJECT_FILE } from '../base/projectFileName';
import { isProofDocument } from './proofDocuments';
import { TestFiles } from './testFiles';
import { baseName } from '../base/fileNames';

/** What a change of a path may touch besides the annotations in it. */
export interface PathRole {
  /** The project file or a catalogue. */
  readonly settings: boolean;
  readonly proof: boolean;
  /** A proof whose text says what it answers. */
  readonly document: boolean;
  readonly ignoreFile: boolean;
}

/** Knows the paths that the project file names. */
export class InputPaths {
  readonly #tests: TestFiles;
  readonly #catalogs: GlobSet;
  readonly #proofs: GlobSet;
  /** Files in use now, to tell what the end of a folder takes away. */
  readonly #used: readonly { readonly path: string; readonly kind: 'settings' | 'proof' }[];

  constructor({ project, loaded, evidence }: FolderInputs) {
    this.#tests = new TestFiles(project.scan.tests);
    this.#catalogs = new GlobSet(project.catalogs.map(({ text }) => text));
    this.#proofs = new GlobSet(project.proofs.flatMap(({ files }) => files ?? []));
    this.#used = [
      ...loaded.catalog.catalogs.map(({ file }) => ({ path: file, kind: 'settings' as const })),
      ...evidence.proofs.flatMap(({ files }) => files.map(({ path }) => ({ path, kind: 'proof' as const }))),
    ];
  }

  isTest(path: string): boolean {
    return this.#tests.includes(path);
  }

  /** Whether the project file names it as a catalogue, well written or not. */
  isCatalog(path: string): boolean {
    return this.#catalogs.matches(path, baseName(path));
  }

  roleOf(path: string): PathRole {
    const name = baseName(path);
    const prefix = `${path}/`;
    const below = this.#used.filter((file) => file.path.startsWith(prefix));
    const proof = this.#proofs.matches(path, name);
    return {
      settings:
        path === PROJECT_FILE ||
        this.isCatalog(path) ||
        this.#catalogs.leadsInto(path) ||
        below.some(({ kind }) => kind === 'settings'),
      document: proof && isProofDocument(path),
      // Watchers tell of a folder that comes, and not always of what is in it already.
      proof: proof || this.#proofs.leadsInto(path) || below.some(({ kind }) => kind === 'proof'),
      ignoreFile: name === IGNORE_FILE,
    };
  }
}
