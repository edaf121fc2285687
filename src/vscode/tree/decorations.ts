import { FileDecoration, Uri } from 'vscode';
import type { FileDecorationProvider } from 'vscode';
import { requirementScheme } from '../ids';
import { t } from '../support/translate';

/*
 * The resource URI of a node says all that its decoration shows. A node that looks otherwise gets another URI,
 * so the provider keeps nothing and has nothing to announce.
 */

/** `open`: how many requirements of the group still ask for work. */
export function groupUri(key: string, open: number): Uri {
  return Uri.from({ scheme: requirementScheme, path: `/group/${key}`, query: `open=${open}` });
}

/**
 * Shows on the right of a group how many of its requirements are open. Only groups have such a URI: a row that has one is dragged as a file
 * to open, and requirements are dragged as text, onto code.
 */
export const requirementDecorations: FileDecorationProvider = {
  provideFileDecoration(uri) {
    if (uri.scheme !== requirementScheme) {
      return undefined;
    }
    const open = Number(new URLSearchParams(uri.query).get('open') ?? '0');
    const badge = open === 0 ? undefined : open > 99 ? '…' : String(open);
    return new FileDecoration(badge, t('open: {0}', open));
  },
};
