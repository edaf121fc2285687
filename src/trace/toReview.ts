import type { Catalog } from '../catalog/model';
import type { Decision, Proof } from '../evidence/model';
import type { FormerRequirement, Link, RequirementTrace, Trace } from './model';

/**
 * Why something is to be reviewed under the edition of now. reworded: another text than was read; left: the user's own REM has it no longer, another
 * catalogue still has; faq: its answers are others; renumbered: named by a former id; outdated: pinned to an earlier revision; wrong-edition: a proof
 * made for another edition; obsolete: no longer asked for; removed: in no catalogue any more.
 */
export type ReviewCause =
  'reworded' | 'left' | 'faq' | 'renumbered' | 'outdated' | 'wrong-edition' | 'obsolete' | 'removed';

/** A requirement of which a newer edition concerns code, proofs or decisions. */
export interface Review {
  readonly id: string;
  readonly title?: string;
  readonly causes: readonly ReviewCause[];
  /** The edition that was read, where that is known. */
  readonly edition?: string;
  /** Former ids, as they are written there. */
  readonly formerIds: readonly string[];
  /** Of a removed one: the id that it likely has now. */
  readonly now?: string;
  /** What is concerned. */
  readonly links: readonly Link[];
  readonly proofs: readonly Proof[];
  readonly decisions: readonly Decision[];
  /** To accept it settles it. */
  readonly acceptable: boolean;
}

/** Rows last from one trace to the next. */
const known = new WeakMap<RequirementTrace, Review | null>();

/** What is to be reviewed: in the catalogue's order, what is gone last. */
// @segur ST.REV.04
export function toReview(trace: Trace, catalog: Pick<Catalog, 'resolve'>): readonly Review[] {
  return [
    ...trace.requirements.flatMap((row) => {
      let review = known.get(row);
      if (review === undefined) {
        review = reviewOf(row, catalog) ?? null;
        known.set(row, review);
      }
      return review ?? [];
    }),
    ...trace.former.map(removed),
  ];
}

function reviewOf(row: RequirementTrace, { resolve }: Pick<Catalog, 'resolve'>): Review | undefined {
  const { requirement, links, proofs, decision, news } = row;
  if (links.length + proofs.length === 0 && decision === undefined) {
    return undefined;
  }
  const isFormer = (raw: string): boolean => resolve(raw).kind === 'alias';
  const formerProofs = proofs.filter(({ entry }) => entry.for.some(isFormer));
  const formerDecisions = decision?.for.some(isFormer) === true ? [decision] : [];
  const formerLinks = links.filter(({ raw }) => isFormer(raw));
  const outdated = links.filter(({ state }) => state === 'outdated');
  const wrong = proofs.filter(({ state }) => state === 'wrong-edition');
  const obsolete = requirement.obsolete === true && links.length > 0;
  const isNamed = (raw: string): boolean =>
    isFormer(raw) && resolve(raw).targets.some((target) => target.requirement === requirement.id);
  const formerIds = new Set([
    ...formerLinks.map(({ raw }) => raw),
    ...[...formerProofs.map(({ entry }) => entry), ...formerDecisions].flatMap((entry) => entry.for.filter(isNamed)),
  ]);
  const causes: ReviewCause[] = [
    ...(news?.reworded === undefined ? [] : ['reworded' as const]),
    ...(news?.left === undefined ? [] : ['left' as const]),
    ...(news?.faq === undefined ? [] : ['faq' as const]),
    ...(formerIds.size === 0 ? [] : ['renumbered' as const]),
    ...(outdated.length === 0 ? [] : ['outdated' as const]),
    ...(wrong.length === 0 ? [] : ['wrong-edition' as const]),
    ...(obsolete ? ['obsolete' as const] : []),
  ];
  if (causes.length === 0) {
    return undefined;
  }
  const edition = news?.reworded?.acceptedEdition;
  // What the words of the requirement are behind of concerns all that rests on them.
  const all = news !== undefined || obsolete;
  const among = <T>(every: readonly T[], ...some: readonly (readonly T[])[]): readonly T[] =>
    all ? every : every.filter((one) => some.some((part) => part.includes(one)));
  return {
    id: requirement.id,
    title: requirement.title,
    causes,
    ...(edition === undefined ? {} : { edition }),
    formerIds: [...formerIds],
    links: among(links, formerLinks, outdated),
    proofs: among(proofs, formerProofs, wrong),
    decisions: among(decision === undefined ? [] : [decision], formerDecisions),
    acceptable: news !== undefined,
  };
}

function removed({ id, title, now, links, proofs, decisions }: FormerRequirement): Review {
  return {
    id,
    ...(title === undefined ? {} : { title }),
    causes: ['removed'],
    formerIds: [],
    ...(now === undefined ? {} : { now }),
    links,
    proofs,
    decisions,
    acceptable: false,
  };
}
