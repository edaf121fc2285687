import { mcp } from '../commands/mcp';
import type { OpenOptions } from '../openFolder';
import { folderText, markerOption } from '../options';
import type { Grammar } from './grammar';

/** Answers for agents. */
export function addMcp({ subcommand, terminal, version }: Grammar): void {
  const { t } = terminal;
  subcommand('mcp', t('answers agents (Model Context Protocol, standard input and output), read-only'))
    .argument('[dir]', folderText(t))
    .addOption(markerOption(t))
    .action((dir: string | undefined, options: OpenOptions) => mcp(dir, options, version, terminal));
}
