import type { DataTransfer, TreeDragAndDropController } from 'vscode';
import { draggedMimes, putDragged } from '../draggedRequirements';
import type { TreeNode } from './treeNode';

/** Requirements are dragged out of the tree, onto code or text; nothing is dropped into it. */
export const requirementDrag: TreeDragAndDropController<TreeNode> = {
  dragMimeTypes: draggedMimes,
  dropMimeTypes: [],
  handleDrag(nodes: readonly TreeNode[], transfer: DataTransfer): void {
    putDragged(transfer, requirementIdsOf(nodes));
  },
};

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
