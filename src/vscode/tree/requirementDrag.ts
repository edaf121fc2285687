import { Uri } from 'vscode';
import type { DataTransfer, TreeDragAndDropController } from 'vscode';
import { draggedMimes, putDragged } from '../draggedRequirements';
import { addProofFiles } from '../proofs/addProofFiles';
import type { ErrorReporter } from '../support/errorReporter';
import { t } from '../support/translate';
import type { RequirementNode, TreeNode } from './treeNode';

/** What the explorer and the operating system call files that are dragged. */
const FILES = 'text/uri-list';

/** Requirements are dragged out of the tree, onto code or text; files are dropped onto a requirement, as proofs of it. */
export function requirementDrag(reporter: ErrorReporter): TreeDragAndDropController<TreeNode> {
  return {
    dragMimeTypes: draggedMimes,
    dropMimeTypes: [FILES],
    handleDrag(nodes: readonly TreeNode[], transfer: DataTransfer): void {
      putDragged(transfer, requirementIdsOf(nodes));
    },
    async handleDrop(target: TreeNode | undefined, transfer: DataTransfer): Promise<void> {
      const requirement = target === undefined ? undefined : requirementAbove(target);
      const uris = filesIn((await transfer.get(FILES)?.asString()) ?? '');
      if (requirement === undefined || uris.length === 0) {
        return;
      }
      try {
        await addProofFiles(requirement.session, requirement.requirementId, uris);
      } catch (error) {
        reporter.show(t('The proof could not be declared'), error);
      }
    },
  };
}

/** Of the nodes that are requirements, each once, in the tree's order. */
export function requirementIdsOf(nodes: readonly TreeNode[]): string[] {
  const ids = nodes.flatMap((node) => {
    switch (node.kind) {
      case 'requirement':
        return [node.requirementId];
      case 'shared':
        return [node.shared.id];
      default:
        return [];
    }
  });
  return [...new Set(ids)];
}

/** One address a line; whoever drags may write what is none. */
function filesIn(list: string): Uri[] {
  return list.split(/\r?\n/u).flatMap((line) => {
    try {
      return line.trim() === '' || line.startsWith('#') ? [] : [Uri.parse(line.trim(), true)];
    } catch {
      return [];
    }
  });
}

/** The requirement that a row belongs to. */
function requirementAbove(node: TreeNode): RequirementNode | undefined {
  let at: TreeNode | undefined = node;
  while (at !== undefined && at.kind !== 'requirement') {
    at = at.kind === 'leaf' || at.kind === 'section' ? at.parent : undefined;
  }
  return at;
}
