import { Option, type Command } from 'commander';
import { diff, DIFF_FORMATS, type DiffFormat } from './commands/diff';
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
}
