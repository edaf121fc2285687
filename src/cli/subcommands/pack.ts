import { pack } from '../commands/pack';
import { openFolder, type OpenOptions } from '../openFolder';
import { folderText, markerOption } from '../options';
import type { Grammar } from './grammar';

/** The evidence pack. */
export function addPack({ subcommand, terminal, version, setStatus }: Grammar): void {
  const { t } = terminal;
  subcommand('pack', t('the evidence pack: a ZIP by chapter and requirement, with the matrix and a manifest'))
    .argument('[dir]', folderText(t))
    .requiredOption('--out <file.zip>', t('file to write'))
    .option('--chapter <name>', t('this chapter alone'))
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & { out: string; chapter?: string }) => {
      setStatus(
        await pack(await openFolder(dir, { ...options, units: true }, terminal), { ...options, version }, terminal),
      );
    });
}
