import { fill, fillTarget, type FillArguments } from '../commands/fill';
import { openFolder, type OpenOptions } from '../openFolder';
import { folderText, formatOption, mapOption, markerOption, repositoryOption, sheetOption } from '../options';
import type { Grammar } from './grammar';

/** A workbook of the user’s own, filled in. */
export function addFill({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  subcommand('fill', t('your own REM (.xlsx) with columns that say how far each requirement is'))
    .argument('<file>', t('the workbook'))
    .option('--out <file.xlsx>', t('file to write'))
    .option('--in-place', t('write over the workbook itself'))
    .option('--dir <dir>', folderText(t))
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
