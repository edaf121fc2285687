import { EventEmitter } from 'vscode';
import type { TreeDataProvider, TreeItem } from 'vscode';
import type { Catalog } from '../../catalog/model';
import { createCatalogSearch } from '../../catalog/searchCatalog';
import type { Disposable } from '../../base/ports';
import type { FolderSession } from '../folderSession';
import type { Sessions } from '../sessions';
import { DisposableStore } from '../support/disposableStore';
import { AggregateTree, foldersOf } from './aggregateTree';
import { ClaimTree } from './claimTree';
import { FolderTree, leavesOf, leavesOfReview, reviewsOf } from './folderTree';
import type { Redraw } from './folderTree';
import type { RequirementFilter } from './requirementRows';
import { requirementTooltip } from './requirementTooltip';
import { treeItemOf } from './treeItems';
import type { ClaimNode, RequirementNode, TreeNode } from './treeNode';
import type { ViewState } from './viewState';

/** The catalogue as a tree: folder (when there are several, under what sums them up), group, requirement, section, line. */
export class RequirementsProvider implements TreeDataProvider<TreeNode>, Disposable {
  readonly #sessions: Sessions;
  readonly #state: ViewState;
  readonly #changes = new EventEmitter<TreeNode[] | undefined>();
  readonly #store = new DisposableStore();
  readonly #trees = new Map<FolderSession, FolderTree>();
  readonly #claims = new Map<FolderSession, ClaimTree>();
  readonly #aggregate = new AggregateTree();
  readonly #searches = new WeakMap<Catalog, ReturnType<typeof createCatalogSearch>>();

  constructor(sessions: Sessions, state: ViewState) {
    this.#sessions = sessions;
    this.#state = state;
    this.#store.add(this.#changes);
    this.#store.add(sessions.onDidChangeFolders(() => this.redrawAll()));
    this.#store.add(sessions.onDidChangeTrace((session) => this.#take(session)));
    this.#store.add(state.onDidChange(() => this.redrawAll()));
  }

  get onDidChangeTreeData() {
    return this.#changes.event;
  }

  redrawAll(): void {
    for (const [session, tree] of this.#claims) {
      if (!this.#sessions.all.includes(session)) {
        this.#claims.delete(session);
        tree.dispose();
      }
    }
    this.#trees.clear();
    this.#changes.fire(undefined);
  }

  getTreeItem(node: TreeNode): TreeItem {
    return treeItemOf(node, this.#state.filtered);
  }

  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    if (node.kind === 'requirement') {
      const row = node.session.trace.requirement(node.requirementId);
      if (row !== undefined) {
        item.tooltip = requirementTooltip(row);
      }
    } else if (node.kind === 'leaf') {
      item.tooltip = node.leaf.tooltip?.() ?? node.leaf.label;
    }
    return item;
  }

