import { message } from '../../base/message';
import { ProblemCode, type Problem } from '../../base/problem';
import { linksOf, sameRange, type Fix, type FixRequest } from './fix';
import { referenceAt, removeReference } from './references';

/** What says nothing new is taken out; of a range or list, what is new stays. */
export function duplicateFixes(request: FixRequest, problem: Problem): Fix[] {
  const found = referenceAt(request.file, problem.range);
  if (problem.code !== ProblemCode.AnnotationDuplicate || found === undefined) {
    return [];
  }
  const { reference } = found;
  const links = linksOf(request).links.filter(({ range }) => sameRange(range, reference.range));
  const rest = links.filter(({ state }) => state !== 'duplicate').map(({ item, id }) => item ?? id);
  const edits =
    rest.length === 0 ? removeReference(request, found) : [{ range: reference.range, newText: rest.join(', ') }];
  return edits === undefined
    ? []
    : [
        {
          title:
            rest.length === 0
              ? message('Remove the repeated {0}', reference.raw)
              : message('Keep only what is new: {0}', rest.join(', ')),
          kind: 'quick-fix',
          preferred: true,
          problem,
          edits,
        },
      ];
}
