import { Option, type Command } from 'commander';
import { diff, DIFF_FORMATS, type DiffFormat } from './commands/diff';
import { parseFormats } from './commands/matrix';
import { merge } from './commands/merge';
import type { Terminal } from './terminal';

/** The subcommands that read stored traces, and no folder. */
export function addComparing(subcommand: (nameAndArgs: string, summary: string) => Command, terminal: Terminal): void {
  const { t } = terminal;
  subcommand('diff', t('what became of two stored traces (.json), or of two catalogues (.yaml)'))
    .argument('<old>', t('the former one'))
    .argument('<new>', t('the one of now'))
    .addOption(
      new Option('--format <format>', t('text, json or markdown')).choices(DIFF_FORMATS).default('text', 'text'),
    )
    .action((before: string, after: string, options: { format: DiffFormat }) =>
      diff(before, after, options.format, terminal),
    );

  subcommand('merge', t('joins the stored traces of several repositories into one matrix'))
    .argument('<traces...>', t('NAME=FILE.json or NAME@COMMIT=FILE.json; without a name, that of the file'))
    .option(
      '--format <list>',
      t('html, md, csv, xlsx, reqif, json; several, separated by commas, need --out FOLDER'),
      'json',
    )
    .option('--out <path>', t('file to write, or the folder for several formats; default: standard output'))
    .action((traces: readonly string[], options: { format: string; out?: string }) =>
      merge(traces, parseFormats(options.format), options.out, terminal),
    );
}
