import type { Translate } from '../../base/message';
import { countStates, groupTotals } from '../../trace/totals';
import { stateLabel } from '../../trace/words';
import { groupJson } from '../json';
import type { StoredConflict, StoredMatrix } from '../matrixSchema';
import type { Merged } from './mergeMatrices';
import { IMPLEMENTED } from './mergeRows';

/** A merged trace with its totals, as it is stored. */
export function mergedMatrix(merged: Merged): StoredMatrix {
  const rows = merged.requirements.map((requirement) => ({
    scope: requirement.scope,
    state: requirement.state,
    requirement,
  }));
  const { version, product, profile, catalogs, repositories = [], conflicts = [], ...rest } = merged;
  return {
    version,
    product,
    profile,
    catalogs,
    repositories,
    conflicts,
    counts: { ...countStates(rows) },
    chapters: groupTotals(rows, ({ requirement }) => requirement.chapter).map(groupJson),
    themes: groupTotals(rows, ({ requirement }) => requirement.theme).map(groupJson),
    families: groupTotals(rows, ({ requirement }) => requirement.family).map(groupJson),
    ...rest,
  };
}

/** What the repositories do not agree about, in one line. */
export function conflictText({ kind, subject, values }: StoredConflict, t: Translate): string {
  const said = values.map(({ value, repositories }) => {
    const words = kind === 'decision' ? decisionWords(value, t) : value;
    return `${words === '' ? '–' : words} (${repositories.join(', ')})`;
  });
  return t('{0}: {1}', `${conflictLabel(kind, t)} ${subject}`, said.join(' ≠ '));
}

/** The data have a status and its reason, or that the requirement is implemented. */
function decisionWords(value: string, t: Translate): string {
  if (value === IMPLEMENTED) {
    return t('implemented');
  }
  const status = (['not-applicable', 'accepted-gap'] as const).find((one) => value.startsWith(`${one}: `));
  return status === undefined
    ? value
    : t('{0}: {1}', stateLabel(t, status).toLowerCase(), value.slice(status.length + 2));
}

function conflictLabel(kind: StoredConflict['kind'], t: Translate): string {
  switch (kind) {
    case 'decision':
      return t('Decision on');
    case 'edition':
      return t('Edition of');
    case 'profile':
      return t('Profile,');
    case 'product':
      return t('Product,');
    case 'requirement':
      return t('Text of');
  }
}
