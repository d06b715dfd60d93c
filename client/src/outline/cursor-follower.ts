import type { TreeView } from 'vscode';
import type { OutlineRows } from './rows';
import type { TreeNode } from './tree';

/**
 * Keeps the row selected that the cursor's line is in. One reveal at a time, the newest line last: VS Code answers two
 * that meet with rows below the wrong parents (see `FirstDrawing`).
 */
export class CursorFollower {
  private line: number | undefined;
  private busy = false;

  constructor(
    private readonly view: TreeView<TreeNode>,
    private readonly rows: OutlineRows,
  ) {}

  /** `line` counts from 0; undefined where there is no cursor to follow. */
  async follow(line: number | undefined): Promise<void> {
    this.line = line;
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.line !== undefined && this.view.visible) await this.revealNewest();
    } finally {
      this.busy = false;
    }
  }

  private async revealNewest(): Promise<void> {
    await this.rows.drawn;
    const node = this.rows.nodeAt(this.line);
    this.line = undefined;
    // Revealing in a view that was closed meanwhile would open it.
    if (!node || !this.view.visible || this.view.selection.includes(node)) return;
    // The row may be gone by the time VS Code looks for it; the change that removed it brings a new one to follow.
    await Promise.resolve(this.view.reveal(node, { select: true, focus: false })).catch(() => undefined);
  }
}
