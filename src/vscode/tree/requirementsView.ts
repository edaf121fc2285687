import { commands, TreeItem, window } from 'vscode';
import type { TreeView } from 'vscode';
import type { Disposable } from '../../base/ports';
import { stepRound, type Direction } from '../../language/gapOrder';
import { inProfile } from '../../trace/scope';
import { isSettled } from '../../trace/totals';
import { stateLabel } from '../../trace/words';
import { coverageOf, coverageText } from '../coverage';
import type { FolderSession } from '../folderSession';
import { ContextKey, View } from '../ids';
import type { Sessions } from '../sessions';
import type { ErrorReporter } from '../support/errorReporter';
import { DisposableStore } from '../support/disposableStore';
import { t } from '../support/translate';
import { profileWords } from './profileWords';
import { requirementDrag } from './requirementDrag';
import { RequirementsProvider } from './requirementsProvider';
import type { RequirementNode, TreeNode } from './treeNode';
import type { ViewState } from './viewState';

/** The view « Requirements » and what stands around its tree: description, badge, context keys, progress. */
// @segur ST.EDT.01
export class RequirementsView implements Disposable {
  readonly #sessions: Sessions;
  readonly #state: ViewState;
  readonly #store = new DisposableStore();
  readonly #provider: RequirementsProvider;
  readonly #view: TreeView<TreeNode>;

  constructor(sessions: Sessions, state: ViewState, reporter: ErrorReporter) {
    this.#sessions = sessions;
    this.#state = state;
    this.#provider = this.#store.add(new RequirementsProvider(sessions, state));
    this.#view = this.#store.add(
      window.createTreeView(View.Requirements, {
        treeDataProvider: this.#provider,
        showCollapseAll: true,
        canSelectMany: true,
        dragAndDropController: requirementDrag(reporter),
      }),
    );
    // Its content is a welcome text alone; without a provider VS Code would report a missing one.
    this.#store.add(
      window.registerTreeDataProvider(View.Start, { getChildren: () => [], getTreeItem: () => new TreeItem('') }),
    );
    this.#store.add(sessions.onDidChangeTrace(() => this.#dress()));
    this.#store.add(sessions.onDidChangeFolders(() => this.#dress()));
    this.#store.add(state.onDidChange(() => this.#dress()));
    this.#dress();
  }

  /** Selects a requirement in the tree, through the filter if it hides it. `false` when no folder's profile shows it. */
  async reveal(session: FolderSession, requirementId: string): Promise<boolean> {
    if (this.#provider.nodeOf(session, requirementId) === undefined && this.#state.filtered) {
      await this.#state.set({ text: '', states: [] });
    }
    const node = this.#provider.nodeOf(session, requirementId);
    if (node === undefined) {
      return false;
    }
    await this.#view.reveal(node, { select: true, focus: true, expand: true });
    return true;
  }

  /** Opens the code of a folder that no requirement claims, through the filter. `false` where none is declared sensitive. */
  async revealUnclaimed(session: FolderSession): Promise<boolean> {
    if (this.#state.filtered) {
      await this.#state.set({ text: '', states: [] });
    }
    const [node] = this.#provider.claimsOf(session);
    if (node !== undefined) {
      await this.#view.reveal(node, { select: true, focus: true, expand: 2 });
    }
    return node !== undefined;
  }

  /** Selects the next requirement that is not satisfied, round the end. `false` when the view shows none. */
  async stepToGap(direction: Direction): Promise<boolean> {
    const nodes = this.#provider.requirementNodes();
    const index = stepRound(nodes.length, this.#startIn(nodes, direction), direction, (at) => isOpen(nodes[at]));
    const node = nodes[index];
    if (node !== undefined) {
      await this.#view.reveal(node, { select: true, focus: true, expand: false });
    }
    return node !== undefined;
  }

  /** Of the selected row; from a group its first requirement comes next, and what is above it before. */
  #startIn(nodes: readonly RequirementNode[], direction: Direction): number {
    const [selected] = this.#view.selection;
    const own = selected === undefined ? -1 : nodes.findIndex((node) => this.#provider.isWithin(selected, node));
    if (own >= 0 || selected === undefined) {
      return own >= 0 ? own : direction === 'next' ? -1 : nodes.length;
    }
    const below = nodes.findIndex((node) => this.#provider.isWithin(node, selected));
    return direction === 'next' ? below - 1 : below;
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  get onDidChangeVisibility() {
    return this.#view.onDidChangeVisibility;
  }

  /** The user, or whoever reveals something, chose other rows. */
  get onDidChangeSelection() {
    return this.#view.onDidChangeSelection;
  }

  /**
   * Selects a requirement's row and leaves everything else as it is: the focus, the filter, what is open below the row. Does nothing when the
   * view is not on screen, hides the row, or when the row, one below it, or several are selected.
   */
  async follow(session: FolderSession, requirementId: string): Promise<void> {
    const node = this.#view.visible ? this.#provider.nodeOf(session, requirementId) : undefined;
    const { selection } = this.#view;
    if (node !== undefined && selection.length < 2 && !selection.some((row) => this.#provider.isWithin(row, node))) {
      await this.#view.reveal(node, { select: true, focus: false, expand: false });
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  #dress(): void {
    const sessions = this.#sessions.all;
    const coverage = coverageOf(sessions);
    const open = coverage?.open ?? 0;
    this.#view.badge =
      open === 0
        ? undefined
        : { value: open, tooltip: t('Requirements of the profile that are not satisfied: {0}', open) };
    this.#view.description = descriptionOf(sessions);
    this.#view.message = this.#messageText(sessions);
    const scanned = sessions.length > 0 && sessions.every((session) => session.scanned);
    setContext(ContextKey.NothingAnnotated, scanned && !sessions.some((session) => session.annotated));
    const known = sessions.some(({ trace }) => trace.requirements.length > 0);
    setContext(ContextKey.NoRequirement, scanned && !known);
    setContext(ContextKey.Filtered, this.#state.filtered);
  }

  #messageText(sessions: readonly FolderSession[]): string {
    if (sessions.some((session) => session.failed)) {
      return t('The code could not be read to the end: the log of Ségur Trace says why.');
    }
    return this.#state.filtered ? t('Filter: {0}', this.#filterText()) : '';
  }

  #filterText(): string {
    const { text, states } = this.#state;
    const parts = [text === '' ? '' : t('“{0}”', text), states.map((state) => stateLabel(t, state)).join(', ')];
    return parts.filter((part) => part !== '').join(' · ');
  }
}

function isOpen(node: RequirementNode | undefined): boolean {
  const row = node?.session.trace.requirement(node.requirementId);
  return row !== undefined && inProfile(row) && !isSettled(row.state);
}

/** The profile where one folder is traced, else how far they all are. */
function descriptionOf(sessions: readonly FolderSession[]): string {
  const traced = sessions.length === 1 ? sessions : sessions.filter((session) => session.engaged);
  const [only] = traced;
  if (only === undefined) {
    return '';
  }
  return traced.length === 1
    ? profileWords(only.trace.profile)
    : `${coverageText(traced)} · ${t('{0} folders', traced.length)}`;
}

function setContext(key: string, value: boolean): void {
  void commands.executeCommand('setContext', key, value);
}
