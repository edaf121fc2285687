import { workspace } from 'vscode';
import { english, translator, type Translate } from '../../base/message';
import type { FolderSession } from '../folderSession';
import { Setting } from '../ids';
import { interfaceLanguage } from './interfaceLanguage';

/** The language of what is written for others, by the setting of that folder, else that of the interface. @param bundle the French words */
export async function reportLanguage(
  session: FolderSession,
  bundle: () => Promise<Readonly<Record<string, string>>>,
): Promise<{ language: 'fr' | 'en'; translate: Translate }> {
  const setting = workspace.getConfiguration(undefined, session.folder).get<string>(Setting.ReportLanguage);
  const language = setting === 'fr' || setting === 'en' ? setting : interfaceLanguage();
  return { language, translate: language === 'fr' ? translator(await bundle()) : english };
}
