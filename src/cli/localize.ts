import frenchBundle from '../../l10n/bundle.l10n.fr.json';
import { english, translator, type Translate } from '../base/message';

export type Language = 'fr' | 'en';

/** The language asked for by `--lang`, else by the environment as POSIX orders it (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English. */
export function languageOf(option: string | undefined, env: NodeJS.ProcessEnv): Language {
  const wanted =
    option ?? [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return wanted?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en';
}

// @segur ST.LNG.01
export function translateTo(language: Language): Translate {
  return language === 'fr' ? translator(frenchBundle) : english;
}
