import type { Proof, ProofFile } from '../../evidence/model';

/** More lines than these nobody reads under one requirement. */
const MOST_PROOF_FILES = 200;

/** A proof with the files of it that are listed. */
export interface ListedProof {
  readonly proof: Proof;
  /** Of the proof among those of its requirement. */
  readonly index: number;
  readonly files: readonly ProofFile[];
  /** Files that are not listed. */
  readonly more: number;
}

/** Every proof of a requirement with its first files, and one line at least: a glob may match ten thousand. */
export function listedProofs(proofs: readonly Proof[], most = MOST_PROOF_FILES): ListedProof[] {
  let left = most;
  return proofs.map((proof, index) => {
    const files = proof.files.slice(0, Math.max(left, 1));
    left -= files.length;
    return { proof, index, files, more: proof.files.length - files.length };
  });
}
