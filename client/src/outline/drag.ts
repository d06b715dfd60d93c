import { DataTransferItem, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import type { TreeNode } from './tree';

const MIME = 'application/vnd.code.tree.yaodian.outline';

/** Rows that stand at their places in the text can be dragged onto one another. */
export class OutlineDrag implements TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [MIME];
  readonly dropMimeTypes = [MIME];

  constructor(private readonly move: (dragged: TreeNode, target: TreeNode) => Promise<void>) {}

  handleDrag([node]: readonly TreeNode[], transfer: DataTransfer): void {
    if (node?.movable) transfer.set(MIME, new DataTransferItem(node));
  }

  async handleDrop(target: TreeNode | undefined, transfer: DataTransfer): Promise<void> {
    const dragged = transfer.get(MIME)?.value as TreeNode | undefined;
    if (dragged && target && dragged !== target) await this.move(dragged, target);
  }
}
