import { window } from 'vscode';
import type { QuickPick, QuickPickItem } from 'vscode';
import { knownCouloirs, knownDispositifs, knownProfils, type KnownValue } from '../../catalog/profileValues';
import type { Profile } from '../../trace/model';
import type { FolderSession } from '../folderSession';
import { t } from '../support/translate';

const steps = 3;

/** Asks in three steps which product this is; `undefined` when the user gives up. */
export async function chooseProfile(session: FolderSession): Promise<Profile | undefined> {
  const { catalog } = session;
  const current = session.trace.profile;
  const couloir = await pickOne(1, t('Which couloir?'), knownCouloirs(catalog), current.couloir);
  if (couloir === undefined) {
    return undefined;
  }
  const dispositif = await pickOne(2, t('Which dispositif?'), knownDispositifs(catalog), current.dispositif);
  if (dispositif === undefined) {
    return undefined;
  }
  const profils = await pickMany(3, t('Which profils?'), knownProfils(catalog), current.profils);
  if (profils === undefined) {
    return undefined;
  }
  return {
    ...(couloir.value === undefined ? {} : { couloir: couloir.value }),
    ...(dispositif.value === undefined ? {} : { dispositif: dispositif.value }),
    profils,
  };
}

interface ValueItem extends QuickPickItem {
  /** Absent: no restriction. */
  readonly value?: string;
}

/** A value that the catalogue knows or one that the user types: catalogues do not know every product. */
async function pickOne(
  step: number,
  question: string,
  known: readonly KnownValue[],
  current: string | undefined,
): Promise<ValueItem | undefined> {
  const own = current === undefined || known.some(({ value }) => value === current) ? [] : [{ value: current }];
  const items = [...known, ...own].map(({ value, name }: KnownValue): ValueItem => {
    const description = [name ?? '', value === current ? t('current') : ''].filter((part) => part !== '').join(' · ');
    return { label: value, description, value };
  });
  items.push({ label: t('All'), description: t('no restriction'), alwaysShow: true });
  const pick = createPick(step, question, items);
  pick.activeItems = pick.items.filter((item) => item.value === current);
  return answered(pick, () => pick.activeItems[0]);
}

async function pickMany(
  step: number,
  question: string,
  values: readonly string[],
  current: readonly string[],
): Promise<string[] | undefined> {
  const items = [...new Set([...values, ...current])].map((value): ValueItem => ({ label: value, value }));
  const pick = createPick(step, question, items);
  pick.canSelectMany = true;
  pick.selectedItems = items.filter((item) => item.value !== undefined && current.includes(item.value));
  return answered(pick, () => pick.selectedItems.flatMap((item) => item.value ?? []));
}

function createPick(step: number, question: string, known: readonly ValueItem[]): QuickPick<ValueItem> {
  const pick = window.createQuickPick<ValueItem>();
  pick.title = t('Profile of the product');
  pick.step = step;
  pick.totalSteps = steps;
  pick.placeholder = t('{0} Choose, or type another value', question);
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.items = known;
  pick.onDidChangeValue((typed) => {
    const value = typed.trim();
    const isNew = value !== '' && !known.some((item) => item.label.toLocaleLowerCase() === value.toLocaleLowerCase());
    const selected = pick.selectedItems;
    const kept = selected.filter((item) => !known.includes(item));
    pick.items = [...known, ...kept, ...(isNew ? [{ label: value, description: t('as typed'), value }] : [])];
    if (pick.canSelectMany) {
      pick.selectedItems = selected;
    }
  });
  return pick;
}

function answered<T>(pick: QuickPick<ValueItem>, answer: () => T): Promise<T | undefined> {
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(answer());
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
