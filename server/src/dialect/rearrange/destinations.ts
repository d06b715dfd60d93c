import { rankOf } from '../marker-rank';
import type { Item } from '../model';
import type { NumberedList } from './numbered-list';
import { t } from '../../localise';

/** Where an item goes, seen from another item: `into` is behind the last of what stands under it. */
export interface Destination {
  readonly place: 'before' | 'after' | 'into';
  readonly target: Item;
}

export type Step = 'up' | 'down' | 'promote' | 'demote';

/** Why something cannot be done and what to do instead, in Chinese. */
export interface Refusal {
  readonly problem: string;
}

export function isRefusal(answer: object): answer is Refusal {
  return 'problem' in answer;
}

/** Where a step leads. Up and down go on into the neighbouring section where the item's own ends. */
export function destinationOf(list: NumberedList, item: Item, step: Step): Destination | Refusal {
  const siblings = item.parent?.children ?? list.roots;
  const at = siblings.indexOf(item);
  switch (step) {
    case 'up':
      return place('before', siblings[at - 1]) ?? beyond(list, item, 'up') ?? refuse(t('已经在最前面。'));
    case 'down':
      return place('after', siblings[at + 1]) ?? beyond(list, item, 'down') ?? refuse(t('已经在最后面。'));
    case 'promote':
      return place('after', item.parent) ?? refuse(t('已经是最高一级，不能再提升。'));
    case 'demote':
      return place('into', siblings[at - 1]) ?? refuse(t('前面没有同级的一项可以归入，不能降级。'));
  }
}

/**
 * Where an item goes that is dropped on another. On one of its own level it takes that one's place; on one above its
 * level it goes behind the last there of its own; below its level what it was dropped on stands for the whole section.
 */
export function dropDestination(item: Item, target: Item): Destination {
  const parent = target.parent;
  if (rankOf(target) > rankOf(item) && parent) return dropDestination(item, parent);
  if (rankOf(target) >= rankOf(item))
    return { place: item.range.start < target.range.start ? 'after' : 'before', target };
  const section = target.children.findLast((child) => child !== item && rankOf(child) < rankOf(item));
  return section ? dropDestination(item, section) : { place: 'into', target };
}

function place(where: Destination['place'], target: Item | undefined): Destination | undefined {
  return target && { place: where, target };
}

function refuse(problem: string): Refusal {
  return { problem };
}

/** Among the next items of the same kind in another section, or under a heading that has nothing under it. */
function beyond({ items }: NumberedList, item: Item, direction: 'up' | 'down'): Destination | undefined {
  const at = items.indexOf(item);
  const others = direction === 'up' ? items.slice(0, at).reverse() : items.slice(at + 1);
  for (const other of others) {
    if (other === item.parent || other.isFraming !== item.isFraming) continue;
    if (rankOf(other) === rankOf(item))
      return { place: direction === 'up' ? 'after' : 'before', target: other };
    if (item.parent && rankOf(other) === rankOf(item.parent) && isBare(other))
      return { place: 'into', target: other };
  }
  return undefined;
}

function isBare({ children, runIn, paragraphs }: Item): boolean {
  return children.length === 0 && !runIn && paragraphs.length === 0;
}
