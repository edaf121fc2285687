import type { GroupTotals, RequirementState, RequirementTrace, Trace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import { statesByUrgency } from '../../trace/urgency';

export const groupings = ['chapter', 'theme', 'family', 'state'] as const;
export type Grouping = (typeof groupings)[number];

export function isGrouping(value: unknown): value is Grouping {
  return groupings.some((grouping) => grouping === value);
}

export interface RequirementFilter {
  /** Canonical ids that the text search found; absent when no text narrows the view. */
  readonly found?: ReadonlySet<string>;
  /** Empty: every state. */
  readonly states: readonly RequirementState[];
}

/** A group of the tree: `name` is absent for the rows that have no chapter, theme or family. */
export interface RowGroup {
  readonly key: string;
  readonly name?: string;
  readonly state?: RequirementState;
  /** Of a chapter of the profile: its name, `''` for what has none. */
  readonly chapter?: string;
  readonly outside: boolean;
  readonly rows: readonly RequirementTrace[];
  readonly totals?: GroupTotals;
}

/**
 * The rows that the view shows, grouped, in the catalogue's order (states: by urgency). Rows out of the profile come last, in a group of their
 * own, and only when the code or a proof speaks of them: the others concern another product.
 */
export function groupRows(trace: Trace, by: Grouping, filter: RequirementFilter): RowGroup[] {
  const groups = new Map<string, { name?: string; state?: RequirementState; rows: RequirementTrace[] }>();
  const outside: RequirementTrace[] = [];
  if (by === 'state') {
    for (const state of statesByUrgency) {
      groups.set(state, { state, rows: [] });
    }
  }
  for (const row of trace.requirements) {
    if (!passes(row, filter)) {
      continue;
    }
    if (!inProfile(row)) {
      if (row.links.length > 0 || row.proofs.length > 0) {
        outside.push(row);
      }
      continue;
    }
    const name = by === 'state' ? row.state : row.requirement[by];
    const key = name ?? '';
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { ...(name === undefined ? {} : { name }), rows: [row] });
    } else {
      group.rows.push(row);
    }
  }
  const totals = totalsOf(trace, by);
  const result: RowGroup[] = [];
  for (const [key, group] of groups) {
    if (group.rows.length > 0) {
      const total = totals.find((candidate) => candidate.name === key);
      const chapter = by === 'chapter' ? { chapter: key } : {};
      result.push({ key, ...group, ...chapter, outside: false, ...(total === undefined ? {} : { totals: total }) });
    }
  }
  if (outside.length > 0) {
    result.push({ key: 'outside', outside: true, rows: outside });
  }
  return result;
}

/** Whether a row is one that the view shows. */
export function passes(row: RequirementTrace, filter: RequirementFilter): boolean {
  return (
    (filter.states.length === 0 || filter.states.includes(row.state)) &&
    (filter.found === undefined || filter.found.has(row.requirement.id))
  );
}

function totalsOf(trace: Trace, by: Grouping): readonly GroupTotals[] {
  switch (by) {
    case 'chapter':
      return trace.chapters;
    case 'theme':
      return trace.themes;
    case 'family':
      return trace.families;
    case 'state':
      return [];
  }
}
