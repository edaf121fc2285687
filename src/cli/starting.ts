import type { Command } from 'commander';
import { init } from './commands/init';
import type { Terminal } from './terminal';

/** The subcommand that begins a project. */
export function addInit(subcommand: (nameAndArgs: string, summary: string) => Command, terminal: Terminal): void {
  const { t } = terminal;
  subcommand('init', t('writes a first segur.yaml that explains itself; one that exists stays as it is'))
    .argument('[dir]', t('folder to trace (default: the current one)'))
    .action((dir: string | undefined) => init(dir, terminal));
}
