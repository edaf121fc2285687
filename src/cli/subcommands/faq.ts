import { faq } from '../commands/faq';
import { openFolder } from '../openFolder';
import { formatOption, type TextOrJson } from '../options';
import type { Grammar } from './grammar';

const FACETS = ['offre', 'couloir', 'dispositif', 'produit', 'thematique'] as const;

/** The FAQ. */
export function addFaq({ subcommand, terminal }: Grammar): void {
  const { t } = terminal;
  const command = subcommand('faq', t('the FAQ by words and facets'))
    .argument('[words...]', t('words to look for; without any, the whole FAQ'))
    .option('--dir <dir>', t('folder whose catalogues to use (default: the current one)'))
    .addOption(formatOption(t));
  for (const facet of FACETS) {
    command.option(`--${facet} <${t('value')}>`, t('only the answers of this {0}, and those of all', facet));
  }
  command.action(
    async (
      words: string[],
      options: Partial<Record<(typeof FACETS)[number], string>> & { dir?: string; format: TextOrJson },
    ) => {
      const facets = Object.fromEntries(
        FACETS.flatMap((facet) => (options[facet] === undefined ? [] : [[facet, options[facet]]])),
      );
      await faq(
        await openFolder(options.dir, { catalogOnly: true }, terminal),
        words,
        facets,
        options.format,
        terminal,
      );
    },
  );
}
