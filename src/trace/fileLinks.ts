import type { Annotation, FileAnnotations, IdReference, Verb } from '../annotations/model';
import { message, type Message } from '../base/message';
import { ProblemCode, type Problem, type Severity } from '../base/problem';
import { closestRequirements } from '../catalog/closestRequirements';
import type { Range } from '../base/text';
import type { Catalog, Requirement, Resolution, ResolvedId } from '../catalog/model';
import { canonicalId } from '../catalog/requirementId';
import { byPlace } from './byPlace';
import { compareRevisions } from './revisions';
import type { Link, LinkState, MentionLink, Scope } from './model';

/** What the annotations of one file mean under a catalogue. */
export interface FileLinks {
  readonly links: readonly Link[];
  readonly mentions: readonly MentionLink[];
  readonly problems: readonly Problem[];
}

export interface LinkContext {
  readonly catalog: Catalog;
  readonly isTest: (path: string) => boolean;
  /** Of the requirement, decisions aside. */
  readonly scopeOf: (requirement: Requirement) => Scope;
  readonly isNotApplicable: (requirementId: string) => boolean;
}

/** Resolves the ids of a file's annotations: one link for each requirement that an id stands for. */
export function linkFile(file: string, annotations: FileAnnotations, context: LinkContext): FileLinks {
  const links: Link[] = [];
  const problems: Problem[] = annotations.problems.map((problem) => ({ ...problem, file }));
  const defaultVerb: Verb = context.isTest(file) ? 'verifies' : 'implements';
  const seen = new Set<string>();
  for (const annotation of annotations.annotations) {
    const verb = annotation.verb ?? defaultVerb;
    for (const reference of annotation.ids) {
      const resolution = context.catalog.resolve(reference.raw);
      if (resolution.targets.length === 0) {
        problems.push(new UnknownId(file, reference, context.catalog));
        links.push(linkOf(file, annotation, reference, verb, canonicalId(reference.raw), 'unknown'));
        continue;
      }
      if (resolution.kind !== 'exact') {
        problems.push(...resolutionProblems(file, reference, resolution));
      }
      for (const target of resolution.targets) {
        const key = `${verb} ${annotation.anchor} ${target.item}`;
        const state = linkState(target, verb, reference.revision, seen.has(key), context);
        // The same id twice for one piece of code says nothing new; for two it does.
        seen.add(key);
        const link = linkOf(file, annotation, reference, verb, target.requirement, state, target);
        links.push(link);
        if (state !== 'ok') {
          problems.push(...linkProblems(link, context));
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
    context.isNotApplicable(requirement.id)
  );
}

/** The revision that pins are compared with: the requirement's own, else its catalogue's edition. */
export function revisionOf(requirement: Requirement, catalog: Catalog): string | undefined {
  return requirement.revision ?? catalog.catalogs.find(({ id }) => id === requirement.catalogId)?.edition;
}

function resolutionProblems(file: string, reference: IdReference, resolution: Resolution): Problem[] {
  const ids = [...new Set(resolution.targets.map((target) => target.item))].join(', ');
  const at = { file, range: reference.range };
  switch (resolution.kind) {
    case 'exact':
    case 'unknown':
      return [];
    case 'short':
    case 'range':
      return [
        {
          ...at,
          code: ProblemCode.AnnotationShortForm,
          severity: 'hint',
          message: message('{0} is short for {1}', reference.raw, ids),
          remedy: message('Write the id in full, so that a later catalogue cannot read it otherwise.'),
        },
      ];
    case 'alias':
      return [
        {
          ...at,
          code: ProblemCode.AnnotationAlias,
          severity: 'hint',
          message: message('{0} is a former id of {1}', reference.raw, ids),
          remedy: message('Write the id of today.'),
        },
      ];
  }
}

/** Its words and the proposal are made when they are read: a folder may hold thousands of ids of another catalogue. */
class UnknownId implements Problem {
  readonly code = ProblemCode.AnnotationUnknownId;
  readonly severity = 'error';
  readonly file: string;
  readonly range: Range;
  readonly #raw: string;
  readonly #catalog: Catalog;
  #remedy: Message | undefined;

  constructor(file: string, { raw, range }: IdReference, catalog: Catalog) {
    this.file = file;
    this.range = range;
    this.#raw = raw;
    this.#catalog = catalog;
  }

  get message(): Message {
    return message('No catalogue knows the requirement {0}', this.#raw);
  }

  get remedy(): Message {
    return (this.#remedy ??= this.#propose());
  }

  #propose(): Message {
    const closest = closestRequirements(this.#catalog, this.#raw, 3).map((requirement) => requirement.id);
    return closest.length === 0
      ? message('Correct the id, or add the catalogue that has it to segur.yaml.')
      : message('Did you mean {0}?', closest.join(', '));
  }
}

function linkProblems(link: Link, context: LinkContext): Problem[] {
  const { catalog } = context;
  const requirement = catalog.requirement(link.id);
  const problem = (code: ProblemCode, severity: Severity, text: ReturnType<typeof message>): Problem[] => [
    { code, severity, file: link.file, range: link.range, message: text },
  ];
  switch (link.state) {
    case 'outdated':
    case 'predated': {
      const isOlder = link.state === 'outdated';
      const current = requirement === undefined ? '' : (revisionOf(requirement, catalog) ?? '');
      return problem(
        isOlder ? ProblemCode.AnnotationOutdated : ProblemCode.AnnotationPredated,
        'warning',
        isOlder
          ? message('{0} was read at revision {1}; the catalogue is at {2}', link.id, link.revision ?? '', current)
          : message(
              '{0} is pinned to revision {1}, newer than the catalogue’s {2}',
              link.id,
              link.revision ?? '',
              current,
            ),
      );
    }
    case 'duplicate':
      return problem(ProblemCode.AnnotationDuplicate, 'warning', message('{0} stands twice on the same code', link.id));
    case 'unwanted':
      return requirement?.obsolete === true
        ? problem(ProblemCode.AnnotationObsolete, 'warning', message('{0} is no longer asked for', link.id))
        : problem(ProblemCode.AnnotationUnwanted, 'information', unwantedText(link, requirement, context));
    case 'ok':
    case 'unknown':
    case 'suspect':
      return [];
  }
}

function unwantedText(
  link: Link,
  requirement: Requirement | undefined,
  context: LinkContext,
): ReturnType<typeof message> {
  if (context.isNotApplicable(link.id)) {
    return message('{0} was decided not applicable, yet this code speaks of it', link.id);
  }
  if (requirement !== undefined && context.scopeOf(requirement) === 'out-of-profile') {
    return message('{0} is not in the product’s profile', link.id);
  }
  return link.verb === 'verifies' ? message('{0} needs no test', link.id) : message('{0} needs no code', link.id);
}
