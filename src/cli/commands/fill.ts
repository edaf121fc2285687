import { resolve } from 'node:path';
import { countText, message, render } from '../../base/message';
import { parseMapping } from '../../import/mapping';
import { fillWorkbook, type FilledSheet } from '../../fill/fillWorkbook';
import { usualLimits } from '../../xlsx/limits';
import { SpreadsheetRefusal } from '../../xlsx/refusal';
import type { OpenedFolder } from '../openFolder';
import { hrefToFolder } from '../hrefToFolder';
import { readInputBytes } from '../readInput';
import { repositoryOf } from '../repositoryOf';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';
import { writeOutput } from '../writeOutput';

export interface FillArguments {
  readonly out?: string;
  readonly inPlace?: boolean;
  /** Address of the repository's front page. */
  readonly repository?: string;
  readonly sheet: readonly string[];
  readonly map: readonly string[];
  readonly format: 'text' | 'json';
}

/** Where a workbook is filled in to. @throws UsageError unless exactly one place is said: a user's file is never written over by chance */
export function fillTarget(file: string, { out, inPlace }: Pick<FillArguments, 'out' | 'inPlace'>): string {
  if (inPlace === true && out === undefined) {
    return file;
  }
  if (out === undefined || inPlace === true) {
    throw new UsageError(message('Say where to write: --out FILE.xlsx, or --in-place for the file itself.'));
  }
  if (resolve(out) === resolve(file)) {
    throw new UsageError(message('{0} is the file itself. To write over it, say --in-place.', out));
  }
  return out;
}

/** `fill FILE`: the user's own REM with columns that say for each row how far its requirement is. */
export async function fill(
  { trace, catalog, root }: OpenedFolder,
  file: string,
  args: FillArguments,
  terminal: Terminal,
): Promise<void> {
  const { t, language } = terminal;
  const target = fillTarget(file, args);
  const repository = args.repository === undefined ? undefined : await repositoryOf(root, args.repository);
  const baseHref = hrefToFolder(target, root);
  try {
    const { bytes, sheets } = await fillWorkbook(await readInputBytes(file, usualLimits.file), {
      trace,
      catalog,
      t,
      language,
      mapping: parseMapping(args.map),
      sheets: args.sheet,
      ...(baseHref === undefined ? {} : { baseHref }),
      ...(repository === undefined ? {} : { repository }),
    });
    await writeOutput(target, bytes);
    await terminal.write(
      args.format === 'json'
        ? `${JSON.stringify({ version: 1, out: target, sheets }, null, 2)}\n`
        : sheets.map((sheet) => sheetText(sheet, terminal)).join(''),
    );
    terminal.note(t('Written: {0}', target));
  } catch (error) {
    if (error instanceof SpreadsheetRefusal) {
      throw new UsageError(message('{0}: {1}. {2}.', file, render(t, error.told), render(t, error.remedy)));
    }
    throw error;
  }
}

/** So many ids are named. */
const MOST_NAMED = 10;

function sheetText({ name, rows, unknown, isUpdate, cutAfterRow }: FilledSheet, { t, colors }: Terminal): string {
  const lines = [
    isUpdate
      ? t('{0}: {1} rows filled in again', colors.bold(name), countText(t, rows))
      : t('{0}: {1} rows filled in', colors.bold(name), countText(t, rows)),
  ];
  if (unknown.length > 0) {
    const more = unknown.length > MOST_NAMED ? ', …' : '';
    const named = unknown.slice(0, MOST_NAMED).join(', ') + more;
    lines.push(`  ${colors.yellow(t('not in the catalogue: {0} ({1})', countText(t, unknown.length), named))}`);
  }
  if (cutAfterRow !== undefined) {
    lines.push(`  ${colors.yellow(t('nothing below row {0} was read', cutAfterRow))}`);
  }
  return `${lines.join('\n')}\n`;
}
