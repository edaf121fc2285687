import type { Command, MarkdownString, ThemeIcon } from 'vscode';
import type { Position } from '../../base/text';
import type { ProofEntry } from '../../evidence/model';
import type { Review } from '../../trace/toReview';
import type { ClaimFigures } from '../../trace/unclaimed/model';
import type { FolderSession } from '../folderSession';
import type { RowGroup } from './requirementRows';
import type { SharedRequirement } from './sharedRequirements';

/** Nodes keep their identity from one trace to the next, so that only what changed is drawn again. `id` is unique in the view. */
export type TreeNode =
  | AggregateNode
  | SharedNode
  | FolderNode
  | GroupNode
  | RequirementNode
  | ReviewsNode
  | ReviewNode
  | SectionNode
  | ClaimNode
  | LeafNode;

/** Above the folders, where several are traced. */
export interface AggregateNode {
  readonly kind: 'aggregate';
  readonly id: string;
  /** The folders that it sums up; none hides it. */
  sessions: readonly FolderSession[];
}

/** A requirement that several folders have to answer. */
export interface SharedNode {
  readonly kind: 'shared';
  readonly id: string;
  readonly parent: AggregateNode;
  shared: SharedRequirement<FolderSession>;
}

export interface FolderNode {
  readonly kind: 'folder';
  readonly id: string;
  readonly session: FolderSession;
}

export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly session: FolderSession;
  /** Absent when the workspace has one folder. */
  readonly parent?: FolderNode;
  group: RowGroup;
}

export interface RequirementNode {
  readonly kind: 'requirement';
  readonly id: string;
  readonly session: FolderSession;
  readonly requirementId: string;
  parent: GroupNode;
}

/** What a newer edition of the requirements concerns in a folder; there while there is something. */
export interface ReviewsNode {
  readonly kind: 'reviews';
  readonly id: string;
  readonly session: FolderSession;
  parent: FolderNode | undefined;
  reviews: readonly Review[];
}

export interface ReviewNode {
  readonly kind: 'review';
  readonly id: string;
  readonly session: FolderSession;
  readonly parent: ReviewsNode;
  readonly review: Review;
}

/** A few lines of one sort under a requirement or, for what no requirement owns, under the folder. */
export interface SectionNode {
  readonly kind: 'section';
  readonly id: string;
  readonly parent: RequirementNode | FolderNode | undefined;
  readonly label: string;
  readonly description: string;
  readonly expanded: boolean;
  readonly leaves: readonly Leaf[];
}

/** Code of sensitive folders that no requirement claims: all of it, that of a folder, that of a file. */
export interface ClaimNode {
  readonly kind: 'claims';
  readonly id: string;
  readonly session: FolderSession;
  readonly of: 'all' | 'folder' | 'file';
  /** Of the folder or the file; empty for all. */
  readonly path: string;
  parent: FolderNode | ClaimNode | undefined;
  /** Unknown until somebody opens the first one: the code is read then. */
  figures: ClaimFigures | undefined;
  children: readonly (ClaimNode | LeafNode)[];
}

export interface LeafNode {
  readonly kind: 'leaf';
  readonly id: string;
  readonly parent: SectionNode | RequirementNode | ReviewNode | SharedNode | ClaimNode;
  readonly leaf: Leaf;
}

/** One line under a requirement. */
export interface Leaf {
  /** Unique among its siblings. */
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: ThemeIcon;
  /** What a click opens. */
  readonly command?: Command;
  readonly tooltip?: () => MarkdownString | string;
  /** What a screen reader says, where label and description do not tell the state. */
  readonly spoken?: string;
  readonly context: string;
  /** `path:line` of a place in the code. */
  readonly place?: string;
  /** Of code that can be annotated. */
  readonly code?: { readonly session: FolderSession; readonly file: string; readonly line: number };
  /** Of something that is not what was accepted. */
  readonly accepts?: AcceptedLeaf;
  /** Of a proof: what `segur.yaml` says of it. */
  readonly proof?: ProofLeaf;
}

/** A declared proof of a folder. */
export interface ProofLeaf {
  readonly session: FolderSession;
  readonly entry: ProofEntry;
}

/** What to look up in the trace when the leaf is accepted. */
export type AcceptedLeaf = { readonly session: FolderSession; readonly file: string } & (
  { readonly kind: 'link'; readonly id: string; readonly at: Position } | { readonly kind: 'proof' }
);
