import { matrix, parseFormats, type MatrixArguments } from '../commands/matrix';
import { openFolder, type OpenOptions } from '../openFolder';
import { folderText, formatListOption, markerOption, outOption, repositoryOption } from '../options';
import type { Grammar } from './grammar';

/** The matrix. */
export function addMatrix({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  subcommand('matrix', t('the traceability matrix'))
    .argument('[dir]', folderText(t))
    .addOption(formatListOption(t).makeOptionMandatory())
    .addOption(outOption(t))
    .addOption(repositoryOption(t))
    .option('--dated', t('with the day, and with the commit of the folder and its date: a trace to be stored'))
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & MatrixArguments & { format: string }) => {
      const formats = parseFormats(options.format);
      // To look for unclaimed code takes longer than all the rest, and the stored trace alone tells of it.
      const claims = formats.some(({ id }) => id === 'json');
      await matrix(await openFolder(dir, { ...options, units: true, claims }, terminal), formats, options, terminal);
    });
}
