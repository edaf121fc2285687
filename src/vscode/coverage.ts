import type { StateCounts } from '../trace/model';
import type { FolderSession } from './folderSession';
import { settledCount } from '../trace/totals';

export interface Coverage {
  readonly counts: StateCounts;
  readonly total: number;
  /** Satisfied, or decided: not applicable, gap accepted. */
  readonly settled: number;
  /** What still asks for work. */
  readonly open: number;
}

/** « 12/57 », of all these folders; empty when nobody traces them. */
export function coverageText(sessions: readonly FolderSession[]): string {
  const coverage = coverageOf(sessions);
  return coverage === undefined ? '' : `${coverage.settled}/${coverage.total}`;
}

/** The totals of all folders that somebody traces; `undefined` when there is none. */
export function coverageOf(sessions: readonly FolderSession[]): Coverage | undefined {
  const engaged = sessions.filter((session) => session.scanned && session.engaged);
  if (engaged.length === 0) {
    return undefined;
  }
  const sum = (state: keyof StateCounts): number =>
    engaged.reduce((total, session) => total + session.trace.counts[state], 0);
  const counts: StateCounts = {
    satisfied: sum('satisfied'),
    partial: sum('partial'),
    missing: sum('missing'),
    suspect: sum('suspect'),
    'not-applicable': sum('not-applicable'),
    'accepted-gap': sum('accepted-gap'),
  };
  const settled = settledCount(counts);
  const open = counts.partial + counts.missing + counts.suspect;
  return { counts, total: settled + open, settled, open };
}
