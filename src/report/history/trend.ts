import type { RequirementState, StateCounts } from '../../trace/model';
import { requirementStates } from '../../trace/stateNames';
import { countStates } from '../../trace/totals';
import { CHANGES, diffTraces, type Change, type TraceDiff } from '../compare/traceDiff';
import { inProfile } from '../../trace/scope';
import type { ComparedTrace } from './comparedTrace';
import type { TraceHistory } from './traceHistory';

/** A moment of the trend: a stored trace, or that of now. */
export interface TrendStep {
  /** Path of the stored trace; absent for that of now. */
  readonly file?: string;
  /** `YYYY-MM-DD`; of now only where it is told. */
  readonly day?: string;
  readonly version?: string;
  readonly commit?: string;
  readonly counts: StateCounts;
  readonly total: number;
  readonly chapters: { readonly ready: number; readonly total: number };
  /** What became of the requirements since the step before; absent for the first one. */
  readonly since?: TraceDiff;
}

/** From the oldest stored trace to now. */
// @segur ST.HIS.03
export function trendOf({ points }: TraceHistory, now: ComparedTrace): readonly TrendStep[] {
  const all: readonly Pick<Partial<TraceHistory['points'][number]>, 'file' | 'day'>[] = [
    ...points,
    { ...(now.generatedAt === undefined ? {} : { day: now.generatedAt.slice(0, 10) }) },
  ];
  const traces = [...points.map(({ trace }) => trace), now];
  return all.map(({ file, day }, at) => {
    const trace = traces[at] ?? now;
    const before = traces[at - 1];
    const { product, commit, chapters } = trace;
    // Not as the file counts them: what is drawn and what is compared is the same.
    const counts = countsOf(trace);
    return {
      ...(file === undefined ? {} : { file }),
      ...(day === undefined ? {} : { day }),
      ...(product.version === undefined ? {} : { version: product.version }),
      ...(commit === undefined ? {} : { commit }),
      counts,
      total: requirementStates.reduce((sum, state) => sum + counts[state], 0),
      chapters: { ready: chapters.filter(({ ready }) => ready).length, total: chapters.length },
      ...(before === undefined ? {} : { since: sinceOf(before, trace) }),
    };
  });
}

function countsOf({ requirements }: ComparedTrace): StateCounts {
  const counts: Record<RequirementState, number> = { ...countStates([]) };
  for (const row of requirements) {
    counts[row.state] += Number(inProfile(row));
  }
  return counts;
}

const known = new WeakMap<ComparedTrace, WeakMap<ComparedTrace, TraceDiff>>();

/** Stored traces do not change: what two of them differ in is found once. */
function sinceOf(before: ComparedTrace, after: ComparedTrace): TraceDiff {
  const own = known.get(before) ?? new WeakMap<ComparedTrace, TraceDiff>();
  known.set(before, own);
  const diff = own.get(after) ?? diffTraces(before, after);
  own.set(after, diff);
  return diff;
}

/** How many requirements changed in each way, the gravest first. */
export function changeCounts({ requirements }: TraceDiff): readonly (readonly [Change, number])[] {
  return CHANGES.map((change) => [change, requirements.filter((one) => one.change === change).length] as const).filter(
    ([, count]) => count > 0,
  );
}
