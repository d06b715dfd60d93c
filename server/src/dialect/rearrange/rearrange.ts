import { withDescendants } from '../all-items';
import type { ReadDraft } from '../draft';
import { rankOf } from '../marker-rank';
import type { Draft, Item } from '../model';
import { contains } from '../range';
import { countPlaced } from './count-placed';
import {
  destinationOf,
  dropDestination,
  isRefusal,
  type Destination,
  type Refusal,
  type Step,
} from './destinations';
import { extentsOf, type Extents } from './extents';
import { lineBeginning, numberEdits } from './number-edits';
import { listOf, type NumberedList } from './numbered-list';
import { findPlaced, inTextOrder, place, type Arrangement } from './place-items';
import {
  mannerOf,
  mannerOfChildren,
  placeItems,
  restyle,
  settleFraming,
  type PlacedItem,
} from './placed-item';
import { insertLine, moveLines } from './relocate';
import { verifyArrangement, type Rearrangement } from './verify-arrangement';
import { t } from '../../localise';

export { isRefusal, type Destination, type Refusal, type Step } from './destinations';
export type { Rearrangement } from './verify-arrangement';

/** Moves an item one step or one level. */
export function stepItem(draft: Draft, item: Item, step: Step, read: ReadDraft): Rearrangement | Refusal {
  const destination = destinationOf(listOf(draft, item), item, step);
  return isRefusal(destination) ? destination : moveItem(draft, item, destination, read);
}

/** Moves an item to where it was dropped. */
export function dropItem(draft: Draft, item: Item, target: Item, read: ReadDraft): Rearrangement | Refusal {
  if (item === target) return { problem: t('没有移动：放回了原处。') };
  return moveItem(draft, item, dropDestination(item, target), read);
}

/**
 * Moves an item with all that stands under it. It takes the level of the items it comes to stand among, and the numbers
 * and mentions of all that move along are put right.
 */
export function moveItem(
  draft: Draft,
  item: Item,
  destination: Destination,
  read: ReadDraft,
): Rearrangement | Refusal {
  const list = listOf(draft, item);
  const extents = extentsOf(draft, list);
  const problem = whyNot({ draft, list, extents }, item, destination);
  if (problem !== undefined) return { problem };
  const roots = placeItems(list);
  const moved = findPlaced(roots, item) as PlacedItem;
  if (!settle(draft, list, { roots, moved }, destination))
    return { problem: t('序号没有更深的层次了，不能移到那里。') };
  const placed = inTextOrder(roots);
  const edits = moveLines(draft, { list, extents }, { item, destination }, numberEdits(draft, list, placed));
  return verifyArrangement(draft, { list, placed, moved, edits }, read);
}

/** Puts a new item of the same kind behind an item and all that stands under it; its text is still to be written. */
export function insertItemAfter(draft: Draft, item: Item, read: ReadDraft): Rearrangement | Refusal {
  const list = listOf(draft, item);
  const roots = placeItems(list);
  const sibling = findPlaced(roots, item) as PlacedItem;
  const manner = mannerOf(draft, item);
  const text = { title: '', runIn: false, paragraphs: [] };
  const moved: PlacedItem = { ...sibling, ...text, source: undefined, manner, children: [] };
  place({ roots, moved }, 'after', sibling);
  const placed = inTextOrder(roots);
  const number = countPlaced(draft, list, placed).numbers.get(moved) ?? item.number + 1;
  const edits = insertLine(
    draft,
    { list, extents: extentsOf(draft, list) },
    { item, line: lineBeginning(moved, number) },
    numberEdits(draft, list, placed),
  );
  return verifyArrangement(draft, { list, placed, moved, edits }, read);
}

interface Lists {
  readonly draft: Draft;
  readonly list: NumberedList;
  readonly extents: Extents;
}

function whyNot({ draft, list, extents }: Lists, item: Item, { target }: Destination): string | undefined {
  if (!list.items.includes(target)) return t('只能在正文里，或者在同一个附件里移动。');
  if (withDescendants([item]).includes(target)) return t('不能移到自己下面。');
  const lines = extents.get(item);
  const regions = draft.directives.filter(
    ({ kind, range }) =>
      (kind === 'ignore-start' || kind === 'ignore-end') && lines && contains(lines, range),
  );
  const whole =
    regions.length % 2 === 0 && regions.every(({ kind }, i) => (kind === 'ignore-start') === (i % 2 === 0));
  return whole
    ? undefined
    : t('这一项里只有“忽略开始”“忽略结束”中的一个，移动会改变忽略的范围。请先移开那条注释。');
}

/** Puts the item to its place and gives it the markers of that place. */
function settle(
  draft: Draft,
  list: NumberedList,
  arrangement: Arrangement,
  destination: Destination,
): boolean {
  const { roots, moved } = arrangement;
  const target = findPlaced(roots, destination.target) as PlacedItem;
  place(arrangement, destination.place, target);
  settleFraming(moved);
  const sibling =
    destination.place === 'into' ? target.children.findLast((child) => child !== moved) : target;
  if (sibling && rankOf(sibling) === rankOf(moved)) return true;
  const manner = sibling?.source ? mannerOf(draft, sibling.source) : mannerOfChildren(draft, list, target);
  return manner !== undefined && restyle(draft, list, moved, manner);
}
