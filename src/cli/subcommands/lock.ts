import { lock, lockSelection, type LockArguments } from '../commands/lock';
import { linkFilesOf, proofFilesOf } from '../../trace/acceptSelection';
import { openFolder, type Asked, type OpenOptions } from '../openFolder';
import { folderText, formatOption, markerOption, repeated } from '../options';
import type { Grammar } from './grammar';

/** Acceptance. */
export function addLock({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  subcommand('lock', t('accepts code, requirements and proofs as they are now: later differences make them suspect'))
    .argument('[dir]', folderText(t))
    .addOption(repeated('--requirement <id>', t('this requirement alone; may be repeated')))
    .addOption(repeated('--file <path>', t('this file of code or of a proof alone; may be repeated')))
    .option('--dry-run', t('says what it would do, and writes nothing'))
    .addOption(formatOption(t))
    .addOption(markerOption(t))
    .action(async (dir: string | undefined, options: OpenOptions & LockArguments) => {
      const units: Asked = (opened) => linkFilesOf(opened.trace, lockSelection(opened, options));
      const proofs: Asked = (opened) => proofFilesOf(opened.trace, lockSelection(opened, options));
      await lock(await openFolder(dir, { ...options, units, proofs }, terminal), options, terminal);
    });
}