  getChildren(node?: TreeNode): TreeNode[] | Promise<TreeNode[]> {
    switch (node?.kind) {
      case undefined:
        return this.#roots();
      case 'aggregate':
        return this.#aggregate.shared;
      case 'shared':
        return foldersOf(node);
      case 'folder':
        return [...this.#tree(node.session).roots(), ...this.claimsOf(node.session)];
      case 'group':
        return this.#tree(node.session).requirementsOf(node);
      case 'requirement':
        return this.#tree(node.session).childrenOf(node);
      case 'reviews':
        return reviewsOf(node);
      case 'review':
        return leavesOfReview(node);
      case 'section':
        return leavesOf(node);
      case 'claims':
        return this.#childrenOf(node);
      case 'leaf':
        return [];
    }
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'folder' || node.kind === 'aggregate' ? undefined : node.parent;
  }

  /** The node of a requirement, for `reveal`; `undefined` when the filter or the profile hides it. */
  nodeOf(session: FolderSession, requirementId: string): RequirementNode | undefined {
    return this.#tree(session).requirement(requirementId);
  }

  /** The requirements of the traced folders, in the order in which the tree shows them. */
  requirementNodes(): RequirementNode[] {
    return this.#sessions.all
      .filter((session) => session.engaged)
      .flatMap((session) => {
        const tree = this.#tree(session);
        return tree.roots().flatMap((node) => (node.kind === 'group' ? tree.requirementsOf(node) : []));
      });
  }

  /** Whether a node is another one or stands below it. */
  isWithin(node: TreeNode, above: TreeNode): boolean {
    for (let at: TreeNode | undefined = node; at !== undefined; at = this.getParent(at)) {
      if (at.id === above.id) {
        return true;
      }
    }
    return false;
  }

  dispose(): void {
    this.#claims.forEach((tree) => tree.dispose());
    this.#store.dispose();
  }

  /** The code that no requirement claims, where some is declared sensitive and no filter narrows the view. */
  claimsOf(session: FolderSession): ClaimNode[] {
    const parent = this.#nested ? this.#tree(session).node : undefined;
    return this.#state.filtered ? [] : this.#claimTree(session).rootBelow(parent);
  }

  #claimTree(session: FolderSession): ClaimTree {
    const known = this.#claims.get(session);
    const tree = known ?? new ClaimTree(session, (node) => this.#changes.fire([node]));
    this.#claims.set(session, tree);
    return tree;
  }

  async #childrenOf(node: ClaimNode): Promise<TreeNode[]> {
    return [...(node.of === 'all' ? await this.#claimTree(node.session).read() : node.children)];
  }

  #roots(): TreeNode[] {
    const sessions = this.#sessions.all;
    const [only] = sessions;
    if (sessions.length === 1 && only !== undefined) {
      return [...this.#tree(only).roots(), ...this.claimsOf(only)];
    }
    this.#updateAggregate();
    const folders = sessions.map((session) => this.#tree(session).node);
    return this.#aggregate.shown ? [this.#aggregate.node, ...folders] : folders;
  }

  #tree(session: FolderSession): FolderTree {
    const known = this.#trees.get(session);
    if (known !== undefined) {
      return known;
    }
    const tree = new FolderTree(session);
    this.#trees.set(session, tree);
    tree.update(this.#state.by, this.#filter(session), this.#nested);
    return tree;
  }

  #take(session: FolderSession): void {
    const tree = this.#trees.get(session);
    const claims = this.#claims.get(session);
    claims?.touch();
    if (tree === undefined || claims?.update() === true) {
      this.#changes.fire(undefined);
      return;
    }
    const redraw = tree.update(this.#state.by, this.#filter(session), this.#nested);
    if (this.#nested) {
      this.#redrawNested(tree, redraw);
    } else if (redraw === 'all') {
      this.#changes.fire(undefined);
    } else if (redraw.length > 0) {
      this.#changes.fire([...redraw]);
    }
  }

  #redrawNested(tree: FolderTree, redraw: Redraw): void {
    const before = this.#aggregate.shown;
    const summed = this.#updateAggregate();
    if (before !== this.#aggregate.shown) {
      this.#changes.fire(undefined);
      return;
    }
    const nodes = redraw === 'all' || tree.takeHeadChange() ? [tree.node] : redraw;
    const above = summed && this.#aggregate.shown ? [this.#aggregate.node] : [];
    if (nodes.length + above.length > 0) {
      this.#changes.fire([...above, ...nodes]);
    }
  }

  #updateAggregate(): boolean {
    return this.#aggregate.update(this.#sessions.all, (session) => this.#filter(session));
  }

  get #nested(): boolean {
    return this.#sessions.all.length > 1;
  }

  #filter(session: FolderSession): RequirementFilter {
    const { text, states } = this.#state;
    return text === '' ? { states } : { states, found: this.#found(session.catalog, text) };
  }

  #found(catalog: Catalog, text: string): ReadonlySet<string> {
    let search = this.#searches.get(catalog);
    if (search === undefined) {
      search = createCatalogSearch(catalog);
      this.#searches.set(catalog, search);
    }
    return new Set(search.requirements(text).map((requirement) => requirement.id));
  }
}
