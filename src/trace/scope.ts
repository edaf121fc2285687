import type { Catalog, Requirement } from '../catalog/model';
import type { Profile, RequirementTrace, Scope } from './model';

/** The profil that concerns every product of a dispositif; the others apply to products that claim them. */
const GENERAL = 'général';

/** Says for each requirement whether it concerns the product's profile. */
export type ScopeOf = (requirement: Requirement) => Scope;

/**
 * Applicability is keyed by (REM or dispositif, requirement). Where the catalogue knows the product's dispositif, a requirement without
 * a line for it is out of profile; where it does not, nobody published the answer: the requirement stays in, as `unknown`.
 */
// @segur ST.CAT.07
export function createScope(catalog: Catalog, profile: Profile): ScopeOf {
  const dispositif = profile.dispositif === undefined ? undefined : fold(profile.dispositif);
  const profils = new Set(profile.profils.map(fold));
  const isKnown = catalog.requirements.some((requirement) =>
    linesFor(requirement, dispositif).some((line) => line.dispositif !== undefined || line.rem !== undefined),
  );
  return (requirement) => {
    if (requirement.obsolete === true) {
      return 'obsolete';
    }
    if (dispositif === undefined) {
      return 'applicable';
    }
    const lines = linesFor(requirement, dispositif);
    if (lines.length === 0) {
      return isKnown && requirement.profiles.length > 0 ? 'out-of-profile' : 'unknown';
    }
    const applies =
      profils.size === 0 || lines.some(({ profil }) => fold(profil) === GENERAL || profils.has(fold(profil)));
    return applies ? 'applicable' : 'out-of-profile';
  };
}

/** Rows that count in totals, gates and exports: a requirement whose applicability is unknown does, nothing is hidden on a guess. */
export function inProfile(row: Pick<RequirementTrace, 'scope'>): boolean {
  return row.scope === 'applicable' || row.scope === 'unknown';
}

function linesFor(requirement: Requirement, dispositif: string | undefined) {
  return requirement.profiles.filter(({ dispositif: own, rem }) => {
    if (own !== undefined) {
      return fold(own) === dispositif;
    }
    // A line that names neither is of a product's own list: it holds everywhere.
    return (
      rem === undefined ||
      fold(rem)
        .split('-')
        .includes(dispositif ?? '')
    );
  });
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
