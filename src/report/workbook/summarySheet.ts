import type { GroupTotals, Trace } from '../../trace/model';
import { stateLabel } from '../../trace/words';
import type { MatrixOptions } from '../matrixFormat';
import { documentFacts, documentTitle, statesPresent } from '../summary';
import type { SheetContent } from './sheets';
import type { Cell, Row } from '../xlsx/model';
import type { StyleName } from '../xlsx/styles';
import { settledCount } from '../../trace/totals';

const WIDTHS = [44, 22, 14, 14, 14, 14, 14, 16, 16];

/** What the matrix is of, its totals, and how far each chapter is. */
export function summarySheet(trace: Trace, options: MatrixOptions): SheetContent {
  const { t } = options;
  const states = statesPresent(trace);
  const facts = documentFacts(trace, options);
  const { name, version } = trace.product;
  return {
    rows: [
      row({ value: documentTitle(trace, t), style: 'title' }),
      row(),
      ...(name === undefined ? [] : [fact(t('Product'), name)]),
      ...(version === undefined ? [] : [fact(t('Version'), version)]),
      ...facts.map(([label, value]) => fact(label, value)),
      row(),
      section(t('Requirements by state')),
      headings(t('State'), t('Requirements')),
      ...states.map((state) => row({ value: stateLabel(t, state), style: state }, trace.counts[state])),
      row(
        { value: t('All'), style: 'id' },
        states.reduce((sum, state) => sum + trace.counts[state], 0),
      ),
      row(),
      section(t('Readiness by chapter')),
      row({
        value: t(
          'A chapter is ready when every requirement of it is satisfied or decided; recommendations do not count.',
        ),
        style: 'note',
      }),
      headings(
        t('Chapter'),
        t('Satisfied or decided'),
        t('All'),
        ...states.map((state) => stateLabel(t, state)),
        t('Ready'),
      ),
      ...chaptersOf(trace).map((group) => chapter(group)),
    ],
    widths: WIDTHS,
  };

  function chapter({ name: label, counts, total, ready }: GroupTotals): Row {
    const settled = settledCount(counts);
    return row(
      label === '' ? t('Without a chapter') : label,
      settled,
      total,
      ...states.map((state) => counts[state]),
      ready ? { value: t('ready'), style: 'satisfied' } : { value: t('not ready'), style: 'missing' },
    );
  }
}

/** Themes, where the catalogue knows no chapters. */
function chaptersOf(trace: Trace): readonly GroupTotals[] {
  return trace.chapters.some(({ name }) => name !== '') ? trace.chapters : trace.themes;
}

function row(...cells: readonly Cell[]): Row {
  return { cells };
}

function fact(label: string, value: string): Row {
  return row({ value: label, style: 'id' }, { value, style: 'free' });
}

function section(value: string): Row {
  return row({ value, style: 'section' });
}

function headings(...labels: readonly string[]): Row {
  const style: StyleName = 'heading';
  return row(...labels.map((value): Cell => ({ value, style })));
}
