import type { Item } from '../model';
import type { Destination } from './destinations';
import type { PlacedItem } from './placed-item';

/** A list's items at their new places. */
export interface Arrangement {
  readonly roots: PlacedItem[];
  /** The one that was moved or inserted. */
  readonly moved: PlacedItem;
}

export function inTextOrder(roots: readonly PlacedItem[]): PlacedItem[] {
  return roots.flatMap((root) => [root, ...inTextOrder(root.children)]);
}

export function findPlaced(roots: readonly PlacedItem[], item: Item): PlacedItem | undefined {
  return inTextOrder(roots).find(({ source }) => source === item);
}

/** Takes the item out of its place and puts it to the other one. */
export function place({ roots, moved }: Arrangement, where: Destination['place'], target: PlacedItem): void {
  const siblings = moved.parent?.children ?? roots;
  const old = siblings.indexOf(moved);
  if (old >= 0) siblings.splice(old, 1);
  moved.parent = where === 'into' ? target : target.parent;
  const among = moved.parent?.children ?? roots;
  const at = among.indexOf(target);
  among.splice(where === 'into' ? among.length : where === 'before' ? at : at + 1, 0, moved);
}
