import { allItems } from './all-items';
import type { Draft, Item } from './model';

/**
 * Items whose number a directive (`要点：锁定编号`) fixes: the first item after each directive, the item on its line
 * where it stands behind text.
 */
export function lockedItems(draft: Draft): ReadonlySet<Item> {
  const locked = new Set<Item>();
  const directives = draft.directives.filter(({ kind }) => kind === 'lock-number');
  if (directives.length === 0) return locked;
  const items = allItems(draft);
  for (const { range, line, inline } of directives) {
    const item = items.find(
      (candidate) => candidate.range.start >= range.end || (inline && candidate.line === line),
    );
    if (item !== undefined) locked.add(item);
  }
  return locked;
}
