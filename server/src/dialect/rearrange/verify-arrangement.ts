import { withDescendants } from '../all-items';
import type { ReadDraft } from '../draft';
import { groupBy } from '../group-by';
import { rankOf } from '../marker-rank';
import type { Draft, Item } from '../model';
import { applyEdits, type Range, type TextEdit } from '../range';
import { findReferences } from '../references';
import type { Refusal } from './destinations';
import type { NumberedList } from './numbered-list';
import type { PlacedItem } from './placed-item';
import { t } from '../../localise';

/** Edits that put an item elsewhere, with its number, those of its neighbours and the mentions of them. */
export interface Rearrangement {
  readonly edits: readonly TextEdit[];
  /** Behind the item's number in the edited text: where its title begins, or is to be written. */
  readonly cursor: number;
  /** Mentions as they are now which, after the move, no longer tell by number alone what they mean. */
  readonly unclear: readonly Range[];
}

interface Planned {
  readonly list: NumberedList;
  /** In text order. */
  readonly placed: readonly PlacedItem[];
  readonly moved: PlacedItem;
  readonly edits: readonly TextEdit[];
}

/** Reads the edited text as everybody will: a number means something by its neighbours, and they are others now. */
export function verifyArrangement(
  draft: Draft,
  { list, placed, moved, edits }: Planned,
  read: ReadDraft,
): Rearrangement | Refusal {
  const after = read(applyEdits(draft.text, edits));
  const items = itemsLike(draft, list, after);
  const at = placed.indexOf(moved);
  const found = items[at];
  if (!found || !sameStructure(placed, items))
    return { problem: t('移动以后，有的序号会读成别的层次，所以没有移动。请先用“重新编号”理顺编号再移。') };
  const { end } = found.marker.lead;
  return { edits, cursor: end, unclear: unclearMentions({ draft, list }, { draft: after, items }, placed) };
}

/** The items of the same list in the text after the move: attachments keep their order. */
function itemsLike(draft: Draft, list: NumberedList, after: Draft): readonly Item[] {
  const region = regionOf(draft, list.items[0]?.range.start ?? 0);
  return region < 0 ? after.outline : withDescendants(after.attachments[region]?.items ?? []);
}

function sameStructure(placed: readonly PlacedItem[], items: readonly Item[]): boolean {
  const index = new Map(items.map((item, i) => [item, i]));
  const placedIndex = new Map(placed.map((item, i) => [item, i]));
  return (
    placed.length === items.length &&
    placed.every((item, i) => {
      const other = items[i] as Item;
      const parent = item.parent && placedIndex.get(item.parent);
      return rankOf(item) === rankOf(other) && parent === (other.parent && index.get(other.parent));
    })
  );
}

/** Compares mention by mention, each known by the item it stands in and its place there. */
function unclearMentions(
  before: { readonly draft: Draft; readonly list: NumberedList },
  after: { readonly draft: Draft; readonly items: readonly Item[] },
  placed: readonly PlacedItem[],
): Range[] {
  const { draft, list } = before;
  const place = new Map(placed.map(({ source }, index) => [source, index]));
  const found = groupBy(findReferences(after.draft), ({ range }) =>
    standsIn(after.draft, after.items, range),
  );
  const placeOf = (owner: number | string): number | string =>
    typeof owner === 'number' ? (place.get(list.items[owner]) ?? owner) : owner;
  const unclear: Range[] = [];
  for (const [owner, references] of groupBy(findReferences(draft), ({ range }) =>
    standsIn(draft, list.items, range),
  )) {
    const there = found.get(placeOf(owner)) ?? [];
    references.forEach(({ target, range }, index) => {
      if (target === undefined || !('marker' in target)) return;
      const now = there[index]?.target;
      const at = place.get(target);
      if (at === undefined ? now === undefined : now !== after.items[at]) unclear.push(range);
    });
  }
  return unclear;
}

/** The index of the item a mention stands in; outside the items the name of the place, which no move changes. */
function standsIn(draft: Draft, items: readonly Item[], { start }: Range): number | string {
  const [first] = items;
  if (!first || regionOf(draft, start) !== regionOf(draft, first.range.start) || start < first.range.start)
    return `region ${regionOf(draft, start)}`;
  return items.findLastIndex(({ range }) => range.start <= start);
}

/** The attachment an offset lies in; -1 for the body. */
function regionOf({ attachments }: Draft, offset: number): number {
  return attachments.findIndex(({ range }) => range.start <= offset && offset < range.end);
}
