import type { Translate } from '../../base/message';
import type { Link, TestResult, Trace } from '../../trace/model';
import { linkStateLabel, testStateLabel, testsDate, testsText, verbLabel } from '../../trace/words';
import { besideOnly, placeHref } from '../placeHref';
import type { MatrixOptions } from '../matrixFormat';
import { linked, linkStyle, requirementCells, rowsShown, testStyle, type SheetContent } from './sheets';
import type { Cell, Row } from '../xlsx/model';

const WIDTHS = [18, 30, 18, 13, 42, 8, 30, 15, 24, 14, 30, 14];

/** Every place in the code and every result of a test that names a requirement, one a row; last those whose requirement nobody knows. */
export function linksSheet(trace: Trace, options: MatrixOptions): SheetContent {
  const { t } = options;
  const known = rowsShown(trace).flatMap((row): Row[] => [
    ...row.links.map((link) => ({
      key: row.requirement.id,
      cells: [...requirementCells(row), ...linkCells(link, options)],
    })),
    ...(row.tests?.named ?? []).map((result) => ({
      key: row.requirement.id,
      cells: [...requirementCells(row), ...resultCells(result, options)],
    })),
  ]);
  const unknown = trace.unknownLinks.map((link) => ({ cells: [link.id, '', ...linkCells(link, options)] }));
  return { headings: headings(t), rows: [...known, ...unknown], widths: WIDTHS };
}

function headings(t: Translate): readonly string[] {
  return [
    t('Requirement'),
    t('Title'),
    t('Scenario or expected proof'),
    t('Verb'),
    t('File'),
    t('Line'),
    t('Code unit'),
    t('State'),
    t('Last test result'),
    t('Tested on'),
    t('Note'),
    t('Revision'),
  ];
}

function linkCells(link: Link, options: MatrixOptions): readonly Cell[] {
  const { t } = options;
  const line = link.range.start.line + 1;
  return [
    link.item ?? '',
    verbLabel(t, link.verb),
    linked(link.file, placeHref(options, link.file, line)),
    line,
    link.unit?.name ?? '',
    { value: linkStateLabel(t, link.state), style: linkStyle(link.state) },
    link.tests === undefined ? '' : { value: testsText(t, link.tests), style: testStyle(link.tests.state) },
    testsDate(link.tests?.results ?? []) ?? '',
    link.note ?? '',
    link.revision ?? '',
  ];
}

function resultCells(
  { name, outcome, message, file, line, date }: TestResult,
  options: MatrixOptions,
): readonly Cell[] {
  const { t } = options;
  return [
    '',
    verbLabel(t, 'verifies'),
    linked(file, placeHref(besideOnly(options), file)),
    line + 1,
    name,
    '',
    { value: testStateLabel(t, outcome), style: testStyle(outcome) },
    date ?? '',
    message ?? '',
    '',
  ];
}
