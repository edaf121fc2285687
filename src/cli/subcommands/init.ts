import { init } from '../commands/init';
import { folderText } from '../options';
import type { Grammar } from './grammar';

/** The beginning of a project. */
export function addInit({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  subcommand('init', t('writes a first segur.yaml that explains itself; one that exists stays as it is'))
    .argument('[dir]', folderText(t))
    .action((dir: string | undefined) => init(dir, terminal));
}
