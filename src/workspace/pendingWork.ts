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
  scan = false;
  /** The newest event of each file comes last. */
  readonly files = new Map<string, Fate>();

  get empty(): boolean {
    return (
      !this.settings && this.unsaved.size === 0 && !this.proofs && !this.lock && !this.scan && this.files.size === 0
    );
  }

  addFile(path: string, fate: Fate): void {
    this.files.delete(path);
    this.files.set(path, fate);
    this.scan ||= this.files.size > BURST;
  }
}
