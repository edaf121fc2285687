import type { RequirementTrace } from '../../trace/model';
import { toReview } from '../../trace/toReview';
import { isSettled } from '../../trace/totals';
import { coverageText } from '../coverage';
import type { FolderSession } from '../folderSession';
import { t } from '../support/translate';
import { mentionLeaf, unknownLinkLeaf } from './looseLeaves';
import { groupRows } from './requirementRows';
import type { Grouping, RequirementFilter, RowGroup } from './requirementRows';
import { decisionLeaf, sectionsOf } from './requirementSections';
import { reviewLeaves } from './reviewLeaves';
import type {
  FolderNode,
  GroupNode,
  Leaf,
  LeafNode,
  RequirementNode,
  ReviewNode,
  ReviewsNode,
  SectionNode,
  TreeNode,
} from './treeNode';

/** What must be drawn again after a change: everything, or these nodes. */
export type Redraw = 'all' | readonly TreeNode[];

/** The nodes of one workspace folder. Keeps them from one trace to the next and tells which of them a change touched. */
export class FolderTree {
  readonly session: FolderSession;
  readonly node: FolderNode;
  readonly #groups = new Map<string, GroupNode>();
  readonly #requirements = new Map<string, RequirementNode>();
  readonly #reviews: ReviewsNode;
  #roots: readonly GroupNode[] = [];
  #loose = '';
  #narrowed = false;
  #head = '';

  constructor(session: FolderSession) {
    this.session = session;
    this.node = { kind: 'folder', id: session.key, session };
    this.#reviews = { kind: 'reviews', id: `${session.key}#reviews`, session, parent: undefined, reviews: [] };
  }

