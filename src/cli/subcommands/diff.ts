import { diff, DIFF_FORMATS, type DiffFormat } from '../commands/diff';
import { formatAmong } from '../options';
import type { Grammar } from './grammar';

/** Two stored traces or catalogues compared, and no folder. */
export function addDiff({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  subcommand('diff', t('what became of two stored traces (.json), or of two catalogues (.yaml)'))
    .argument('<old>', t('the former one'))
    .argument('<new>', t('the one of now'))
    .addOption(formatAmong(DIFF_FORMATS, t('text, json or markdown')))
    .action((before: string, after: string, options: { format: DiffFormat }) =>
      diff(before, after, options.format, terminal),
    );
}
