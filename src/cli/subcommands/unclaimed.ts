import { unclaimed, type UnclaimedOptions } from '../commands/unclaimed';
import { openFolder, type OpenOptions } from '../openFolder';
import { folderText, formatOption, markerOption } from '../options';
import type { Grammar } from './grammar';

/** Code that no requirement claims. */
export function addUnclaimed({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  subcommand('unclaimed', t('code of the folders declared sensitive that no requirement claims'))
    .argument('[dir]', folderText(t))
    .option('--files', t('one line a file, without its units'))
    .addOption(formatOption(t))
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & UnclaimedOptions) => {
      await unclaimed(await openFolder(dir, { ...options, claims: true }, terminal), options, terminal);
    });
}
