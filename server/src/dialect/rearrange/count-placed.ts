import { lastDescendant } from '../all-items';
import { groupBy } from '../group-by';
import { lockedItems } from '../locked-items';
import { rankOf } from '../marker-rank';
import type { Draft, Item } from '../model';
import {
  COUNTED_WITHIN_PARENT,
  inferNumberingScheme,
  numberedSequences,
  splitSequences,
  type CountedItems,
} from '../numbering-scheme';
import type { NumberedList } from './numbered-list';
import type { PlacedItem } from './placed-item';

/** The numbers placed items bear, and which of them stand where something has changed. */
export interface PlacedNumbers {
  readonly numbers: ReadonlyMap<PlacedItem, number>;
  /** Items counted together with one that has come, gone or moved. */
  readonly affected: ReadonlySet<PlacedItem>;
}

/**
 * Numbers stay at their places while items move: the third item bears what the third one bore. So a gap that was there
 * before is neither closed nor carried about, and moving back gives the old text. A sequence that grows counts on.
 */
export function countPlaced(draft: Draft, list: NumberedList, placed: readonly PlacedItem[]): PlacedNumbers {
  const before = sequencesBefore(draft, list);
  const locked = lockedItems(draft);
  const numbers = new Map<PlacedItem, number>();
  const affected = new Set<PlacedItem>();
  for (const [name, sequence] of sequencesAfter(draft, list, placed)) {
    const old = before.get(name) ?? [];
    let next = sequence.start;
    sequence.items.forEach((item, index) => {
      const fixed = item.source !== undefined && locked.has(item.source);
      const number = fixed ? item.number : (old[index]?.number ?? next);
      numbers.set(item, number);
      next = number + 1;
    });
    const same =
      old.length === sequence.items.length && sequence.items.every(({ source }, i) => source === old[i]);
    if (!same) sequence.items.forEach((item) => affected.add(item));
  }
  return { numbers, affected };
}

function sequencesBefore(draft: Draft, { items }: NumberedList): ReadonlyMap<string, readonly Item[]> {
  const named = namer(draft, items);
  const scheme = inferNumberingScheme(draft, items);
  const breaks = {
    isLocked: (item: Item) => lockedItems(draft).has(item),
    opensList: (item: Item) => opened(draft).has(item),
  };
  const found = new Map<string, readonly Item[]>();
  for (const [rank, members] of groupBy(items, rankOf))
    for (const sequence of splitSequences(members, scheme.get(rank) ?? COUNTED_WITHIN_PARENT, breaks))
      found.set(named(rank, sequence), sequence.items);
  return found;
}

function sequencesAfter(
  draft: Draft,
  { items }: NumberedList,
  placed: readonly PlacedItem[],
): [name: string, sequence: CountedItems<PlacedItem>][] {
  const named = namer(draft, items);
  const scheme = inferNumberingScheme(draft, items);
  const locked = lockedItems(draft);
  const leads = leadIns(draft, items);
  const breaks = {
    isLocked: ({ source }: PlacedItem) => source !== undefined && locked.has(source),
    opensList: (item: PlacedItem, previous: PlacedItem | undefined) =>
      previous !== undefined &&
      previous.parent === item.parent &&
      leads.has((lastDescendant(previous) as PlacedItem).source),
  };
  return [...groupBy(placed, rankOf)].flatMap(([rank, members]) =>
    splitSequences(members, scheme.get(rank) ?? COUNTED_WITHIN_PARENT, breaks).map(
      (sequence): [string, CountedItems<PlacedItem>] => [named(rank, sequence), sequence],
    ),
  );
}

/**
 * Names a sequence so that it can be found again after the move: by what it is counted within, and where it is not the
 * first one there by the locked item it begins with or by its place among the others.
 */
function namer(draft: Draft, items: readonly Item[]) {
  const index = new Map<Item | undefined, number>(items.map((item, i) => [item, i]));
  const locked = lockedItems(draft);
  const seen = new Map<string, number>();
  const sourceOf = (item: Item | PlacedItem): Item | undefined => ('source' in item ? item.source : item);
  return (
    rank: number,
    { items: [first], within }: CountedItems<Item> | CountedItems<PlacedItem>,
  ): string => {
    const begins = first && sourceOf(first);
    if (begins && locked.has(begins)) return `locked ${index.get(begins)}`;
    const place = within === 'plan' ? within : index.get(sourceOf(within));
    const name = `${rank} in ${place}`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return `${name} ${seen.get(name)}`;
  };
}

/** Items that begin a list of their own because of the words before them, and not because of their parent. */
function opened(draft: Draft): ReadonlySet<Item> {
  return new Set(numberedSequences(draft).flatMap(({ items: [first] }) => first ?? []));
}

/** Items behind whose last words a further list begins under the same parent. */
function leadIns(draft: Draft, items: readonly Item[]): ReadonlySet<Item | undefined> {
  const openers = opened(draft);
  const found = new Set<Item | undefined>();
  for (const members of groupBy(items, rankOf).values())
    members.forEach((item, i) => {
      const previous = members[i - 1];
      if (previous?.parent === item.parent && previous && openers.has(item) && !lockedItems(draft).has(item))
        found.add(lastDescendant(previous));
    });
  return found;
}
