import { message } from '../../base/message';
import { ProblemCode, type Problem } from '../../base/problem';
import { revisionOf } from '../../trace/revisions';
import { afterEdits, type Fix, type FixRequest } from './fix';
import { referenceAt, revisionRange, type FoundReference } from './references';

/** The pin is moved to the catalogue's revision, by an author who has read it, or is taken away. */
export function revisionFixes(request: FixRequest, problem: Problem): Fix[] {
  const isPin = problem.code === ProblemCode.AnnotationOutdated || problem.code === ProblemCode.AnnotationPredated;
  const found = referenceAt(request.file, problem.range);
  if (!isPin || found === undefined) {
    return [];
  }
  const { reference } = found;
  const range = revisionRange(request, reference);
  const current = currentRevision(request, found);
  const update: Fix | undefined =
    current === undefined || !readsBack(request, found, current)
      ? undefined
      : {
          title: message('Update the revision to {0}', current),
          kind: 'quick-fix',
          preferred: false,
          problem,
          edits: [{ range, newText: `~${current}` }],
        };
  const removal: Fix = {
    title: message('Remove the revision {0}', reference.revision ?? ''),
    kind: 'quick-fix',
    preferred: false,
    problem,
    edits: [{ range, newText: '' }],
  };
  return update === undefined ? [removal] : [update, removal];
}

/** `undefined` where the ids of a list are at several. */
function currentRevision({ catalog }: FixRequest, { reference }: FoundReference): string | undefined {
  const revisions = catalog.resolve(reference.raw).targets.map((target) => {
    const requirement = catalog.requirement(target.requirement);
    return requirement === undefined ? undefined : revisionOf(requirement, catalog);
  });
  return new Set(revisions).size === 1 ? revisions[0] : undefined;
}

/** An edition such as « Vague 2 » has a blank, which ends an id. */
function readsBack(request: FixRequest, found: FoundReference, revision: string): boolean {
  const range = revisionRange(request, found.reference);
  const after = afterEdits(request, [{ range, newText: `~${revision}` }]).annotations;
  const index = request.file.annotations.indexOf(found.annotation);
  const reference = after[index]?.ids[found.annotation.ids.indexOf(found.reference)];
  return reference?.revision === revision && after[index]?.note === found.annotation.note;
}
