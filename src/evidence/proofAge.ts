import { message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import type { ProofKind } from '../catalog/model';
import { dayNumber } from './calendar';
import type { NewerCode, Proof, ProofEntry } from './model';

/**
 * Kinds that show the product as its code makes it: a later change of that code may make them untrue. Documents, attestations and forms speak of how
 * people work, and end by their own dates; of another proof nobody knows what it shows.
 */
const SHOWS_CODE: ReadonlySet<ProofKind> = new Set(['capture', 'video', 'rapport', 'configuration', 'code']);

/** The day from which a change of the code makes that proof old; `undefined` for proofs that do not age so. */
export function agesFrom({ kind, date }: ProofEntry): string | undefined {
  return date !== undefined && SHOWS_CODE.has(kind) && dayNumber(date) !== undefined ? date : undefined;
}

/** The same for the same proof after the project file was read again. */
export function ageKey({ for: ids, kind, date = '' }: ProofEntry): string {
  return JSON.stringify([ids, kind, date]);
}

/** The proofs, those older than the code of which the code changed since. A proof that does not hold for another reason keeps that one. */
export function withOlderProofs(
  proofs: readonly Proof[],
  newerCode: (entry: ProofEntry) => NewerCode | undefined,
): readonly Proof[] {
  return proofs.map((proof) => {
    const newer = proof.state === 'ok' || proof.state === 'expires-soon' ? newerCode(proof.entry) : undefined;
    return newer === undefined ? proof : { ...proof, state: 'older-than-code', newerCode: newer };
  });
}

/** A warning at the entry of each proof that is older than its code. */
export function olderProofProblems(proofs: readonly Proof[]): Problem[] {
  return proofs.flatMap(({ entry, state, newerCode }) =>
    state !== 'older-than-code' || newerCode === undefined
      ? []
      : [
          {
            code: ProblemCode.ProofOlderThanCode,
            severity: 'warning',
            file: PROJECT_FILE,
            range: entry.range,
            message: message(
              'Proof of {0}: established on {1}, but {2} changed on {3} (commit {4})',
              entry.for.join(', '),
              { day: entry.date ?? '' },
              newerCode.unit === undefined ? newerCode.file : `${newerCode.unit} (${newerCode.file})`,
              { day: newerCode.day },
              newerCode.commit.slice(0, 8),
            ),
            remedy: message(
              'Establish it again, or look whether it still shows what the code does, and change its date',
            ),
          },
        ],
  );
}
