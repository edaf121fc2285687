import type { IdReference } from '../annotations/model';
import { message, type Message } from '../base/message';
import { ProblemCode, type Problem, type RelatedPlace } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import type { Range } from '../base/text';
import type { Catalog, Requirement, Resolution } from '../catalog/model';
import { unknownIdRemedy } from './evidenceProblems';
import type { LinkContext } from './linkContext';
import type { Link } from './model';
import { revisionOf } from './revisions';

/** What to say of an id that a catalogue knows under another spelling than the one written. */
export function resolutionProblem(file: string, reference: IdReference, resolution: Resolution): Problem {
  const ids = [...new Set(resolution.targets.map((target) => target.item))].join(', ');
  const at = { file, range: reference.range, severity: 'hint' } as const;
  return resolution.kind === 'alias'
    ? {
        ...at,
        code: ProblemCode.AnnotationAlias,
        message: message('{0} is a former id of {1}', reference.raw, ids),
        remedy: message('Write the id of today.'),
      }
    : {
        ...at,
        code: ProblemCode.AnnotationShortForm,
        message: message('{0} is short for {1}', reference.raw, ids),
        remedy: message('Write the id in full, so that a later catalogue cannot read it otherwise.'),
      };
}

/** Its words and the proposal are made when they are read: a folder may hold thousands of ids of another catalogue. */
export class UnknownId implements Problem {
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
    return (this.#remedy ??= unknownIdRemedy(this.#catalog, this.#raw));
  }
}

/** What to say of a link whose state is not ok. @param first where the same id stands for the first time, of a duplicate */
export function linkProblem(link: Link, context: LinkContext, first: Range | undefined): Problem | undefined {
  const requirement = context.catalog.requirement(link.id);
  const at = { file: link.file, range: link.range };
  switch (link.state) {
    case 'outdated':
    case 'predated':
      return { ...at, ...revisionText(link, requirement, context), severity: 'warning', ...entryOf(requirement) };
    case 'duplicate':
      return {
        ...at,
        code: ProblemCode.AnnotationDuplicate,
        severity: 'warning',
        message: message('{0} stands twice on the same code', link.id),
        ...(first === undefined
          ? {}
          : { related: [{ file: link.file, range: first, message: message('{0} stands here already', link.id) }] }),
      };
    case 'unwanted':
      return requirement?.obsolete === true
        ? {
            ...at,
            code: ProblemCode.AnnotationObsolete,
            severity: 'warning',
            message: message('{0} is no longer asked for', link.id),
            ...entryOf(requirement),
          }
        : {
            ...at,
            code: ProblemCode.AnnotationUnwanted,
            severity: 'information',
            ...unwantedText(link, requirement, context),
          };
    case 'ok':
    case 'unknown':
    case 'suspect':
      return undefined;
  }
}

function revisionText(
  link: Link,
  requirement: Requirement | undefined,
  { catalog }: LinkContext,
): Pick<Problem, 'code' | 'message'> {
  const current = requirement === undefined ? '' : (revisionOf(requirement, catalog) ?? '');
  const { id, revision = '' } = link;
  return link.state === 'outdated'
    ? {
        code: ProblemCode.AnnotationOutdated,
        message: message('{0} was read at revision {1}; the catalogue is at {2}', id, revision, current),
      }
    : {
        code: ProblemCode.AnnotationPredated,
        message: message('{0} is pinned to revision {1}, newer than the catalogue’s {2}', id, revision, current),
      };
}

function unwantedText(
  link: Link,
  requirement: Requirement | undefined,
  context: LinkContext,
): Pick<Problem, 'message' | 'related'> {
  const decision = context.decisionOn(link.id);
  if (decision?.status === 'not-applicable') {
    return {
      message: message('{0} was decided not applicable, yet this code speaks of it', link.id),
      related: [{ file: PROJECT_FILE, range: decision.range, message: message('The decision on {0}', link.id) }],
    };
  }
  if (requirement !== undefined && context.scopeOf(requirement) === 'out-of-profile') {
    return { message: message('{0} is not in the product’s profile', link.id) };
  }
  return {
    message: link.verb === 'verifies' ? message('{0} needs no test', link.id) : message('{0} needs no code', link.id),
    ...entryOf(requirement),
  };
}

/** The entry of a catalogue of the user's own: those that ship are not theirs to correct. */
function entryOf(requirement: Requirement | undefined): { related?: readonly RelatedPlace[] } {
  const { location, id = '' } = requirement ?? {};
  return location === undefined || location.file.startsWith('builtin:')
    ? {}
    : { related: [{ ...location, message: message('{0} in the catalogue', id) }] };
}
