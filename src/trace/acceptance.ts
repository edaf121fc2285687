import type { AcceptedLink, AcceptedRequirement, Lock } from '../evidence/lock';
import { guidanceFingerprint, requirementFingerprint } from '../evidence/requirementFingerprint';
import { acceptedFor, isAccepted } from './acceptedFor';
import type { Link, RequirementTrace, Trace } from './model';
import { acceptedFormOf, reviewLinks } from './reviewedLinks';
import { revisionOf } from './revisions';

/** How a link stands to the lock. */
export type Review = 'same' | 'changed' | 'new';

export interface Acceptance {
  readonly lock: Lock;
  /** Links that were in no lock before. */
  readonly added: readonly Link[];
  /** Links whose code is taken as it is now. */
  readonly changed: readonly Link[];
  /** Requirements whose text, or FAQ, is taken as it is now. */
  readonly reworded: readonly RequirementTrace[];
  /** Links that are no longer in the code, and are forgotten. */
  readonly gone: readonly { readonly id: string; readonly link: AcceptedLink }[];
}

export interface Choice {
  readonly accepts: (link: Link, review: Review, row: RequirementTrace) => boolean;
  /** Whether accepted links that are no longer there are to be forgotten. */
  readonly forgets: (row: RequirementTrace) => boolean;
  /** Requirements whose news were read, also where no link is chosen: proofs and decisions rest on their text too. */
  readonly reads?: (row: RequirementTrace) => boolean;
}

/**
 * The lock once some links were read and found right. To accept a link is to accept its requirement's text: other links keep what is known against
 * their code alone. Proofs stay as they are. The units of every chosen link have to be known.
 */
export function acceptLinks(trace: Trace, lock: Lock, { accepts, forgets, reads }: Choice): Acceptance {
  const requirements = new Map(lock.requirements);
  const added: Link[] = [];
  const changed: Link[] = [];
  const reworded: RequirementTrace[] = [];
  const gone: { id: string; link: AcceptedLink }[] = [];
  for (const row of trace.requirements) {
    const { id } = row.requirement;
    const before = acceptedFor(lock, row.requirement);
    // What stands twice on one piece of code is accepted once.
    const links = row.links.filter(({ state }) => state !== 'duplicate');
    const review = reviewLinks(links, before?.links ?? [], () => true);
    const chosen = new Set(links.filter((link) => accepts(link, reviewOf(link, review), row)));
    const forgotten = review.gone.length > 0 && forgets(row) ? review.gone : [];
    const isRead = chosen.size > 0 || (row.news !== undefined && reads?.(row) === true);
    if (!isRead && forgotten.length === 0) {
      continue;
    }
    const kept = links.flatMap((link) => {
      if (chosen.has(link)) {
        return [acceptedFormOf(link)];
      }
      const former = review.changed.get(link);
      return former === undefined ? (review.unchanged.has(link) ? [acceptedFormOf(link)] : []) : [former];
    });
    added.push(...review.unreviewed.filter((link) => chosen.has(link)));
    changed.push(...[...review.changed.keys()].filter((link) => chosen.has(link)));
    gone.push(...forgotten.map((link) => ({ id, link })));
    const isReworded = before !== undefined && before.text !== requirementFingerprint(row.requirement);
    if (isRead && (isReworded || row.news !== undefined)) {
      reworded.push(row);
    }
    row.requirement.aliases.forEach((alias) => requirements.delete(alias));
    const all = [...kept, ...(forgotten.length === 0 ? review.gone : [])];
    if (all.length === 0 && !isRead) {
      requirements.delete(id);
    } else {
      requirements.set(id, before !== undefined && !isRead ? { ...before, links: all } : entryOf(row, all, trace));
    }
  }
  return { lock: { ...lock, requirements }, added, changed, reworded, gone };
}

/** The files whose code has to be known to hold the links against the lock. */
export function acceptedLinkFiles(trace: Trace, lock: Lock): Set<string> {
  const files = new Set<string>();
  for (const { requirement, links } of trace.requirements) {
    if (isAccepted(lock, requirement)) {
      links.forEach(({ file }) => files.add(file));
    }
  }
  return files;
}

function reviewOf(link: Link, review: ReturnType<typeof reviewLinks>): Review {
  return review.changed.has(link) ? 'changed' : review.unchanged.has(link) ? 'same' : 'new';
}

function entryOf(
  { requirement, guidance }: RequirementTrace,
  links: readonly AcceptedLink[],
  trace: Trace,
): AcceptedRequirement {
  const edition = revisionOf(requirement, trace);
  const faq = guidanceFingerprint(guidance);
  return {
    text: requirementFingerprint(requirement),
    links,
    ...(edition === undefined ? {} : { edition }),
    ...(faq === undefined ? {} : { faq }),
  };
}
