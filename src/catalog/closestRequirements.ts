import { distance } from 'fastest-levenshtein';
import { foldId, longestId, withoutPrefix } from './requirementId';
import type { Catalog, Requirement } from './model';

/**
 * The requirements whose ids look most like what somebody wrote, nearest first; empty when none is near enough to be a typing error
 * of it (a third of its letters, three at least, so that `GEN.02` proposes `GEN.02 BIS`).
 */
export function closestRequirements(catalog: Catalog, raw: string, limit: number): Requirement[] {
  return nearRequirements(catalog, raw, limit).map(({ requirement }) => requirement);
}

export interface NearRequirement {
  readonly requirement: Requirement;
  /** How many letters differ; half a letter where two of them are only swapped. */
  readonly far: number;
}

/** As `closestRequirements`, and how far each is. */
export function nearRequirements(catalog: Catalog, raw: string, limit: number): NearRequirement[] {
  const wanted = foldId(raw);
  if (wanted === '' || wanted.length > longestId) {
    return [];
  }
  const tolerated = Math.max(3, Math.ceil(wanted.length / 3));
  const near: NearRequirement[] = [];
  for (const { requirement, forms } of spellingsOf(catalog)) {
    const far = nearest(wanted, forms, tolerated);
    if (far <= tolerated && far < wanted.length) {
      near.push({ requirement, far });
    }
  }
  return near.sort((a, b) => a.far - b.far).slice(0, limit);
}

interface Spellings {
  readonly requirement: Requirement;
  /** Folded: whole, without its prefix, its section alone, since an author may leave out either; each once. */
  readonly forms: readonly string[];
}

/** Folding costs more than comparing, and thousands of unknown ids may be asked about. */
const spellings = new WeakMap<Catalog, readonly Spellings[]>();

function spellingsOf(catalog: Catalog): readonly Spellings[] {
  let known = spellings.get(catalog);
  if (known === undefined) {
    known = catalog.requirements.map((requirement) => {
      const folded = foldId(requirement.id);
      const bare = withoutPrefix(folded);
      return { requirement, forms: [...new Set([folded, bare, bare.slice(bare.lastIndexOf('/') + 1)])] };
    });
    spellings.set(catalog, known);
  }
  return known;
}

function nearest(wanted: string, forms: readonly string[], tolerated: number): number {
  let best = Infinity;
  for (const form of forms) {
    if (Math.abs(form.length - wanted.length) <= Math.min(tolerated, best)) {
      best = Math.min(best, isSwapped(wanted, form) ? 0.5 : distance(wanted, form));
    }
  }
  return best;
}

/** Whether two neighbouring letters changed places, the commonest slip in a number: `GEN.81` for `GEN.18`. */
function isSwapped(wanted: string, form: string): boolean {
  if (wanted.length !== form.length || wanted === form) {
    return false;
  }
  let at = 0;
  while (wanted[at] === form[at]) {
    at++;
  }
  return wanted[at] === form[at + 1] && wanted[at + 1] === form[at] && wanted.slice(at + 2) === form.slice(at + 2);
}
