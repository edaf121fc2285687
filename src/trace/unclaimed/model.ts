import type { CodeUnit } from '../../annotations/model';

/** How much code there is, and how much of it no requirement claims. Lines are those from the first to the last of each piece. */
export interface ClaimFigures {
  readonly units: number;
  readonly lines: number;
  readonly unclaimedUnits: number;
  readonly unclaimedLines: number;
}

/** What a file holds, as its text alone tells. */
export interface FileOutline {
  readonly file: string;
  readonly units: readonly CodeUnit[];
  readonly lines: number;
  /** `data`: its parts are no pieces of code, so that it is claimed as a whole. */
  readonly sort: 'code' | 'data';
}

/** A piece of code that no requirement claims, neither as a whole nor in part. */
export interface UnclaimedUnit {
  /** As a unit's; `file` for a file without units. */
  readonly kind: string;
  readonly name: string;
  /** Zero-based first and last line. */
  readonly startLine: number;
  readonly endLine: number;
  /** How many units it is, itself and those in it. */
  readonly units: number;
}

export interface FileClaims {
  readonly file: string;
  readonly figures: ClaimFigures;
  /** None where every unit is claimed. The outermost ones: those in them are not listed. */
  readonly unclaimed: readonly UnclaimedUnit[];
  /** The same one by one: a class is none, its methods are. */
  readonly each: readonly UnclaimedUnit[];
}

export interface FolderClaims {
  /** Path, empty for the workspace folder itself. */
  readonly folder: string;
  readonly figures: ClaimFigures;
  readonly files: readonly FileClaims[];
}

/** One unit that no requirement claims. */
export interface PlacedUnit {
  readonly file: string;
  readonly unit: UnclaimedUnit;
}

/** The reverse view: the code that the user declared sensitive, by what claims it. */
export interface ClaimReport {
  /** The globs that declare it. */
  readonly globs: readonly string[];
  readonly figures: ClaimFigures;
  /** By path; folders that hold such files alone. */
  readonly folders: readonly FolderClaims[];
}
