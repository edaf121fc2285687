import { message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import type { AcceptedProof, Lock } from './lock';
import type { Proof } from './model';

/** SHA-256 of a proof's file in lower-case hex; `undefined` while nobody knows it. */
export type HashOf = (path: string) => string | undefined;

/** The files that were accepted and are named by a proof: what has to be known of them to tell whether they changed. */
export function acceptedFilesOf(proofs: readonly Proof[], lock: Lock | undefined): string[] {
  if (lock === undefined || lock.proofs.size === 0) {
    return [];
  }
  const paths = proofs.flatMap(({ files }) => files.map(({ path }) => path));
  return [...new Set(paths)].filter((path) => acceptedOf(lock, path) !== undefined);
}

/**
 * The proofs, those changed of which a file is not what was accepted: other bytes, or another date. A proof that does not hold for another reason
 * keeps that one; of a file whose hash is not known nothing is said.
 */
export function withChangedProofs(proofs: readonly Proof[], lock: Lock | undefined, hashOf: HashOf): readonly Proof[] {
  if (lock === undefined || lock.proofs.size === 0) {
    return proofs;
  }
  return proofs.map((proof) => {
    const changed = proof.files.filter(({ path }) => reviewProof(proof, path, lock, hashOf) === 'changed');
    const [first] = changed;
    return first === undefined || (proof.state !== 'ok' && proof.state !== 'expires-soon')
      ? proof
      : { ...proof, state: 'changed', changedFile: first.path };
  });
}

/** A warning at the entry of each changed proof. */
export function changedProofProblems(proofs: readonly Proof[]): Problem[] {
  return proofs.flatMap(({ entry, changedFile }) =>
    changedFile === undefined
      ? []
      : [
          {
            code: ProblemCode.ProofChanged,
            severity: 'warning',
            file: PROJECT_FILE,
            range: entry.range,
            message: message('Proof of {0}: {1} is not what was accepted', entry.for.join(', '), changedFile),
            remedy: message('Look at it again, then accept it'),
          },
        ],
  );
}

export type ProofReview = 'same' | 'changed' | 'new' | 'unknown';

/** How a file of a proof stands to the lock. */
function reviewProof({ entry }: Proof, path: string, lock: Lock, hashOf: HashOf): ProofReview {
  const accepted = acceptedOf(lock, path);
  const hash = hashOf(path);
  if (accepted === undefined) {
    return 'new';
  }
  if (accepted.date !== entry.date) {
    return 'changed';
  }
  return hash === undefined ? 'unknown' : hash === accepted.sha256 ? 'same' : 'changed';
}

export interface ProofAcceptance {
  readonly lock: Lock;
  /** Paths that were in no lock before. */
  readonly added: readonly string[];
  /** Paths whose bytes or date are taken as they are now. */
  readonly changed: readonly string[];
  /** Accepted files that no proof names any more, and are forgotten. */
  readonly gone: readonly string[];
}

/**
 * The lock once the files of some proofs were looked at and found right. Files whose hash is not known are left as they are.
 * @param accepts which proofs
 * @param forgets whether files that no proof names any more are forgotten
 */
export function acceptProofs(
  proofs: readonly Proof[],
  lock: Lock,
  hashOf: HashOf,
  {
    accepts,
    forgets,
  }: { readonly accepts: (proof: Proof, path: string, review: ProofReview) => boolean; readonly forgets: boolean },
): ProofAcceptance {
  const kept = new Map<string, AcceptedProof>(lock.proofs);
  const added: string[] = [];
  const changed: string[] = [];
  const named = new Set<string>();
  for (const proof of proofs) {
    for (const { path } of proof.files) {
      const name = path.normalize('NFC');
      const review = reviewProof(proof, path, lock, hashOf);
      const sha256 = hashOf(path);
      const isFirst = !named.has(name);
      named.add(name);
      if (!isFirst || sha256 === undefined || !accepts(proof, path, review)) {
        continue;
      }
      kept.set(name, { sha256, ...(proof.entry.date === undefined ? {} : { date: proof.entry.date }) });
      if (review === 'new') {
        added.push(path);
      } else if (review === 'changed') {
        changed.push(path);
      }
    }
  }
  const gone = forgets ? [...kept.keys()].filter((name) => !named.has(name)) : [];
  gone.forEach((name) => kept.delete(name));
  return { lock: { ...lock, proofs: kept }, added, changed, gone };
}

function acceptedOf(lock: Lock, path: string): AcceptedProof | undefined {
  return lock.proofs.get(path.normalize('NFC'));
}
