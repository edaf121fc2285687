import type { Annotation, FileAnnotations, IdReference, Verb } from '../annotations/model';
import type { Problem } from '../base/problem';
import type { Range } from '../base/text';
import type { Requirement, ResolvedId } from '../catalog/model';
import { canonicalId } from '../catalog/requirementId';
import { byPlace } from './byPlace';
import type { LinkContext } from './linkContext';
import { linkProblem, resolutionProblem, UnknownId } from './linkProblems';
import type { Link, LinkState, MentionLink } from './model';
import { compareRevisions, revisionOf } from './revisions';
import { verbProblem } from './verbProblem';

/** What the annotations of one file mean under a catalogue. */
export interface FileLinks {
  readonly links: readonly Link[];
  readonly mentions: readonly MentionLink[];
  readonly problems: readonly Problem[];
}

/** Resolves the ids of a file's annotations: one link for each requirement that an id stands for. */
export function linkFile(file: string, annotations: FileAnnotations, context: LinkContext): FileLinks {
  const links: Link[] = [];
  const problems: Problem[] = annotations.problems.map((problem) => ({ ...problem, file }));
  const defaultVerb: Verb = context.isTest(file) ? 'verifies' : 'implements';
  const seen = new Map<string, Range>();
  for (const annotation of annotations.annotations) {
    const verb = annotation.verb ?? defaultVerb;
    const ofVerb = annotation.verb === undefined ? undefined : verbProblem(file, annotation, context.isTest);
    if (ofVerb !== undefined) {
      problems.push(ofVerb);
    }
    for (const reference of annotation.ids) {
      const resolution = context.catalog.resolve(reference.raw);
      if (resolution.targets.length === 0) {
        problems.push(new UnknownId(file, reference, context.catalog));
        links.push(linkOf(file, annotation, reference, verb, canonicalId(reference.raw), 'unknown'));
        continue;
      }
      if (resolution.kind !== 'exact') {
        problems.push(resolutionProblem(file, reference, resolution));
      }
      for (const target of resolution.targets) {
        const key = `${verb} ${annotation.anchor} ${target.item}`;
        const first = seen.get(key);
        const state = linkState(target, verb, reference.revision, first !== undefined, context);
        // The same id twice for one piece of code says nothing new; for two it does.
        if (first === undefined) {
          seen.set(key, reference.range);
        }
        const link = linkOf(file, annotation, reference, verb, target.requirement, state, target);
        links.push(link);
        const problem = linkProblem(link, context, first);
        if (problem !== undefined) {
          problems.push(problem);
        }
      }
    }
  }
  const mentions = annotations.mentions.flatMap(({ raw, range }) =>
    [...new Set(context.catalog.resolve(raw).targets.map((target) => target.requirement))].map((id) => ({
      file,
      range,
      raw,
      id,
    })),
  );
  // Kept in order file by file, a change of one file sorts nothing else again.
  return { links: links.sort(byPlace), mentions: mentions.sort(byPlace), problems: problems.sort(byPlace) };
}

/** Key by key, since spreading many small objects shows in a profile. */
function linkOf(
  file: string,
  annotation: Annotation,
  { range, raw, revision }: IdReference,
  verb: Verb,
  id: string,
  state: LinkState,
  target?: ResolvedId,
): Link {
  const { snippet, note, unit } = annotation;
  const link: { -readonly [key in keyof Link]: Link[key] } = { file, range, verb, id, raw, state, snippet };
  if (target !== undefined && target.level !== 'requirement') {
    link.item = target.item;
  }
  if (revision !== undefined) {
    link.revision = revision;
  }
  if (note !== undefined) {
    link.note = note;
  }
  if (unit !== undefined) {
    link.unit = unit;
  }
  return link;
}

function linkState(
  target: ResolvedId,
  verb: Verb,
  revision: string | undefined,
  isDuplicate: boolean,
  context: LinkContext,
): LinkState {
  const requirement = context.catalog.requirement(target.requirement);
  if (requirement === undefined) {
    return 'unknown';
  }
  if (isDuplicate) {
    return 'duplicate';
  }
  const order = compareRevisions(revision, revisionOf(requirement, context.catalog));
  if (order !== 0) {
    return order < 0 ? 'outdated' : 'predated';
  }
  return isUnwanted(requirement, verb, context) ? 'unwanted' : 'ok';
}

/**
 * Not needed in that kind, obsolete, out of the profile, or decided not applicable. The needs of the shipped requirements are our own reading
 * of their subjects, so they are not held against an author; those of the user's own catalogue are.
 */
function isUnwanted(requirement: Requirement, verb: Verb, context: LinkContext): boolean {
  const scope = context.scopeOf(requirement);
  const kind = verb === 'verifies' ? 'test' : 'code';
  return (
    scope === 'obsolete' ||
    scope === 'out-of-profile' ||
    (requirement.origin === 'imported' && !requirement.needs.includes(kind)) ||
    context.decisionOn(requirement.id)?.status === 'not-applicable'
  );
}
