import { ProblemCode } from '../base/problem';
import type { ProofState } from '../evidence/model';
import type { LinkState, RequirementState, TestState } from './model';

/* Every state there is, for those who name them: a state that comes to the model has to come here, or nothing compiles. */

const requirements: Record<RequirementState, true> = {
  satisfied: true,
  partial: true,
  missing: true,
  suspect: true,
  'not-applicable': true,
  'accepted-gap': true,
};

const proofs = {
  ok: true,
  missing: true,
  empty: true,
  changed: true,
  expired: true,
  'expires-soon': true,
  'older-than-code': true,
  'wrong-edition': true,
  'wrong-version': true,
};
const everyProof: Readonly<Record<ProofState, boolean>> = proofs;

const tests: Record<TestState, true> = { passed: true, failed: true, skipped: true, 'not-run': true };

export const testStates = Object.keys(tests) as TestState[];

export const requirementStates = Object.keys(requirements) as RequirementState[];

export const proofStates = Object.keys(everyProof) as ProofState[];

/** The problem that tells of a link in that state. */
export const linkStateCodes: Readonly<Record<Exclude<LinkState, 'ok'>, ProblemCode>> = {
  unknown: ProblemCode.AnnotationUnknownId,
  outdated: ProblemCode.AnnotationOutdated,
  predated: ProblemCode.AnnotationPredated,
  suspect: ProblemCode.AnnotationSuspect,
  unwanted: ProblemCode.AnnotationUnwanted,
  duplicate: ProblemCode.AnnotationDuplicate,
};

/** The problem that tells of a proof in that state; `undefined` where none does. */
export function proofStateCode(state: ProofState): ProblemCode | undefined {
  return Object.values(ProblemCode).find((code) => (code as string) === `proof.${state}`);
}
