import type { Requirement } from '../catalog/model';
import type { GroupTotals, RequirementState, RequirementTrace, StateCounts } from './model';
import { inProfile } from './scope';
import { pushTo } from '../base/pushTo';

const NONE: StateCounts = {
  satisfied: 0,
  partial: 0,
  missing: 0,
  suspect: 0,
  'not-applicable': 0,
  'accepted-gap': 0,
};

/** What totals are made of. */
export interface CountedRow extends Pick<RequirementTrace, 'scope' | 'state'> {
  readonly requirement: Pick<Requirement, 'nature'>;
}

/** Counts the rows of the profile by state. */
export function countStates(rows: readonly CountedRow[]): StateCounts {
  const counts: Record<RequirementState, number> = { ...NONE };
  for (const row of rows) {
    if (inProfile(row)) {
      counts[row.state]++;
    }
  }
  return counts;
}

/** Totals of the rows of the profile by group, groups in the order of their first row; rows without a group form the one named ''. */
// @segur ST.STA.02
export function groupTotals<Row extends CountedRow>(
  rows: readonly Row[],
  groupOf: (row: Row) => string | undefined,
): GroupTotals[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (inProfile(row)) {
      const name = groupOf(row) ?? '';
      pushTo(groups, name, row);
    }
  }
  return [...groups].map(([name, members]) => ({
    name,
    counts: countStates(members),
    total: members.length,
    ready: members.every((row) => row.requirement.nature === 'préconisation' || isSettled(row.state)),
  }));
}

/** How many are satisfied or decided. */
export function settledCount(counts: StateCounts): number {
  return counts.satisfied + counts['not-applicable'] + counts['accepted-gap'];
}

/** Convergence takes proofs by chapter: what is satisfied or decided holds none back. */
export function isSettled(state: RequirementState): boolean {
  return state === 'satisfied' || state === 'not-applicable' || state === 'accepted-gap';
}
