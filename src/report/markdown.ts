import { countText, type Translate } from '../base/message';
import type { Trace } from '../trace/model';
import { stateLabel, stateSymbol } from '../trace/words';
import type { MatrixOptions } from './matrixFormat';
import { matrixGroups } from './matrixGroups';
import { matrixCells, matrixHeadings, matrixRows, type MatrixRow } from './matrixRows';
import { documentFacts, documentTitle, statesPresent } from './summary';

/** The matrix as Markdown that GitLab and GitHub show: a summary, then a table for each chapter. */
export function writeMarkdown(trace: Trace, options: MatrixOptions): string {
  const { t } = options;
  const parts = [
    `# ${escapeMarkdown(documentTitle(trace, t))}`,
    documentFacts(trace, options)
      .map(([name, value]) => `- **${escapeMarkdown(name)}**: ${escapeMarkdown(value)}`)
      .join('\n'),
    table(
      [t('State'), t('Requirements')],
      statesPresent(trace).map((state) => [
        `${stateSymbol(state)} ${stateLabel(t, state)}`,
        countText(t, trace.counts[state]),
      ]),
    ),
  ];
  for (const { name, rows } of matrixGroups(matrixRows(trace, t), t)) {
    parts.push(`## ${escapeMarkdown(name)}`, rowsTable(rows, t));
  }
  return `${parts.join('\n\n')}\n`;
}

/** The chapter is the heading; the theme and the answers' titles would make the table wider than any screen. */
const LEFT_OUT = new Set([2, 3, 8]);

function rowsTable(rows: readonly MatrixRow[], t: Translate): string {
  const keep = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => !LEFT_OUT.has(index));
  return table(
    keep(matrixHeadings(t)),
    rows.map((row) =>
      keep(matrixCells(row)).map(
        (lines, index) => (index === 2 ? `${stateSymbol(row.source.state)} ` : '') + cell(lines),
      ),
    ),
  );
}

function cell(lines: readonly string[]): string {
  return lines.map(escapeMarkdown).join('<br>');
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(headings.map(escapeMarkdown)), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text stays text: it opens no table cell, tag, emphasis, formula or mention of a user, and no link but an address that shows itself. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~$]/gu, '\\$&')
    .replace(/&(?=[#\p{L}])/gu, '&amp;')
    .replace(/(?<![\p{L}\p{N}_])@(?=\\?[\p{L}\p{N}_])/gu, '@\u200B')
    .replace(/^([-+]|\d+[.)])(?=\s)/u, '\\$1');
}
