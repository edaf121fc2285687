import { acceptProofs, type HashOf, type ProofAcceptance } from '../evidence/acceptedProofs';
import { emptyLock, type Lock } from '../evidence/lock';
import type { Proof } from '../evidence/model';
import { acceptLinks, type Acceptance } from './acceptance';
import type { Link, RequirementTrace, Trace } from './model';

/** What somebody read and found right. */
export interface Selection {
  readonly link: (link: Link, row: RequirementTrace) => boolean;
  readonly proof: (proof: Proof, path: string) => boolean;
  /** Requirements whose news were read, whether or not something of theirs is a chosen link. */
  readonly text: (row: RequirementTrace) => boolean;
  /** It is all that there is: what was accepted and is no longer there is forgotten. */
  readonly whole: boolean;
}

export interface Accepted {
  readonly lock: Lock;
  readonly links: Omit<Acceptance, 'lock'>;
  readonly proofs: Omit<ProofAcceptance, 'lock'>;
}

/** Everything. */
export const WHOLE: Selection = { link: () => true, proof: () => true, text: () => true, whole: true };

/** The proofs that the requirements have, each once: held against another requirement a proof may be another object, of the same entry. */
export function proofsOf(trace: Trace): readonly Proof[] {
  return [...new Map(trace.requirements.flatMap(({ proofs }) => proofs.map((proof) => [proof.entry, proof]))).values()];
}

/** The files of the chosen proofs: their hashes have to be known before they are accepted. */
export function proofFilesOf(trace: Trace, { proof }: Selection): string[] {
  return proofsOf(trace).flatMap((one) => one.files.filter(({ path }) => proof(one, path)).map(({ path }) => path));
}

/** The files with chosen links: their code has to be known before they are accepted. */
export function linkFilesOf(trace: Trace, { link }: Selection): Set<string> {
  return new Set(
    trace.requirements.flatMap((row) => row.links.filter((one) => link(one, row)).map(({ file }) => file)),
  );
}

/** The lock with the selection accepted as it is now. */
export function acceptSelection(trace: Trace, before: Lock | undefined, hashOf: HashOf, chosen: Selection): Accepted {
  const { lock: withLinks, ...links } = acceptLinks(trace, before ?? emptyLock(), {
    accepts: (link, _, row) => chosen.link(link, row),
    forgets: () => chosen.whole,
    // Of what nothing rests on, nobody has to read anything.
    reads: (row) => chosen.text(row) && (row.links.length + row.proofs.length > 0 || row.decision !== undefined),
  });
  const { lock, ...proofs } = acceptProofs(proofsOf(trace), withLinks, hashOf, {
    accepts: (proof, path) => chosen.proof(proof, path),
    forgets: chosen.whole,
  });
  return { lock, links, proofs };
}

/** How much of it is news. */
export function newsOf({ links, proofs }: Accepted): {
  added: number;
  changed: number;
  gone: number;
  reworded: number;
} {
  return {
    added: links.added.length + proofs.added.length,
    changed: links.changed.length + proofs.changed.length,
    gone: links.gone.length + proofs.gone.length,
    reworded: links.reworded.length,
  };
}
