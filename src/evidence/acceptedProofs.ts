import { message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import { pushTo } from '../base/pushTo';
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
  const named = namedFiles(proofs);
  return proofs.map((proof) => {
    const changed = proof.files.find(({ path }) => reviewFile(path, named, lock, hashOf) === 'changed');
    return changed === undefined || (proof.state !== 'ok' && proof.state !== 'expires-soon')
      ? proof
      : { ...proof, state: 'changed', changedFile: changed.path };
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

type FileReview = 'same' | 'changed' | 'new' | 'unknown';

/** The proofs that name each file, by its composed path: several entries may share one. */
type NamedFiles = ReadonlyMap<string, readonly Proof[]>;

function namedFiles(proofs: readonly Proof[]): NamedFiles {
  const named = new Map<string, Proof[]>();
  for (const proof of proofs) {
    proof.files.forEach(({ path }) => pushTo(named, path.normalize('NFC'), proof));
  }
  return named;
}

/** How a file of proofs stands to the lock, which has one date of it: that of any entry which names the file. */
function reviewFile(path: string, named: NamedFiles, lock: Lock, hashOf: HashOf): FileReview {
  const accepted = acceptedOf(lock, path);
  if (accepted === undefined) {
    return 'new';
  }
  const isDated = named.get(path.normalize('NFC'))?.some(({ entry }) => entry.date === accepted.date) === true;
  if (!isDated) {
    return 'changed';
  }
  const hash = hashOf(path);
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
 * @param accepts which proofs, by the path of each of their files; a file counts as accepted with whichever of its proofs is
 * @param forgets whether files that no proof names any more are forgotten
 */
export function acceptProofs(
  proofs: readonly Proof[],
  lock: Lock,
  hashOf: HashOf,
  { accepts, forgets }: { readonly accepts: (proof: Proof, path: string) => boolean; readonly forgets: boolean },
): ProofAcceptance {
  const kept = new Map<string, AcceptedProof>(lock.proofs);
  const added: string[] = [];
  const changed: string[] = [];
  const named = namedFiles(proofs);
  for (const [name, own] of named) {
    const path = own[0]?.files.find((file) => file.path.normalize('NFC') === name)?.path ?? name;
    const sha256 = hashOf(path);
    const chosen = own.find((proof) => accepts(proof, path));
    const review = reviewFile(path, named, lock, hashOf);
    if (chosen === undefined || sha256 === undefined || review === 'same') {
      continue;
    }
    kept.set(name, { sha256, ...(chosen.entry.date === undefined ? {} : { date: chosen.entry.date }) });
    if (review === 'new') {
      added.push(path);
    } else if (review === 'changed') {
      changed.push(path);
    }
  }
  const gone = forgets ? [...kept.keys()].filter((name) => !named.has(name)) : [];
  gone.forEach((name) => kept.delete(name));
  return { lock: { ...lock, proofs: kept }, added, changed, gone };
}

function acceptedOf(lock: Lock, path: string): AcceptedProof | undefined {
  return lock.proofs.get(path.normalize('NFC'));
}
