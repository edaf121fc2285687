import { Option, type Command } from 'commander';
import { fill, fillTarget, type FillArguments } from './commands/fill';
import { openFolder, type OpenOptions } from './openFolder';
import type { Terminal } from './terminal';

/** The subcommand that fills in a workbook of the user's own. */
export function addFill(subcommand: (nameAndArgs: string, summary: string) => Command, terminal: Terminal): void {
  const { t } = terminal;
  const each = (one: string, before: readonly string[]): readonly string[] => [...before, one];
  subcommand('fill', t('your own REM (.xlsx) with columns that say how far each requirement is'))
    .argument('<file>', t('the workbook'))
    .option('--out <file.xlsx>', t('file to write'))
    .option('--in-place', t('write over the workbook itself'))
    .option('--dir <dir>', t('folder to trace (default: the current one)'))
    .option('--sheet <name>', t('this sheet alone, by name or number; may be repeated'), each, [] as readonly string[])
    .option(
      '--map <field=column>',
      t('column of a field, by header or letter; may be repeated'),
      each,
      [] as readonly string[],
    )
    .addOption(new Option('--format <format>', t('text or json')).choices(['text', 'json']).default('text', 'text'))
    .addOption(new Option('--marker <text>', t('marker of the annotations (default: the project file’s, else @segur)')))
    .action(async (file: string, options: OpenOptions & FillArguments & { dir?: string }) => {
      fillTarget(file, options);
      await fill(await openFolder(options.dir, { ...options, units: true }, terminal), file, options, terminal);
    });
}
