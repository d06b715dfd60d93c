import type { Draft, Item, Marker } from './model';

/** Items and all that stand under them, in text order. */
export function withDescendants(items: readonly Item[]): Item[] {
  const all: Item[] = [];
  addWithDescendants(items, all);
  return all;
}

function addWithDescendants(items: readonly Item[], all: Item[]): void {
  for (const item of items) {
    all.push(item);
    addWithDescendants(item.children, all);
  }
}

/** The item that ends where `item` ends: itself, or the last of what stands under it. */
export function lastDescendant(item: Item): Item {
  const last = item.children.at(-1);
  return last === undefined ? item : lastDescendant(last);
}

/** All items of a draft: the body's, then those of attachments that are lists. */
export function allItems(draft: Draft): Item[] {
  return [...draft.outline, ...draft.attachments.flatMap(({ items }) => withDescendants(items))];
}

/** All markers of a draft: of its items and of the list of attachments. */
export function allMarkers(draft: Draft): Marker[] {
  const listed = draft.attachmentsListed.flatMap(({ marker }) => (marker === undefined ? [] : [marker]));
  return [...allItems(draft).map(({ marker }) => marker), ...listed];
}
