import type { Translate } from '../../base/message';
import { chapterOf } from '../../trace/chapterTrace';
import type { RequirementTrace } from '../../trace/model';
import { inProfile } from '../../trace/scope';

/** Whether a pack would have nothing to show but the matrix. @param chapter one alone; `undefined` for all */
export function isNothingPacked(rows: readonly RequirementTrace[], chapter?: string): boolean {
  return rows
    .filter((row) => inProfile(row) && (chapter === undefined || chapterOf(row) === chapter))
    .every(({ proofs, decision }) => proofs.length === 0 && decision === undefined);
}

/** What is told then, and how that changes. */
export function nothingPacked(t: Translate): string {
  return t(
    'No proof is declared here and nothing is decided: the pack holds the matrix alone. Declare proofs and decisions in segur.yaml; in VS Code, “Add a proof of a requirement” writes them.',
  );
}
