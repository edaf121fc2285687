import { render, type Translate } from '../base/message';
import { columnLetters } from '../xlsx/model';
import type { ImportReport } from './model';
import { noticeText } from './noticeText';

/** What an import read, guessed and left out, for machines: everything, reasons in words. */
export function importReportJson(report: ImportReport, t: Translate): object {
  const { sheets, skipped, notices, ...facts } = report;
  return {
    ...facts,
    sheets: sheets.map(({ reason, columns, ...sheet }) => ({
      ...sheet,
      ...(reason === undefined ? {} : { reason: render(t, reason) }),
      ...(columns === undefined
        ? {}
        : { columns: columns.map(({ column, ...rest }) => ({ column: columnLetters(column), ...rest })) }),
    })),
    skipped: skipped.map(({ sheet, row, reason }) => ({ sheet, row, reason: render(t, reason) })),
    notices: notices.map(({ level, sheet, rows, ...told }) => ({
      level,
      text: noticeText(told, t),
      ...(sheet === undefined ? {} : { sheet }),
      ...(rows === undefined ? {} : { rows }),
    })),
  };
}
