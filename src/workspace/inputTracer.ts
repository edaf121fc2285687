import type { Problem } from '../base/problem';
import { changedProofProblems, withChangedProofs, type HashOf } from '../evidence/acceptedProofs';
import { Tracer } from '../trace/tracer';
import type { FolderInputs } from './folderInputs';

/** The join of all that is known of a folder but its annotations. @param today `YYYY-MM-DD` */
export function createTracer(
  { project, loaded, evidence, lock }: FolderInputs,
  isTest: (path: string) => boolean,
  today: string,
): Tracer {
  const { product, profile } = project;
  return new Tracer({
    catalog: loaded.catalog,
    project: { product, profile, proofs: evidence.proofs, decisions: evidence.decisions },
    isTest,
    ...(lock.lock === undefined ? {} : { lock: lock.lock }),
    today,
  });
}

/**
 * Takes what may change without another join: the product, proofs, decisions and what was accepted.
 * @returns the requirements whose row is another now
 */
export function giveEvidence(tracer: Tracer, { project, evidence, lock }: FolderInputs): ReadonlySet<string> {
  tracer.setProduct(project.product);
  return new Set([...tracer.setLock(lock.lock), ...tracer.setEvidence(evidence)]);
}

/** Of everything but the annotations and what they are joined to. */
export function inputProblems({ projectProblems, loaded, evidence, lock }: FolderInputs): readonly Problem[] {
  return [projectProblems, loaded.problems, evidence.problems, lock.problems].flat();
}

/** The inputs, with the proofs held against what was accepted, as far as the bytes of their files are known. */
export function reviewedInputs(inputs: FolderInputs, hashOf: HashOf): FolderInputs {
  const { evidence } = inputs;
  const proofs = withChangedProofs(evidence.proofs, inputs.lock.lock, hashOf);
  return proofs === evidence.proofs
    ? inputs
    : {
        ...inputs,
        evidence: { ...evidence, proofs, problems: [...evidence.problems, ...changedProofProblems(proofs)] },
      };
}
