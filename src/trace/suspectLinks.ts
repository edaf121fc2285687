import { message } from '../base/message';
import { ProblemCode, type Problem } from '../base/problem';
import type { Requirement } from '../catalog/model';
import type { AcceptedRequirement } from '../evidence/lock';
import { requirementFingerprint } from '../evidence/requirementFingerprint';
import type { Link, LinkChange, RequirementTrace } from './model';
import { reviewLinks } from './reviewedLinks';

/**
 * The links of a requirement, those suspect of which the code or the requirement's text is not what was accepted. An edition with the same words
 * asks for no second look, and a link that is doubtful for another reason keeps that one.
 * @param isUnitKnown whether the code of that link has been looked for: before, nothing is said against it
 */
// @segur ST.REV.01
export function withSuspects(
  requirement: Requirement,
  links: readonly Link[],
  accepted: AcceptedRequirement,
  isUnitKnown: (link: Link) => boolean,
): readonly Link[] {
  const { changed, unchanged } = reviewLinks(links, accepted.links, isUnitKnown);
  const isReworded = requirementFingerprint(requirement) !== accepted.text;
  if (changed.size === 0 && !isReworded) {
    return links;
  }
  const { edition, text: acceptedText } = accepted;
  const reworded: LinkChange = {
    kind: 'requirement',
    acceptedText,
    ...(edition === undefined ? {} : { acceptedEdition: edition }),
  };
  return links.map((link) => {
    const code = changed.get(link);
    const isSuspect = code !== undefined || (isReworded && unchanged.has(link));
    return isSuspect && link.state === 'ok'
      ? { ...link, state: 'suspect', change: code === undefined ? reworded : { kind: 'code', accepted: code } }
      : link;
  });
}

/** A warning at each suspect link. */
export function suspectProblems({ links }: RequirementTrace): Problem[] {
  return links.flatMap(({ id, file, range, unit, change }) =>
    change === undefined
      ? []
      : [
          {
            code: ProblemCode.AnnotationSuspect,
            severity: 'warning',
            file,
            range,
            message:
              change.kind === 'requirement'
                ? message('{0} has another text than when this code was accepted', id)
                : unit === undefined
                  ? message('The code that implements or verifies {0} changed since it was accepted', id)
                  : message('{0}, for {1}, changed since it was accepted', unit.name, id),
            remedy: message('Read both again, then accept the link'),
          },
        ],
  );
}