  /** Takes in the newest trace. `nested`: the folder has a node of its own, above the groups. */
  update(by: Grouping, filter: RequirementFilter, nested: boolean): Redraw {
    this.#narrowed = filter.found !== undefined || filter.states.length > 0;
    const before = this.#roots;
    const hadReviews = this.#reviews.reviews.length > 0;
    const otherReviews = this.#takeReviews(nested);
    const looseBefore = this.#loose;
    const redraw: TreeNode[] = [];
    const current = new Set<string>();
    this.#roots = groupRows(this.session.trace, by, filter).map((group) => {
      const key = `${by}/${group.key}`;
      const known = this.#groups.get(key);
      const node: GroupNode = known ?? {
        kind: 'group',
        id: `${this.session.key}#${key}`,
        session: this.session,
        ...(nested ? { parent: this.node } : {}),
        group,
      };
      if (known !== undefined) {
        redraw.push(...this.#changed(known, group));
        known.group = group;
      }
      this.#groups.set(key, node);
      for (const row of group.rows) {
        current.add(row.requirement.id);
        this.#adopt(row, node);
      }
      return node;
    });
    for (const id of this.#requirements.keys()) {
      if (!current.has(id)) {
        this.#requirements.delete(id);
      }
    }
    const { unknownLinks, mentions } = this.session.trace;
    this.#loose = JSON.stringify([unknownLinks, mentions]);
    const sameGroups =
      before.length === this.#roots.length && before.every((node, index) => node === this.#roots[index]);
    return sameGroups && looseBefore === this.#loose && hadReviews === this.#reviews.reviews.length > 0
      ? [...(otherReviews ? [this.#reviews] : []), ...redraw]
      : 'all';
  }

  /** Whether they are others than before. */
  #takeReviews(nested: boolean): boolean {
    const { reviews: before } = this.#reviews;
    const reviews = toReview(this.session.trace, this.session.catalog);
    this.#reviews.parent = nested ? this.node : undefined;
    this.#reviews.reviews = reviews;
    return reviews.length !== before.length || reviews.some((review, at) => review !== before[at]);
  }

  /** Whether the folder's own node looks otherwise than when this was asked last. */
  takeHeadChange(): boolean {
    const { scanned, engaged } = this.session;
    const head = JSON.stringify([scanned, engaged, coverageText([this.session])]);
    const changed = head !== this.#head;
    this.#head = head;
    return changed;
  }

  roots(): TreeNode[] {
    if (this.#narrowed) {
      return [...this.#roots];
    }
    const { unknownLinks, mentions } = this.session.trace;
    const parent = this.#roots[0]?.parent;
    return [
      ...(this.#reviews.reviews.length === 0 ? [] : [this.#reviews]),
      ...this.#roots,
      ...this.#looseSection(
        'unknown',
        t('Unknown ids'),
        unknownLinks.map((link) => unknownLinkLeaf(link, this.session)),
        parent,
      ),
      ...this.#looseSection(
        'mentions',
        t('Mentions without the marker'),
        mentions.map((mention) => mentionLeaf(mention, this.session)),
        parent,
      ),
    ];
  }

  requirement(id: string): RequirementNode | undefined {
    return this.#requirements.get(id);
  }

  requirementsOf(group: GroupNode): RequirementNode[] {
    return group.group.rows.flatMap((row) => this.#requirements.get(row.requirement.id) ?? []);
  }

  childrenOf(node: RequirementNode): TreeNode[] {
    const row = this.session.trace.requirement(node.requirementId);
    if (row === undefined) {
      return [];
    }
    const decision = decisionLeaf(row, this.session);
    return [
      ...(decision === undefined ? [] : [leafNode(node, decision)]),
      ...sectionsOf(row, this.session).map(({ key, ...section }): SectionNode => ({
        kind: 'section',
        id: `${node.id}/${key}`,
        parent: node,
        ...section,
      })),
    ];
  }

  #adopt(row: RequirementTrace, parent: GroupNode): void {
    const id = row.requirement.id;
    const known = this.#requirements.get(id);
    if (known === undefined) {
      const node: RequirementNode = {
        kind: 'requirement',
        id: `${this.session.key}#requirement/${id}`,
        session: this.session,
        requirementId: id,
        parent,
      };
      this.#requirements.set(id, node);
    } else {
      known.parent = parent;
    }
  }

  /** The group itself when its list or its totals changed, else only the requirements whose rows did. */
  #changed(node: GroupNode, next: RowGroup): TreeNode[] {
    const previous = node.group;
    const sameList =
      previous.rows.length === next.rows.length &&
      previous.rows.every((row, index) => row.requirement.id === next.rows[index]?.requirement.id);
    if (!sameList || settledCount(previous) !== settledCount(next) || previous.totals?.ready !== next.totals?.ready) {
      return [node];
    }
    return next.rows.flatMap((row, index) => {
      const requirement = row === previous.rows[index] ? undefined : this.#requirements.get(row.requirement.id);
      return requirement === undefined ? [] : [requirement];
    });
  }

  #looseSection(key: string, label: string, leaves: readonly Leaf[], parent: FolderNode | undefined): SectionNode[] {
    if (leaves.length === 0) {
      return [];
    }
    const id = `${this.session.key}#${key}`;
    return [{ kind: 'section', id, parent, label, description: String(leaves.length), expanded: false, leaves }];
  }
}

export function leavesOf(section: SectionNode): LeafNode[] {
  return section.leaves.map((leaf) => leafNode(section, leaf));
}

export function settledCount(group: RowGroup): number {
  return group.rows.filter(({ state }) => isSettled(state)).length;
}

export function reviewsOf(node: ReviewsNode): ReviewNode[] {
  const { session } = node;
  return node.reviews.map((review) => ({
    kind: 'review',
    id: `${node.id}/${review.id}`,
    session,
    parent: node,
    review,
  }));
}

export function leavesOfReview(node: ReviewNode): LeafNode[] {
  return reviewLeaves(node.review, node.session).map((leaf) => leafNode(node, leaf));
}

function leafNode(parent: SectionNode | RequirementNode | ReviewNode, leaf: Leaf): LeafNode {
  return { kind: 'leaf', id: `${parent.id}/${leaf.key}`, parent, leaf };
}
