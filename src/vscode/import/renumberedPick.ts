import { window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { Renumbered } from '../../import/keepEdits';
import type { ProposedRenumbering } from '../../import/succession';
import { t } from '../support/translate';

interface PairItem extends QuickPickItem {
  readonly pair: Renumbered;
}

/** Asks which requirements have another number in the new edition: none is ticked beforehand. `undefined` when the user gives up. */
export async function pickRenumbered(
  proposed: readonly ProposedRenumbering[],
): Promise<readonly Renumbered[] | undefined> {
  const items = proposed.map(({ before, after, titleBefore, titleAfter, likeness }): PairItem => ({
    label: `${before} → ${after}`,
    description: likeness === undefined ? '' : t('{0} % alike', Math.round(likeness * 100)),
    detail: titleBefore === titleAfter ? titleAfter : `${titleBefore} → ${titleAfter}`,
    pair: { before, after },
  }));
  const chosen = await window.showQuickPick(items, {
    title: t('Import a REM: which requirements have another number?'),
    placeHolder: t('Tick those that are the same: their former ids still count. None: they are removed and added'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.map(({ pair }) => pair);
}
