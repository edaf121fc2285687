import { QuickPickItemKind, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { Verb } from '../../annotations/model';
import { createCatalogSearch } from '../../catalog/searchCatalog';
import { inProfile } from '../../trace/scope';
import type { RequirementTrace, Trace } from '../../trace/model';
import { stateLabel, verbLabel } from '../../trace/words';
import type { FolderSession } from '../folderSession';
import { stateIcon } from '../tree/stateIcon';
import { t } from '../support/translate';

interface RequirementItem extends QuickPickItem {
  readonly requirement?: string;
}

/** Asks for a requirement; searches ids, titles and the words of the FAQ. `undefined` when the user gives up. */
export function pickRequirement(session: FolderSession): Promise<string | undefined> {
  let search = createCatalogSearch(session.catalog);
  const pick = window.createQuickPick<RequirementItem>();
  pick.title = t('Annotate code with a requirement');
  pick.placeholder = t('Search by id, by title or by words of the FAQ');
  const draw = (): void => {
    pick.items =
      pick.value.trim() === ''
        ? itemsOf(session.trace.requirements.filter((row) => inProfile(row)))
        : found(pick.value, session.trace, search);
  };
  draw();
  if (!session.scanned) {
    pick.busy = true;
    const complete = (): void => {
      search = createCatalogSearch(session.catalog);
      draw();
      pick.busy = false;
    };
    session.settled().then(complete, complete);
  }
  return new Promise((resolve) => {
    pick.onDidChangeValue(draw);
    pick.onDidAccept(() => {
      const chosen = pick.activeItems[0]?.requirement;
      if (chosen !== undefined) {
        resolve(chosen);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** The search decides what is shown and in which order: `alwaysShow` keeps VS Code's own filter out. */
function found(value: string, trace: Trace, search: ReturnType<typeof createCatalogSearch>): RequirementItem[] {
  const direct = search.requirements(value).map((requirement) => requirement.id);
  const viaFaq = search
    .faq(value)
    .flatMap((entry) => entry.requirements.filter((match) => match.match === 'cited' || match.match === 'matched'))
    .map((match) => match.requirement)
    .filter((id) => !direct.includes(id));
  const rows = (ids: readonly string[]): RequirementTrace[] =>
    [...new Set(ids)].flatMap((id) => trace.requirement(id) ?? []).filter((row) => inProfile(row));
  const items = itemsOf(rows(direct));
  const guided = itemsOf(rows(viaFaq));
  if (guided.length > 0) {
    items.push({ label: t('By the FAQ’s words'), kind: QuickPickItemKind.Separator }, ...guided);
  }
  return items.map((item) => ({ ...item, alwaysShow: true }));
}

function itemsOf(rows: readonly RequirementTrace[]): RequirementItem[] {
  return rows.map((row) => ({
    label: row.requirement.id,
    description: row.requirement.title,
    detail: `${stateLabel(t, row.state)}${row.requirement.theme === undefined ? '' : ` · ${row.requirement.theme}`}`,
    iconPath: stateIcon(row.state),
    requirement: row.requirement.id,
  }));
}

/** Asks for the verb, the file's own first, so that Enter alone takes it. */
export async function pickVerb(requirement: string, defaultVerb: Verb): Promise<Verb | undefined> {
  const verbs: readonly Verb[] = ['implements', 'verifies', 'partial', 'todo'];
  const ordered = [defaultVerb, ...verbs.filter((verb) => verb !== defaultVerb)];
  const items = ordered.map((verb) => ({
    label: verbLabel(t, verb),
    description: verb === defaultVerb ? t('default in this file') : '',
    verb,
  }));
  const chosen = await window.showQuickPick(items, {
    title: requirement,
    placeHolder: t('What does the code do for the requirement?'),
  });
  return chosen?.verb;
}
