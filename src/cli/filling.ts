import type { Command } from 'commander';
import { fill, fillTarget, type FillArguments } from './commands/fill';
import { formatOption, mapOption, markerOption, repositoryOption, sheetOption } from './options';
import { openFolder, type OpenOptions } from './openFolder';
import type { Terminal } from './terminal';

/** The subcommand that fills in a workbook of the user's own. */
export function addFill(subcommand: (nameAndArgs: string, summary: string) => Command, terminal: Terminal): void {
  const { t } = terminal;
  subcommand('fill', t('your own REM (.xlsx) with columns that say how far each requirement is'))
    .argument('<file>', t('the workbook'))
    .option('--out <file.xlsx>', t('file to write'))
    .option('--in-place', t('write over the workbook itself'))
    .option('--dir <dir>', t('folder to trace (default: the current one)'))
    .addOption(repositoryOption(t))
    .addOption(sheetOption(t))
    .addOption(mapOption(t))
    .addOption(formatOption(t))
    .addOption(markerOption(t))
    .action(async (file: string, options: OpenOptions & FillArguments & { dir?: string }) => {
      fillTarget(file, options);
      await fill(await openFolder(options.dir, { ...options, units: true }, terminal), file, options, terminal);
    });
}
