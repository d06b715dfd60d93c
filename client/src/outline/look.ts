import type { TreeNode } from './tree';

/**
 * What can be seen of rows, and where a click on them leads: rows of the same look need not be drawn again. VS Code
 * asks for every open row of a tree that is drawn anew, which is too much for each key that is typed.
 */
export function lookOf(rows: readonly TreeNode[], problemsOf: (row: TreeNode) => number): string {
  const look = (row: TreeNode): unknown[] => {
    const { id, label, description, kind, movable, lacks, selectionRange, children } = row;
    const own = [id, label, description, kind, movable, lacks, selectionRange, problemsOf(row)];
    return [...own, children.map(look)];
  };
  return JSON.stringify(rows.map(look));
}

/** Gives rows the places in the text of others of the same look. */
export function takePlaces(rows: readonly TreeNode[], from: readonly TreeNode[]): void {
  rows.forEach((row, index) => {
    const other = from[index];
    if (!other) return;
    Object.assign(row, { range: other.range });
    takePlaces(row.children, other.children);
  });
}
