import { show } from '../commands/show';
import { openFolder, type Asked, type OpenOptions } from '../openFolder';
import { folderText, formatOption, markerOption, type TextOrJson } from '../options';
import type { Grammar } from './grammar';

/** One requirement. */
export function addShow({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  subcommand('show', t('one requirement with its guidance, links and proofs'))
    .argument('<id>', t('id of the requirement, in any spelling'))
    .option('--dir <dir>', folderText(t))
    .addOption(formatOption(t))
    .addOption(markerOption(t))
    .action(async (id: string, options: OpenOptions & { dir?: string; format: TextOrJson }) => {
      const units = filesOfRequirement(id);
      await show(await openFolder(options.dir, { ...options, units }, terminal), id, options.format, terminal);
    });
}

/** The files whose code `show` names. */
function filesOfRequirement(id: string): Asked {
  return ({ catalog, trace }) =>
    catalog
      .resolve(id)
      .targets.flatMap(({ requirement }) => trace.requirement(requirement)?.links ?? [])
      .map(({ file }) => file);
}
