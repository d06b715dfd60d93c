import type { Node, Point } from 'unist';

/** Where a part that was parsed by itself begins in its document. */
export interface Origin {
  readonly offset: number;
  /** Counted from 1. */
  readonly line: number;
  /** Columns before the part on its first line. */
  readonly column: number;
}

/** Moves the positions of freshly parsed nodes, and of all nodes in them, to where their source stands. */
export function shiftPositions(nodes: readonly Node[], origin: Origin): void {
  const pending = [...nodes];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.position) {
      node.position.start = shiftPoint(node.position.start, origin);
      node.position.end = shiftPoint(node.position.end, origin);
    }
    const { children } = node as { children?: readonly Node[] };
    if (children) for (const child of children) pending.push(child);
  }
}

function shiftPoint({ line, column, offset }: Point, origin: Origin): Point {
  return {
    line: line + origin.line - 1,
    column: line === 1 ? column + origin.column : column,
    offset: (offset ?? 0) + origin.offset,
  };
}
