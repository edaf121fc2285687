import { status } from '../commands/status';
import { openFolder, type OpenOptions } from '../openFolder';
import { folderText, formatOption, markerOption, type TextOrJson } from '../options';
import type { Grammar } from './grammar';

/** Totals and gaps. */
export function addStatus({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  subcommand('status', t('totals and gaps, by chapter or theme'))
    .argument('[dir]', folderText(t))
    .addOption(formatOption(t))
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & { format: TextOrJson }) => {
      await status(await openFolder(dir, options, terminal), options.format, terminal);
    });
}
