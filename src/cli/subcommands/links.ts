import { links, unitsOfFiles, type LinksOptions } from '../commands/links';
import { openFolder, type OpenOptions } from '../openFolder';
import { folderText, formatOption, markerOption, repeated } from '../options';
import type { Grammar } from './grammar';

/** Every annotation. */
export function addLinks({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  subcommand('links', t('every annotation of the folder'))
    .argument('[dir]', folderText(t))
    .option('--units', t('with the code that each one speaks of, which takes longer'))
    .addOption(repeated('--file <path>', t('this file alone, with the requirements that it serves; may be repeated')))
    .addOption(formatOption(t))
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & LinksOptions) => {
      const units = options.units ?? unitsOfFiles(options.file);
      await links(await openFolder(dir, { ...options, units }, terminal), options, terminal);
    });
}
