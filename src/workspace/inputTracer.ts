import type { Problem } from '../base/problem';
import { changedProofProblems, withChangedProofs, type HashOf } from '../evidence/acceptedProofs';
import type { NewerCode, ProofEntry } from '../evidence/model';
import { olderProofProblems, withOlderProofs } from '../evidence/proofAge';
import { Tracer } from '../trace/tracer';
import type { FolderInputs } from './folderInputs';

/** The join of all that is known of a folder but its annotations. @param today `YYYY-MM-DD` */
export function createTracer(
  { project, loaded, evidence, lock, results }: FolderInputs,
  isTest: (path: string) => boolean,
  today: string,
): Tracer {
  const { product, profile } = project;
  return new Tracer({
    catalog: loaded.catalog,
    project: { product, profile, proofs: evidence.proofs, decisions: evidence.decisions },
    isTest,
    ...(lock.lock === undefined ? {} : { lock: lock.lock }),
    results: results.files,
    today,
  });
}

/**
 * Takes what may change without another join: the product, proofs, decisions, test results and what was accepted.
 * @returns the requirements whose row is another now
 */
export function giveEvidence(tracer: Tracer, inputs: FolderInputs): ReadonlySet<string> {
  const { project, evidence, lock, results } = inputs;
  tracer.setProduct(project.product);
  return new Set([...tracer.setLock(lock.lock), ...tracer.setEvidence(evidence), ...tracer.setResults(results.files)]);
}

/** Of everything but the annotations and what they are joined to. */
export function inputProblems(inputs: FolderInputs): readonly Problem[] {
  const { projectProblems, loaded, evidence, lock, results } = inputs;
  return [projectProblems, loaded.problems, evidence.problems, lock.problems, results.problems].flat();
}

/** What is known of proofs beyond their entries and the names of their files. */
export interface ProofFacts {
  readonly hashOf: HashOf;
  /** Code that the proof shows, and that changed since. */
  readonly newerCode: (entry: ProofEntry) => NewerCode | undefined;
}

/** The inputs, with the proofs held against what was accepted and against the code's past, as far as these are known. */
export function reviewedInputs(inputs: FolderInputs, { hashOf, newerCode }: ProofFacts): FolderInputs {
  const { evidence } = inputs;
  const proofs = withOlderProofs(withChangedProofs(evidence.proofs, inputs.lock.lock, hashOf), newerCode);
  const problems = [...evidence.problems, ...changedProofProblems(proofs), ...olderProofProblems(proofs)];
  return { ...inputs, evidence: { ...evidence, proofs, problems } };
}
