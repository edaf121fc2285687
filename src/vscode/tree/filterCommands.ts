import { commands, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { RequirementState } from '../../trace/model';
import { statesByUrgency } from '../../trace/urgency';
import { stateLabel } from '../../trace/words';
import { Command } from '../ids';
import { DisposableStore } from '../support/disposableStore';
import { t } from '../support/translate';
import { groupings } from './requirementRows';
import type { Grouping } from './requirementRows';
import { stateIcon } from './stateIcon';
import type { ViewState } from './viewState';

/** The commands by which the requirements are grouped and narrowed. */
export function registerFilterCommands(state: ViewState): DisposableStore {
  const store = new DisposableStore();
  store.add(commands.registerCommand(Command.GroupBy, () => chooseGrouping(state)));
  store.add(commands.registerCommand(Command.FilterByText, () => chooseText(state)));
  store.add(commands.registerCommand(Command.FilterByState, () => chooseStates(state)));
  store.add(commands.registerCommand(Command.ClearFilters, () => state.set({ text: '', states: [] })));
  return store;
}

async function chooseGrouping(state: ViewState): Promise<void> {
  const items = groupings.map((by) => ({
    label: groupingLabel(by),
    description: by === state.by ? t('current') : '',
    by,
  }));
  const choice = await window.showQuickPick(items, { placeHolder: t('Group the requirements by') });
  if (choice !== undefined) {
    await state.set({ by: choice.by });
  }
}

async function chooseText(state: ViewState): Promise<void> {
  const text = await window.showInputBox({
    prompt: t('Show the requirements whose id, title or guidance holds these words; leave empty to show all'),
    value: state.text,
  });
  if (text !== undefined) {
    await state.set({ text: text.trim() });
  }
}

async function chooseStates(state: ViewState): Promise<void> {
  interface StateItem extends QuickPickItem {
    readonly state: RequirementState;
  }
  const items = statesByUrgency.map((candidate): StateItem => ({
    label: stateLabel(t, candidate),
    iconPath: stateIcon(candidate),
    state: candidate,
    picked: state.states.includes(candidate),
  }));
  const choice = await window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: t('Show these states; choose none to show all'),
  });
  if (choice !== undefined) {
    const states = choice.map((item) => item.state);
    await state.set({ states: states.length === statesByUrgency.length ? [] : states });
  }
}

function groupingLabel(by: Grouping): string {
  switch (by) {
    case 'chapter':
      return t('Chapter');
    case 'theme':
      return t('Theme');
    case 'family':
      return t('Family');
    case 'state':
      return t('State');
  }
}
