import { message } from '../../base/message';
import { ProblemCode } from '../../base/problem';
import { touches } from '../../base/text';
import { sameRange, type Fix, type FixRequest } from './fix';

/** A suspect link that was read again is accepted as it is now. Whether a link is suspect the trace tells, not the text. */
export function suspectFixes({ path, file, range, trace, catalog }: FixRequest): Fix[] {
  const references = file.annotations.flatMap(({ ids }) => ids.filter((id) => touches(id.range, range)));
  return references.flatMap((reference) => {
    const ids = new Set(catalog.resolve(reference.raw).targets.map(({ requirement }) => requirement));
    return [...ids].flatMap((id): Fix[] => {
      const link = trace
        .requirement(id)
        ?.links.find((one) => one.change !== undefined && one.file === path && sameRange(one.range, reference.range));
      return link === undefined
        ? []
        : [
            {
              title: message('Accept {0} here as it is now: both were read again', id),
              kind: 'quick-fix',
              preferred: false,
              problem: { code: ProblemCode.AnnotationSuspect, range: link.range },
              edits: [],
              task: { kind: 'accept', at: reference.range.start },
            },
            {
              title: message('Show what changed since {0} was accepted here', id),
              kind: 'quick-fix',
              preferred: false,
              problem: { code: ProblemCode.AnnotationSuspect, range: link.range },
              edits: [],
              task: { kind: 'show-change', at: reference.range.start },
            },
          ];
    });
  });
}
