import { EventEmitter, ThemeIcon, TreeItem, TreeItemCollapsibleState, window } from 'vscode';
import type { TreeDataProvider, TreeView } from 'vscode';
import type { Disposable } from '../../base/ports';
import { Command, NodeContext, View } from '../ids';
import { pushTo } from '../../base/pushTo';
import { DisposableStore } from '../support/disposableStore';
import { sentenceCase } from '../support/sentenceCase';
import { t } from '../support/translate';
import { fitsFacets, namedFacets, wantedValues } from './faqFilter';
import type { FaqFilter } from './faqFilter';
import type { FaqItem, FaqLibrary } from './faqLibrary';
import { faqTitle } from './faqTitle';

type FaqNode = { readonly topic: string; readonly items: readonly FaqItem[] } | { readonly item: FaqItem };

/** The view « FAQ »: the answers by topic or as a list, narrowed by words and facets. */
export class FaqView implements TreeDataProvider<FaqNode>, Disposable {
  readonly #library: FaqLibrary;
  readonly #filter: FaqFilter;
  readonly #store = new DisposableStore();
  readonly #changes = new EventEmitter<undefined>();
  readonly #view: TreeView<FaqNode>;

  constructor(library: FaqLibrary, filter: FaqFilter) {
    this.#library = library;
    this.#filter = filter;
    this.#store.add(this.#changes);
    this.#view = this.#store.add(
      window.createTreeView<FaqNode>(View.Faq, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.#store.add(library.onDidChange(() => this.#redraw()));
    this.#store.add(filter.onDidChange(() => this.#redraw()));
    this.#redraw();
  }

  get onDidChangeTreeData() {
    return this.#changes.event;
  }

  getChildren(node?: FaqNode): FaqNode[] {
    if (node !== undefined) {
      return 'items' in node ? node.items.map((item) => ({ item })) : [];
    }
    const items = this.#wanted();
    if (!this.#filter.grouped || this.#filter.active) {
      return items.map((item) => ({ item }));
    }
    const topics = new Map<string, FaqItem[]>();
    for (const item of items) {
      pushTo(topics, topicOf(item), item);
    }
    return [...topics].map(([topic, members]) => ({ topic, items: members }));
  }

  getTreeItem(node: FaqNode): TreeItem {
    if ('items' in node) {
      const group = new TreeItem(sentenceCase(node.topic), TreeItemCollapsibleState.Expanded);
      group.id = `topic/${node.topic}`;
      group.description = String(node.items.length);
      group.accessibilityInformation = {
        label: `${sentenceCase(node.topic)}, ${t('answers: {0}', node.items.length)}`,
      };
      return group;
    }
    const { entry } = node.item;
    const item = new TreeItem(faqTitle(entry), TreeItemCollapsibleState.None);
    item.id = `entry/${entry.id}`;
    item.iconPath = new ThemeIcon('comment-discussion');
    item.contextValue = NodeContext.Faq;
    item.description = entry.requirements
      .filter(({ match }) => match === 'cited' || match === 'matched')
      .map(({ requirement }) => requirement)
      .join(', ');
    item.tooltip = entry.question ?? faqTitle(entry);
    item.accessibilityInformation = { label: [faqTitle(entry), item.description].filter(Boolean).join(', ') };
    item.command = { command: Command.OpenFaq, title: t('Open'), arguments: [entry.id] };
    return item;
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** In the order of the search, best match first, or of the FAQ; but those that name the wanted facets come before those that may concern them. */
  #wanted(): FaqItem[] {
    const { text, facets } = this.#filter;
    const items = text === '' ? this.#library.items : this.#library.search(text);
    return items
      .filter(({ entry }) => fitsFacets(entry, facets))
      .sort((a, b) => namedFacets(b.entry, facets) - namedFacets(a.entry, facets));
  }

  #redraw(): void {
    const { text, facets } = this.#filter;
    const words = [text === '' ? '' : t('“{0}”', text), ...wantedValues(facets)].filter((part) => part !== '');
    this.#view.message = words.length === 0 ? '' : t('Filter: {0}', words.join(' · '));
    this.#changes.fire(undefined);
  }
}

/** The theme of the requirement that the answer is surest to speak of, else the source's own thématique. */
function topicOf({ entry, catalog }: FaqItem): string {
  for (const { requirement, match } of entry.requirements) {
    const theme = match === 'weak' ? undefined : catalog.requirement(requirement)?.theme;
    if (theme !== undefined) {
      return theme;
    }
  }
  return entry.facets['thematique'] ?? t('Other');
}
