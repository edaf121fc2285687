import type { ProofKind } from '../catalog/model';
import type { Range } from '../base/text';
import type { DocumentSection } from './proofDocument';

/** A proof as `segur.yaml` declares it. Exactly one of `files`, `value` and `link` is there. */
export interface ProofEntry {
  /** Ids as written: requirements, scenarios or expected proofs. */
  readonly for: readonly string[];
  readonly kind: ProofKind;
  /** Globs inside the workspace folder. */
  readonly files?: readonly string[];
  readonly value?: string;
  readonly link?: string;
  /** When it was established (`YYYY-MM-DD`), not when it was added. */
  readonly date?: string;
  readonly expires?: string;
  readonly author?: string;
  /** Edition of the requirements that it was made for. */
  readonly edition?: string;
  /** Version of the product that it was made for. */
  readonly version?: string;
  /** Checklist items that it answers. */
  readonly covers: readonly string[];
  /** Ranges of the items of `covers`, in their order. */
  readonly coversRanges: readonly Range[];
  /** Of the whole entry in the project file. */
  readonly range: Range;
  /** Ranges of the ids of `for`, in their order. */
  readonly forRanges: readonly Range[];
}

export interface Decision {
  readonly for: readonly string[];
  readonly status: 'not-applicable' | 'accepted-gap';
  readonly reason: string;
  readonly by?: string;
  readonly date?: string;
  readonly expires?: string;
  readonly range: Range;
  readonly forRanges: readonly Range[];
}

export type ProofState =
  | 'ok'
  | 'missing'
  | 'empty'
  | 'changed'
  | 'expired'
  | 'expires-soon'
  | 'older-than-code'
  | 'wrong-edition'
  | 'wrong-version';

/** Whether a proof in that state proves something today. */
export function holds(state: ProofState): boolean {
  return state === 'ok' || state === 'expires-soon';
}

/** Whether it is there, and somebody has to look at it again: as a doubtful link, it stands for something until then. */
export function isDoubtful(state: ProofState): boolean {
  return state === 'changed' || state === 'older-than-code' || state === 'wrong-edition' || state === 'wrong-version';
}

export interface ProofFile {
  readonly path: string;
  readonly size: number;
}

/** A Markdown document that is a proof. */
export interface ProofDocument {
  readonly path: string;
  readonly sections: readonly DocumentSection[];
}

/** Code that a proof shows, and that changed after it was established. */
export interface NewerCode {
  readonly file: string;
  /** Qualified name; absent where the annotation stands in no unit. */
  readonly unit?: string;
  /** Of the change (`YYYY-MM-DD`). */
  readonly day: string;
  /** Full hash. */
  readonly commit: string;
}

/** A declared proof held against the files: what the trace and the editor show. */
export interface Proof {
  readonly entry: ProofEntry;
  readonly state: ProofState;
  readonly files: readonly ProofFile[];
  /** The entry's own date of expiry, or that of its kind's lifetime counted from `date`. */
  readonly expires?: string;
  /** Of a changed one: the first file that is not what was accepted. */
  readonly changedFile?: string;
  /** Those of its files that are Markdown, with their headings. */
  readonly documents?: readonly ProofDocument[];
  /** Of one that is older than the code. */
  readonly newerCode?: NewerCode;
}
