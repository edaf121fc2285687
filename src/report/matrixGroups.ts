import type { Translate } from '../base/message';
import { inProfile } from '../trace/scope';
import type { MatrixRow } from './matrixRows';
import { pushTo } from '../base/pushTo';

/** Rows under one heading. */
export interface MatrixGroup {
  readonly name: string;
  readonly rows: readonly MatrixRow[];
}

/** Rows by chapter (by theme where the catalogue knows none), groups in the order of their first row; rows out of the profile come last. */
export function matrixGroups(rows: readonly MatrixRow[], t: Translate): readonly MatrixGroup[] {
  const inside = byName(rows.filter((row) => inProfile(row.source)));
  const outside = rows.filter((row) => !inProfile(row.source));
  const groups = [...inside].map(([name, members]) => ({
    name: name === '' ? t('Without a chapter') : name,
    rows: members,
  }));
  return outside.length === 0 ? groups : [...groups, { name: t('Outside the profile'), rows: outside }];
}

function byName(rows: readonly MatrixRow[]): Map<string, MatrixRow[]> {
  const groups = new Map<string, MatrixRow[]>();
  for (const row of rows) {
    const name = row.chapter || row.theme;
    pushTo(groups, name, row);
  }
  return groups;
}
