import { countText, message } from '../../base/message';
import { claimsJson } from '../../report/claimsJson';
import type { ClaimReport, FileClaims, FolderClaims } from '../../trace/unclaimed/model';
import { figuresWords, unitSize, unitWords } from '../../trace/unclaimed/words';
import type { OpenedFolder } from '../openFolder';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';

export interface UnclaimedOptions {
  readonly format: 'text' | 'json';
  /** One line a file, without its units. */
  readonly files?: boolean;
}

/**
 * `unclaimed`: code of the folders declared sensitive that no requirement claims.
 *
 * @throws UsageError where none is declared: an empty answer would say that all is well
 */
export async function unclaimed(folder: OpenedFolder, options: UnclaimedOptions, terminal: Terminal): Promise<void> {
  const claims = claimsOf(folder);
  if (options.format === 'json') {
    await terminal.write(`${JSON.stringify({ version: 1, ...claimsJson(claims) }, null, 1)}\n`);
    return;
  }
  const lines = claims.folders
    .filter(({ figures }) => figures.unclaimedUnits > 0)
    .flatMap((one) => [headOf(one, terminal), ...one.files.flatMap((file) => fileLines(file, options, terminal))]);
  await terminal.write(lines.map((line) => `${line}\n`).join(''));
  terminal.note(totalOf(claims, terminal));
}

/** @throws UsageError where nothing is declared sensitive */
export function claimsOf({ claims }: OpenedFolder): ClaimReport {
  if (claims === undefined) {
    throw new UsageError(
      message('segur.yaml declares no sensitive code. Write, for example: scan: { sensitive: ["src/auth/**"] }'),
    );
  }
  return claims;
}

function headOf({ folder, figures }: FolderClaims, { colors, t }: Terminal): string {
  return `${colors.bold(folder === '' ? '.' : folder)}  ${colors.dim(figuresWords(figures, t))}`;
}

function fileLines(
  { file, figures, unclaimed: units }: FileClaims,
  { files }: UnclaimedOptions,
  { colors, t }: Terminal,
): string[] {
  if (files !== true) {
    return units.map(
      (unit) =>
        `  ${colors.cyan(`${file}:${unit.startLine + 1}`)}  ${unitWords(unit, t)}  ${colors.dim(unitSize(unit, t))}`,
    );
  }
  return units.length === 0 ? [] : [`  ${colors.cyan(file)}  ${figuresWords(figures, t)}`];
}

function totalOf({ figures, folders, globs }: ClaimReport, { t, colors }: Terminal): string {
  const files = folders.reduce((sum, one) => sum + one.files.length, 0);
  if (files === 0) {
    return colors.yellow(t('No code was found in {0} (scan.sensitive in segur.yaml).', globs.join(', ')));
  }
  const text = t('{0} files: {1}', countText(t, files), figuresWords(figures, t));
  return figures.unclaimedUnits === 0 ? colors.green(text) : text;
}
