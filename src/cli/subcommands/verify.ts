import { verify } from '../commands/verify';
import { formatOption, type TextOrJson } from '../options';
import type { Grammar } from './grammar';

/** Evidence packs held against their manifests. */
export function addVerify({ subcommand, terminal, setStatus }: Grammar): void {
  const { t } = terminal;
  subcommand('verify', t('checks an evidence pack against its manifest'))
    .argument('<file.zip>', t('the evidence pack'))
    .addOption(formatOption(t))
    .action(async (file: string, options: { format: TextOrJson }) => {
      setStatus(await verify(file, options.format, terminal));
    });
}
