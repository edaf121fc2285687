import { LOCK_FILE } from '../evidence/lock';
import type { PathRole } from './inputPaths';

export type Fate = 'changed' | 'deleted';

/** From this many files on (a branch switch, an install) reading the folder anew is cheaper than file by file. */
const BURST = 200;

/** What has to be read again: asked for at any time, done in one go. */
export class PendingWork {
  /** The project file, the catalogues and the proofs. */
  settings = false;
  /** The project file, catalogues and proof documents of which an editor holds another text than the one that was read. */
  readonly unsaved = new Set<string>();
  proofs = false;
  /** What was accepted. */
  lock = false;
  /** Files and folders of test results that came, changed or went; `all`: whatever the globs match now. */
  results: Set<string> | 'all' = new Set<string>();
  scan = false;
  /** The newest event of each file comes last. */
  readonly files = new Map<string, Fate>();

  get empty(): boolean {
    return (
      !this.settings &&
      this.unsaved.size === 0 &&
      !this.proofs &&
      !this.lock &&
      !this.scan &&
      this.files.size === 0 &&
      !this.hasResults
    );
  }

  get hasResults(): boolean {
    return this.results === 'all' || this.results.size > 0;
  }

  /** A file or folder came, changed or went. @param isResult whether it is one of test results */
  addEvent(path: string, fate: Fate, { settings, proof, ignoreFile }: PathRole, isResult: boolean): void {
    this.settings ||= settings;
    this.proofs ||= proof;
    this.lock ||= path === LOCK_FILE;
    this.scan ||= ignoreFile;
    if (isResult && this.results !== 'all') {
      this.results.add(path);
    }
    this.addFile(path, fate);
  }

  addFile(path: string, fate: Fate): void {
    this.files.delete(path);
    this.files.set(path, fate);
    // A run of the tests writes many files, and changes no annotation.
    this.scan ||= this.files.size - (this.results === 'all' ? 0 : this.results.size) > BURST;
  }
}
