import type { RequirementTrace, Trace } from '../../trace/model';
import { chapterOf } from '../../trace/chapterTrace';
import { inProfile } from '../../trace/scope';
import { isSettled } from '../../trace/totals';
import { pushTo } from '../../base/pushTo';

/** A chapter that is not ready, with what still blocks it. */
export interface BlockedChapter {
  /** `''` for requirements without one. */
  readonly name: string;
  /** Those that block, the one with the fewest gaps first, then in the catalogue's order. */
  readonly rows: readonly RequirementTrace[];
  /** Over all of them. */
  readonly gaps: number;
}

/**
 * Chapters that are not ready, the one that takes the least work first: with the fewest gaps, then the fewest requirements, then in the catalogue's
 * order. How long a gap takes nobody knows; that each is something to be done is all that is counted. Recommendations block nothing.
 */
// @segur ST.OUT.05
export function blockedChapters(trace: Trace): readonly BlockedChapter[] {
  const chapters = new Map<string, RequirementTrace[]>();
  for (const row of trace.requirements) {
    if (inProfile(row) && row.requirement.nature !== 'préconisation' && !isSettled(row.state)) {
      const name = chapterOf(row);
      pushTo(chapters, name, row);
    }
  }
  return [...chapters]
    .map(([name, rows]) => ({
      name,
      rows: rows.sort((a, b) => a.gaps.length - b.gaps.length),
      gaps: rows.reduce((sum, row) => sum + row.gaps.length, 0),
    }))
    .sort((a, b) => a.gaps - b.gaps || a.rows.length - b.rows.length);
}
