import { message } from '../../base/message';
import { ProblemCode, type Problem } from '../../base/problem';
import { closestByTitle } from '../../catalog/closestByTitle';
import { nearRequirements, type NearRequirement } from '../../catalog/closestRequirements';
import type { Catalog, Requirement } from '../../catalog/model';
import type { Fix, FixRequest } from './fix';
import { referenceAt } from './references';

const MOST_PROPOSALS = 5;
/** Where one is clearly meant, more would only be in the way. */
const MOST_BESIDE_CLEAR = 3;
/** Where none is clearly meant, more by their letters alone would leave no room for those of the author’s words. */
const MOST_BY_LETTERS = 3;
const LONGEST_TITLE = 60;

/** Ids that may be meant, by their letters and by the words of their titles. */
export function unknownIdFixes(request: FixRequest, problem: Problem): Fix[] {
  const found = referenceAt(request.file, problem.range);
  if (problem.code !== ProblemCode.AnnotationUnknownId || found === undefined) {
    return [];
  }
  const { reference, annotation } = found;
  return proposalsFor(request.catalog, reference.raw, annotation.note).map(({ requirement, preferred }) => ({
    title: message('Change to {0}: {1}', requirement.id, shortened(requirement.title)),
    kind: 'quick-fix',
    preferred,
    problem,
    edits: [{ range: reference.range, newText: requirement.id }],
  }));
}

export interface Proposal {
  readonly requirement: Requirement;
  readonly preferred: boolean;
}

/** What an unknown id may stand for, the likeliest first; one alone is preferred, and only when no other is nearly as near. */
export function proposalsFor(catalog: Catalog, raw: string, note = ''): Proposal[] {
  const near = nearRequirements(catalog, raw, MOST_PROPOSALS).filter(
    ({ requirement }) => requirement.obsolete !== true,
  );
  const byTitle = closestByTitle(catalog, /\d/u.test(raw) ? note : `${raw} ${note}`, MOST_PROPOSALS);
  const preferred = clearlyNearest(near);
  // The author's own words tell which of several ids that are equally near is meant.
  const meant = near.filter(({ requirement }) => byTitle.includes(requirement)).map(({ requirement }) => requirement);
  const byLetters = near.map(({ requirement }) => requirement);
  const ordered = new Set([...meant, ...byLetters.slice(0, MOST_BY_LETTERS), ...byTitle, ...byLetters]);
  const first =
    preferred === undefined ? [...ordered] : [preferred, ...[...ordered].filter((one) => one !== preferred)];
  return first
    .slice(0, preferred === undefined ? MOST_PROPOSALS : MOST_BESIDE_CLEAR)
    .map((requirement) => ({ requirement, preferred: requirement === preferred }));
}

function clearlyNearest([first, second]: readonly NearRequirement[]): Requirement | undefined {
  const isClear =
    first !== undefined && first.far <= 2 && (second === undefined || second.far >= 2 * Math.max(first.far, 1));
  return isClear ? first.requirement : undefined;
}

export function shortened(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE).replace(/\s+\S*$/u, '')}…`;
}
