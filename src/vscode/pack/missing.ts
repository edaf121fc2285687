import type { RequirementTrace, Trace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import { isSettled } from '../../trace/totals';
import { gapText } from '../../trace/words';
import { chapterOf } from '../../trace/chapterTrace';
import { t } from '../support/translate';

/** More than this is read on page one of the pack. */
const MOST_LISTED = 8;

export interface Missing {
  /** Requirements that are neither satisfied nor decided; recommendations do not count. */
  readonly requirements: number;
  /** Proofs that are asked for and are not there, are empty or are over. */
  readonly proofs: number;
  /** The first requirements and what each of them lacks. */
  readonly lines: readonly string[];
}

/** What a pack would lack. @param chapter one alone; `undefined` for all */
export function missingOf(trace: Trace, chapter: string | undefined): Missing {
  const open = trace.requirements.filter(
    (row) =>
      inProfile(row) &&
      row.requirement.nature === 'exigence' &&
      !isSettled(row.state) &&
      (chapter === undefined || chapterOf(row) === chapter),
  );
  const lines = open
    .slice(0, MOST_LISTED)
    .map(({ requirement, gaps }) => `${requirement.id}: ${gaps.map((gap) => gapText(t, gap)).join(' ; ')}`);
  const more = open.length - lines.length;
  return {
    requirements: open.length,
    proofs: open.reduce((sum, row) => sum + missingProofs(row), 0),
    lines: more > 0 ? [...lines, t('… {0} more', more)] : lines,
  };
}

function missingProofs({ gaps }: RequirementTrace): number {
  return gaps.filter(
    (gap) =>
      gap.kind === 'no-proof' ||
      gap.kind === 'expected-proof' ||
      (gap.kind === 'proof-state' && ['missing', 'empty', 'expired'].includes(gap.proof.state)),
  ).length;
}
