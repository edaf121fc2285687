import type { Translate } from '../base/message';
import type { Applicability, Requirement } from '../catalog/model';
import { remColumnName, type RemColumn } from '../catalog/remColumns';

/** One thing that the REM says of a requirement. */
export interface RemFact {
  readonly field: RemColumn | 'rows';
  readonly label: string;
  readonly value: string;
}

/** So many rows are named; a requirement has one for each scenario. */
const MOST_ROWS = 20;

/** What the columns of the REM say of a requirement beside its text, chapter and nature, in the order in which they matter. */
export function remFacts(requirement: Requirement, t: Translate): readonly RemFact[] {
  const { criticality, status, perimeter, previous, comment, profiles, rows = [] } = requirement;
  // Without a title of its own, a requirement is called by its function.
  const own = requirement.function === requirement.title ? undefined : requirement.function;
  const more = rows.length > MOST_ROWS ? ', …' : '';
  const facts: readonly (readonly [RemFact['field'], string | undefined])[] = [
    ['function', own],
    ['criticality', criticality],
    ['status', status],
    ['perimeter', perimeter],
    ['previous', previous],
    ['profil', profilText(profiles)],
    ['comment', comment],
    ['rows', rows.slice(0, MOST_ROWS).join(', ') + more],
  ];
  return facts.flatMap(([field, value]) =>
    value === undefined || value.trim() === ''
      ? []
      : [{ field, label: field === 'rows' ? t('Rows of the REM') : remColumnName(field, t), value }],
  );
}

/** The facts that help to decide at a glance, on one line: « Criticality: Majeure · Profil: Général (LGC) ». */
export function shortRemFacts(requirement: Requirement, t: Translate): string {
  return remFacts(requirement, t)
    .filter(({ field }) => field !== 'comment' && field !== 'previous' && field !== 'perimeter')
    .map(({ label, value }) => t('{0}: {1}', label, value))
    .join(' · ');
}

/** Each profil once, with the REMs or dispositifs under which it is asked for. */
function profilText(profiles: readonly Applicability[]): string {
  const byProfil = new Map<string, string[]>();
  for (const { profil, rem, dispositif } of profiles) {
    const where = byProfil.get(profil) ?? [];
    byProfil.set(profil, where);
    const name = rem ?? dispositif;
    if (name !== undefined && !where.includes(name)) {
      where.push(name);
    }
  }
  return [...byProfil]
    .map(([profil, where]) => (where.length === 0 ? profil : `${profil} (${where.join(', ')})`))
    .join('; ');
}
