import { parseFormats } from '../commands/matrix';
import { merge } from '../commands/merge';
import { formatListOption, outOption } from '../options';
import type { Grammar } from './grammar';

/** Stored traces joined, and no folder. */
export function addMerge({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  subcommand('merge', t('joins the stored traces of several repositories into one matrix'))
    .argument('<traces...>', t('NAME=FILE.json or NAME@COMMIT=FILE.json; without a name, that of the file'))
    .addOption(formatListOption(t).default('json'))
    .addOption(outOption(t))
    .action((traces: readonly string[], options: { format: string; out?: string }) =>
      merge(traces, parseFormats(options.format), options.out, terminal),
    );
}
