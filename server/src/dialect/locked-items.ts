import { allItems } from './all-items';
import type { Draft, Item } from './model';

/** Items whose number a directive (`要点：锁定编号`) fixes: the first item after each directive. */
export function lockedItems(draft: Draft): ReadonlySet<Item> {
  const locked = new Set<Item>();
  const directives = draft.directives.filter(({ kind }) => kind === 'lock-number');
  if (directives.length === 0) return locked;
  const items = allItems(draft);
  for (const { range } of directives) {
    const item = items.find((candidate) => candidate.range.start >= range.end);
    if (item !== undefined) locked.add(item);
  }
  return locked;
}
