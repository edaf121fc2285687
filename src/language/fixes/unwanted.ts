import { message } from '../../base/message';
import { ProblemCode, type Problem } from '../../base/problem';
import type { Fix, FixRequest } from './fix';
import { referenceAt, removeReference } from './references';

/** An id that nobody asks for any more, or not here, is taken out. */
export function unwantedFixes(request: FixRequest, problem: Problem): Fix[] {
  const isUnwanted = problem.code === ProblemCode.AnnotationObsolete || problem.code === ProblemCode.AnnotationUnwanted;
  const found = referenceAt(request.file, problem.range);
  const edits = isUnwanted && found !== undefined ? removeReference(request, found) : undefined;
  return edits === undefined || found === undefined
    ? []
    : [
        {
          title: message('Remove {0} from this annotation', found.reference.raw),
          kind: 'quick-fix',
          preferred: false,
          problem,
          edits,
        },
      ];
}
