import { commands, QuickPickItemKind, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import { Command } from '../ids';
import { DisposableStore } from '../support/disposableStore';
import { t } from '../support/translate';
import type { FaqFilter } from './faqFilter';
import { namedFacets } from './faqFilter';
import type { FaqLibrary } from './faqLibrary';
import type { FaqPages } from './faqPages';
import { faqTitle } from './faqTitle';

/** The commands of the FAQ view, and « Open an answer » for the palette, the tree and the hover. */
export function registerFaqCommands(library: FaqLibrary, filter: FaqFilter, pages: FaqPages): DisposableStore {
  const store = new DisposableStore();
  store.add(commands.registerCommand(Command.FaqSearch, () => chooseText(filter)));
  store.add(commands.registerCommand(Command.FaqFilter, () => chooseFacets(library, filter)));
  store.add(commands.registerCommand(Command.FaqClearFilters, () => filter.set({ text: '', facets: {} })));
  store.add(commands.registerCommand(Command.FaqGroup, () => filter.set({ grouped: true })));
  store.add(commands.registerCommand(Command.FaqUngroup, () => filter.set({ grouped: false })));
  store.add(
    commands.registerCommand(Command.OpenFaq, async (id: unknown) => {
      const chosen = typeof id === 'string' ? id : await chooseEntry(library);
      if (chosen !== undefined) {
        pages.open(chosen);
      }
    }),
  );
  return store;
}

async function chooseText(filter: FaqFilter): Promise<void> {
  const text = await window.showInputBox({
    prompt: t('Show the answers that speak of these words; leave empty to show all'),
    value: filter.text,
  });
  if (text !== undefined) {
    await filter.set({ text: text.trim() });
  }
}

async function chooseFacets(library: FaqLibrary, filter: FaqFilter): Promise<void> {
  interface ValueItem extends QuickPickItem {
    readonly facet?: string;
  }
  const entries = library.items.map(({ entry }) => entry);
  const items = library.facets.flatMap((facet): ValueItem[] => [
    { label: facet.question, kind: QuickPickItemKind.Separator },
    ...facet.values.map((value) => ({
      label: value,
      description: countText(entries.filter((entry) => namedFacets(entry, { [facet.id]: [value] }) > 0).length),
      picked: filter.facets[facet.id]?.includes(value) ?? false,
      facet: facet.id,
    })),
  ]);
  const choice = await window.showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: false,
    placeHolder: t('Which questions concern you? Choose none to show all'),
  });
  if (choice === undefined) {
    return;
  }
  const facets: Record<string, string[]> = {};
  for (const { facet, label } of choice) {
    if (facet !== undefined) {
      facets[facet] = [...(facets[facet] ?? []), label];
    }
  }
  await filter.set({ facets });
}

/** Most answers do not say whom they concern: a value that none names still narrows the list. */
function countText(named: number): string {
  return named === 0 ? '' : t('answers: {0}', named);
}

async function chooseEntry(library: FaqLibrary): Promise<string | undefined> {
  const items = library.items.map(({ entry }) => ({
    label: entry.question ?? faqTitle(entry),
    description: entry.requirements.map(({ requirement }) => requirement).join(', '),
    // Quick picks match on the detail too: one finds an answer by any of its words.
    detail: entry.answer.replace(/\s+/gu, ' ').slice(0, 400),
    id: entry.id,
  }));
  const choice = await window.showQuickPick(items, {
    matchOnDescription: true,
    matchOnDetail: true,
    placeHolder: t('Search the FAQ'),
  });
  return choice?.id;
}
