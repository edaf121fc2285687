import { l10n } from 'vscode';
import type { Translate } from '../../base/message';

/** Words in the language of VS Code's interface. */
export const t: Translate = (template, ...args) => l10n.t(template, ...args);
