import { env, workspace } from 'vscode';
import { english, translator, type Translate } from '../../base/message';
import type { FolderSession } from '../folderSession';
import { Setting } from '../ids';

/** The language of what is written for others, by the setting of that folder, else that of the interface. @param bundle the French words */
export async function reportLanguage(
  session: FolderSession,
  bundle: () => Promise<Readonly<Record<string, string>>>,
): Promise<{ language: 'fr' | 'en'; translate: Translate }> {
  const setting = workspace.getConfiguration(undefined, session.folder).get<string>(Setting.ReportLanguage);
  const interfaceIsFrench = env.language.toLowerCase().startsWith('fr');
  const language = setting === 'fr' || (setting !== 'en' && interfaceIsFrench) ? 'fr' : 'en';
  return { language, translate: language === 'fr' ? translator(await bundle()) : english };
}
