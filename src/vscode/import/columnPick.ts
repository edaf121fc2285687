import { QuickInputButtons, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import { fieldWords } from '../../import/fieldWords';
import type { SheetPreview } from '../../import/preview';
import type { ImportField } from '../../import/fields';
import { columnLetters } from '../../xlsx/model';
import { t } from '../support/translate';

interface ColumnItem extends QuickPickItem {
  /** From 0. */
  readonly column: number;
}

/** Asks which column holds a field, each shown with its first texts; `undefined` when the user goes back. */
export function pickColumn(
  field: ImportField,
  title: string,
  { columns, fields, samples }: SheetPreview,
): Promise<number | undefined> {
  const pick = window.createQuickPick<ColumnItem>();
  pick.title = title;
  pick.placeholder = t('Type a letter, a header or a text of the column');
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.buttons = [QuickInputButtons.Back];
  const taken = new Map([...fields].map(([other, column]) => [column, other]));
  pick.items = columns.map(({ column, header }): ColumnItem => {
    const other = taken.get(column);
    const use = other === undefined ? '' : other === field ? t('current') : fieldWords(other, t);
    return {
      label: `${columnLetters(column)} — ${header === '' ? t('(no header)') : header}`,
      description: use,
      detail: samples(column).join(' · '),
      column,
    };
  });
  pick.activeItems = pick.items.filter(({ column }) => column === fields.get(field));
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.column);
      pick.dispose();
    });
    pick.onDidTriggerButton(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
