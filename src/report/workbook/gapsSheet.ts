import type { Gap, Trace } from '../../trace/model';
import { inProfile } from '../../trace/scope';
import { gapText, natureLabel, stateLabel } from '../../trace/words';
import { placeHref } from '../placeHref';
import type { MatrixOptions } from '../matrixFormat';
import { linked, requirementCells, rowsShown, type SheetContent } from './sheets';

const WIDTHS = [18, 34, 24, 22, 15, 16, 56, 40];

/** What is missing, one gap a row. */
export function gapsSheet(trace: Trace, options: MatrixOptions): SheetContent {
  const { t } = options;
  return {
    headings: [
      t('Requirement'),
      t('Title'),
      t('Chapter'),
      t('Nature'),
      t('State'),
      t('Holds its chapter up'),
      t('Gap'),
      t('Place'),
    ],
    rows: rowsShown(trace).flatMap((row) =>
      row.gaps.map((gap) => ({
        key: row.requirement.id,
        cells: [
          ...requirementCells(row),
          row.requirement.chapter ?? '',
          natureLabel(t, row.requirement.nature),
          { value: stateLabel(t, row.state), style: row.state },
          row.requirement.nature === 'exigence' && inProfile(row) ? t('yes') : t('no'),
          gapText(t, gap),
          placeCell(gap, options),
        ],
      })),
    ),
    widths: WIDTHS,
  };
}

function placeCell(gap: Gap, options: MatrixOptions) {
  const link = 'link' in gap ? gap.link : undefined;
  if (link === undefined) {
    return '';
  }
  const line = link.range.start.line + 1;
  return linked(`${link.file}:${line}`, placeHref(options, link.file, line));
}
