import { env } from 'vscode';

/** Of VS Code's interface; English where it is neither of ours. */
export function interfaceLanguage(): 'fr' | 'en' {
  return env.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
