import { parseFormats } from '../commands/matrix';
import { merge } from '../commands/merge';
import type { Grammar } from './grammar';

/** Stored traces joined, and no folder. */
export function addMerge({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
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
