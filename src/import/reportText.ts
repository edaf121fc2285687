import { countText, render, type Message, type Translate } from '../base/message';
import { columnLetters } from '../xlsx/model';
import { fieldWords } from './fieldWords';
import type { ImportReport, Notice, NoticeLevel, ReadSheetReport, SkippedRow } from './model';
import { noticeText } from './noticeText';

/** So many lines of a kind are shown; JSON has all of them. */
const mostLines = 40;

/** Styles for a terminal; a page has none. */
export interface ReportStyles {
  readonly title: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly guess: (text: string) => string;
  readonly dim: (text: string) => string;
}

const plain: ReportStyles = {
  title: (text) => text,
  warning: (text) => text,
  guess: (text) => text,
  dim: (text) => text,
};

/** What an import read, guessed and left out, as lines of text. */
export function importReportText(
  report: ImportReport,
  t: Translate,
  styles: ReportStyles = plain,
  most = mostLines,
): string {
  const { file, counts, sheets, skipped, notices, rem, edition } = report;
  const { title, dim } = styles;
  const { requirements, scenarios, proofs, rows, known } = counts;
  const written = (count: number): string => countText(t, count);
  const name = [rem, edition].filter((part) => part !== undefined).join(', ');
  const lines = [
    title(name === '' ? file : `${file} (${name})`),
    `  ${t('{0} requirements, {1} scenarios, {2} expected proofs from {3} rows', ...[requirements, scenarios, proofs, rows].map(written))}`,
    `  ${t('{0} of the requirements are known to the catalogue that ships: its guidance and FAQ join them', written(known))}`,
    ...(report.encoding === undefined
      ? []
      : [`  ${t('Text: {0}, cells separated by {1}', report.encoding, delimiterName(report.delimiter ?? '', t))}`]),
    '',
    title(t('Read')),
    ...sheets.filter(({ use }) => use === 'read').flatMap((sheet) => sheetLines(sheet, t, styles)),
  ];
  const passed = sheets.filter(({ use }) => use === 'passed-over');
  const left = [
    ...passed.map(({ name: sheet, reason }) =>
      t('Sheet “{0}”: {1}', sheet, reason === undefined ? '' : render(t, reason)),
    ),
    ...skippedLines(skipped, t),
  ];
  const group = (level: NoticeLevel): string[] =>
    notices.filter((notice) => notice.level === level).map((notice) => noticeLine(notice, t));
  return [
    ...lines,
    ...section(t('To be looked at'), group('warning'), styles.warning, t, { ...styles, most }),
    ...section(t('Guessed'), group('guess'), styles.guess, t, { ...styles, most }),
    ...section(t('Left out'), left, dim, t, { ...styles, most }),
    ...section(t('Good to know'), group('information'), dim, t, { ...styles, most }),
    '',
  ].join('\n');
}

function section(
  heading: string,
  entries: readonly string[],
  style: (text: string) => string,
  t: Translate,
  { title, dim, most }: ReportStyles & { readonly most: number },
): string[] {
  if (entries.length === 0) {
    return [];
  }
  const more = entries.length - most;
  return [
    '',
    title(heading),
    ...entries.slice(0, most).map((entry) => `  ${style(entry)}`),
    ...(more > 0 ? [`  ${dim(t('… and {0} more: all of them with --format json', countText(t, more)))}`] : []),
  ];
}

function sheetLines(sheet: ReadSheetReport, t: Translate, { dim }: ReportStyles): string[] {
  const { name, headerRows = [], rows = 0, layout, columns = [] } = sheet;
  const head = t('Sheet “{0}”: header in row {1}, {2} rows below it', name, headerRows.join('–'), countText(t, rows));
  const fields = columns.flatMap(({ field, ...column }) =>
    field === undefined || /^proof(?:Id)?(?:[2-9]|10)$/u.test(field) ? [] : [{ ...column, field }],
  );
  const proofs = columns.filter(({ field }) => field !== undefined && /^proof\d/u.test(field)).length;
  return [
    `  ${layout === undefined ? head : `${head} (${layoutText(layout, t)})`}`,
    ...fields.map(({ column, header, field, how }) => {
      const chosen = how === 'chosen' ? ` (${t('chosen')})` : '';
      return `    ${dim(columnLetters(column).padStart(2))} ${header === '' ? '–' : header} → ${fieldWords(field, t)}${chosen}`;
    }),
    ...(proofs > 1 ? [`    ${dim(t('… with {0} columns of proofs', proofs))}`] : []),
  ];
}

function layoutText(layout: NonNullable<ReadSheetReport['layout']>, t: Translate): string {
  switch (layout) {
    case 'rem-2024':
      return t('layout of the REM of 2024');
    case 'rem-2022':
      return t('layout of the REM of 2022');
    case 'convergence':
      return t('layout of Convergence');
  }
}

/** Rows left out for one reason stand on one line. */
function skippedLines(skipped: readonly SkippedRow[], t: Translate): string[] {
  const byReason = new Map<string, { sheet: string; reason: Message; rows: number[] }>();
  for (const { sheet, row, reason } of skipped) {
    const key = `${sheet}\n${render(t, reason)}`;
    const known = byReason.get(key);
    if (known === undefined) {
      byReason.set(key, { sheet, reason, rows: [row] });
    } else {
      known.rows.push(row);
    }
  }
  return [...byReason.values()].map(({ sheet, reason, rows }) =>
    t('{0}, rows {1}: {2}', sheet, rowRanges(rows), render(t, reason)),
  );
}

function noticeLine(notice: Notice, t: Translate): string {
  const { sheet, rows } = notice;
  const said = noticeText(notice, t);
  if (sheet === undefined) {
    return said;
  }
  return rows === undefined ? t('{0}: {1}', sheet, said) : t('{0}, rows {1}: {2}', sheet, rowRanges(rows), said);
}

/** `3, 7–12, 40`. @param rows in ascending order, with repetitions */
export function rowRanges(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last !== undefined && row <= last[1] + 1 && row >= last[0]) {
      last[1] = Math.max(last[1], row);
    } else {
      ranges.push([row, row]);
    }
  }
  const shown = ranges.slice(0, 12).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  return `${shown.join(', ')}${ranges.length > shown.length ? '…' : ''}`;
}

function delimiterName(delimiter: string, t: Translate): string {
  return delimiter === '\t' ? t('tabs') : t('“{0}”', delimiter);
}
