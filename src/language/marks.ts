import type { FileAnnotations } from '../annotations/model';
import type { Range } from '../base/text';
import type { RequirementState } from '../trace/model';
import { inProfile } from '../trace/scope';
import { mostUrgent } from '../trace/urgency';
import { rowsOf, type Known } from './annotatedRequirements';

/** How the parts of a file's annotations are told apart; notes stay what they are: comments. */
export interface Marks {
  readonly markers: readonly Range[];
  readonly verbs: readonly Range[];
  /** With their `~`. */
  readonly revisions: readonly Range[];
  /** By the state of the requirement, of a range the most urgent one; what is out of the profile counts as not applicable. */
  readonly ids: Readonly<Record<RequirementState, readonly Range[]>>;
}

/** Costs the annotations of the file alone. An unknown id has no mark: a diagnostic stands under it. */
// @segur ST.EDT.06
export function marksOf(file: FileAnnotations, known: Known): Marks {
  const markers: Range[] = [];
  const verbs: Range[] = [];
  const revisions: Range[] = [];
  const ids: Record<RequirementState, Range[]> = {
    satisfied: [],
    partial: [],
    missing: [],
    suspect: [],
    'not-applicable': [],
    'accepted-gap': [],
  };
  for (const annotation of file.annotations) {
    if (annotation.ids.length === 0) {
      continue;
    }
    markers.push(annotation.markerRange);
    if (annotation.verbRange !== undefined) {
      verbs.push(annotation.verbRange);
    }
    for (const reference of annotation.ids) {
      const { range, revision } = reference;
      if (revision !== undefined) {
        const { line, character } = range.end;
        revisions.push({ start: range.end, end: { line, character: character + 1 + revision.length } });
      }
      const rows = rowsOf(reference, known);
      if (rows.length > 0) {
        ids[mostUrgent(rows.filter(inProfile).map((row) => row.state)) ?? 'not-applicable'].push(range);
      }
    }
  }
  return { markers, verbs, revisions, ids };
}
