import { distance } from 'fastest-levenshtein';
import { foldId, longestId, withoutPrefix } from './requirementId';
import type { Catalog, Requirement } from './model';

/**
 * The requirements whose ids look most like what somebody wrote, nearest first; empty when none is near enough to be a typing error
 * of it (a third of its letters, three at least, so that `GEN.02` proposes `GEN.02 BIS`).
 */
export function closestRequirements(catalog: Catalog, raw: string, limit: number): Requirement[] {
  const wanted = foldId(raw);
  if (wanted === '' || wanted.length > longestId) {
    return [];
  }
  const tolerated = Math.max(3, Math.ceil(wanted.length / 3));
  return catalog.requirements
    .map((requirement, order) => ({ requirement, order, far: nearest(wanted, foldId(requirement.id)) }))
    .filter(({ far }) => far <= tolerated && far < wanted.length)
    .sort((a, b) => a.far - b.far || a.order - b.order)
    .slice(0, limit)
    .map(({ requirement }) => requirement);
}

/** The author may have left out the prefix or the whole path before the section. */
function nearest(wanted: string, folded: string): number {
  const bare = withoutPrefix(folded);
  const section = bare.slice(bare.lastIndexOf('/') + 1);
  return Math.min(distance(wanted, folded), distance(wanted, bare), distance(wanted, section));
}
