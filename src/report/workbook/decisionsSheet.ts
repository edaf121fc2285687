import type { Decision } from '../../evidence/model';
import type { RequirementTrace, Trace } from '../../trace/model';
import { stateLabel } from '../../trace/words';
import type { MatrixOptions } from '../matrixFormat';
import { requirementCells, rowsShown, type SheetContent } from './sheets';
import type { Row } from '../xlsx/model';

const WIDTHS = [18, 36, 18, 70, 26, 12, 12, 14];

/** What was decided, those decisions included that no longer count. */
export function decisionsSheet(trace: Trace, { t }: MatrixOptions): SheetContent {
  const rowOf = (row: RequirementTrace, decision: Decision, counts: boolean): Row => ({
    key: row.requirement.id,
    cells: [
      ...requirementCells(row),
      { value: stateLabel(t, decision.status), style: decision.status },
      decision.reason,
      decision.by ?? '',
      decision.date ?? '',
      decision.expires ?? '',
      counts ? { value: t('yes'), style: 'satisfied' } : { value: t('no'), style: 'missing' },
    ],
  });
  return {
    headings: [
      t('Requirement'),
      t('Title'),
      t('Decision'),
      t('Reason'),
      t('Decided by'),
      t('Date'),
      t('Expires on'),
      t('Counts'),
    ],
    rows: rowsShown(trace).flatMap((row) => [
      ...(row.decision === undefined ? [] : [rowOf(row, row.decision, true)]),
      ...row.gaps.flatMap((gap) => (gap.kind === 'decision-expired' ? [rowOf(row, gap.decision, false)] : [])),
    ]),
    widths: WIDTHS,
  };
}
