import { dayNumber } from '../../evidence/calendar';
import type { Proof } from '../../evidence/model';
import type { Trace } from '../../trace/model';
import { inProfile } from '../../trace/scope';

/** A proof on the time line. */
export interface AgedProof {
  readonly proof: Proof;
  /** Ids of the requirements of the profile that it is a proof of, in the catalogue's order. */
  readonly requirements: readonly string[];
}

/** Days since 1970-01-01. */
export interface Period {
  readonly first: number;
  readonly last: number;
}

/** Every declared proof once: those that end first come first, then the older ones; those without a date are last, as they were declared. */
export function agedProofs(trace: Trace): readonly AgedProof[] {
  const proofs = new Map<Proof['entry'], { readonly proof: Proof; readonly requirements: string[] }>();
  for (const row of trace.requirements) {
    if (!inProfile(row)) {
      continue;
    }
    for (const proof of row.proofs) {
      // Held against a requirement a proof may be another object; its entry is the same.
      const known = proofs.get(proof.entry);
      if (known === undefined) {
        proofs.set(proof.entry, { proof, requirements: [row.requirement.id] });
      } else {
        known.requirements.push(row.requirement.id);
      }
    }
  }
  return [...proofs.values()].sort(
    (a, b) =>
      byDay(a.proof.expires, b.proof.expires) ||
      byDay(a.proof.entry.date, b.proof.entry.date) ||
      a.proof.entry.range.start.line - b.proof.entry.range.start.line,
  );
}

/** What has no day comes last. */
function byDay(a: string | undefined, b: string | undefined): number {
  const [left, right] = [orderOf(a), orderOf(b)];
  return left === right ? 0 : left - right;
}

function orderOf(date: string | undefined): number {
  return (date === undefined ? undefined : dayNumber(date)) ?? Infinity;
}

/** From the first day to the last that the proofs, and today where it is known, speak of; `undefined` where none has a date. */
export function periodOf(proofs: readonly AgedProof[], today: string | undefined): Period | undefined {
  const days = [...proofs.flatMap(({ proof }) => [proof.entry.date, proof.expires]), today]
    .map((date) => (date === undefined ? undefined : dayNumber(date)))
    .filter((day) => day !== undefined);
  const dated = proofs.some(({ proof }) => proof.entry.date !== undefined || proof.expires !== undefined);
  // Not spread into Math.min: arguments are bounded, proofs are not.
  return dated
    ? { first: days.reduce((a, b) => Math.min(a, b), Infinity), last: days.reduce((a, b) => Math.max(a, b), -Infinity) }
    : undefined;
}
