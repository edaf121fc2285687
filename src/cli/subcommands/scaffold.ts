import { Option } from 'commander';
import { scaffold, type ScaffoldArguments } from '../commands/scaffold';
import { openFolder } from '../openFolder';
import { folderText } from '../options';
import type { Grammar } from './grammar';

/** Proof documents. */
export function addScaffold({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  subcommand('scaffold', t('begins a proof document: a heading for each item of the requirement’s checklist'))
    .argument('<id>', t('id of the requirement, in any spelling'))
    .option('--dir <dir>', folderText(t))
    .addOption(
      new Option(
        '--kind <kind>',
        t('documentation, attestation or capture; default: what the requirement asks for'),
      ).choices(['documentation', 'attestation', 'capture']),
    )
    .option('--author <name>', t('who establishes it'))
    .option('--out <path>', t('file or folder to write to; default: standard output'))
    .action(async (id: string, options: ScaffoldArguments & { dir?: string }) => {
      await scaffold(await openFolder(options.dir, { catalogOnly: true }, terminal), id, options, terminal);
    });
}
