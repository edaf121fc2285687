import type { Need } from '../../catalog/model';
import type { GroupTotals, RequirementState, RequirementTrace, StateCounts, Trace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import { countStates } from '../../trace/totals';

/** What the rows of the page are told apart by, and what its filters narrow them to. */
export type Aspect = 'chapter' | 'family' | 'need';

/** A line of a chart: some of the requirements of the profile, by state. */
export interface ReadinessLine {
  /** `''` for those without one. */
  readonly name: string;
  readonly counts: StateCounts;
  readonly total: number;
  /** Of chapters and families: nothing in it blocks. */
  readonly ready?: boolean;
}

export interface ReadinessChart {
  readonly aspect: Aspect;
  readonly lines: readonly ReadinessLine[];
}

const NEEDS: readonly Need[] = ['code', 'test', 'proof'];

/**
 * Readiness by chapter, by family and by need. By need the states are those of the requirements that need it, as though they needed nothing else:
 * satisfied where the need is met, decided where the requirement is, and else missing. A chart of one nameless line says nothing and is left out.
 */
export function readinessCharts(trace: Trace): readonly ReadinessChart[] {
  const charts: readonly ReadinessChart[] = [
    { aspect: 'chapter', lines: trace.chapters.map(lineOf) },
    { aspect: 'family', lines: trace.families.map(lineOf) },
    { aspect: 'need', lines: NEEDS.map((need) => needLine(trace.requirements, need)).filter(({ total }) => total > 0) },
  ];
  return charts.filter(({ lines }) => lines.some(({ name }) => name !== ''));
}

function lineOf({ name, counts, total, ready }: GroupTotals): ReadinessLine {
  return { name, counts, total, ready };
}

function needLine(rows: readonly RequirementTrace[], need: Need): ReadinessLine {
  const counts: Record<RequirementState, number> = { ...countStates([]) };
  let total = 0;
  for (const row of rows) {
    const state = inProfile(row) ? stateOfNeed(row, need) : undefined;
    if (state !== undefined) {
      counts[state]++;
      total++;
    }
  }
  return { name: need, counts, total };
}

/** `undefined` where it is not needed. */
export function stateOfNeed(row: RequirementTrace, need: Need): RequirementState | undefined {
  const found = row.needs.find((one) => one.need === need);
  if (found === undefined) {
    return undefined;
  }
  if (row.decision !== undefined) {
    return row.state;
  }
  return found.met ? 'satisfied' : 'missing';
}
