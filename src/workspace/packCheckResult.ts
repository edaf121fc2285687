import type { PackManifest } from '../evidence/packManifest';

export interface PackCheck {
  readonly manifest: PackManifest;
  /** SHA-256 of the manifest itself, to compare with the one that was noted when the pack was made. */
  readonly fingerprint: string;
  /** Paths in the pack, sorted. */
  readonly altered: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  /** The archive around the files is not the one that was written: another program packed them anew, or something was changed between them. */
  readonly repacked: boolean;
}

/** Nothing differs from what was written. */
export function isSound({ altered, missing, extra, repacked }: PackCheck): boolean {
  return altered.length + missing.length + extra.length === 0 && !repacked;
}

export interface PackCheckOptions {
  readonly signal?: AbortSignal;
  /** In bytes: those of the files that were checked so far, and those of all. */
  readonly onProgress?: (done: number, total: number) => void;
}
