import { withDescendants } from '../dialect/all-items';
import type { Draft, Item, MarkerStyle } from '../dialect/model';
import { quotePlace } from '../dialect/quote-place';
import { formatSteps, type PlaceStep } from './read-places';

/** The item that a place means, or why it means none. */
export type FoundPlace = { readonly item: Item } | { readonly fault: 'none' | 'several' };

/** Follows a place through a plan: 第二部分（三）第7项. A bare 第12项 must be the only one of its number. */
export function findPlace({ outline, tasks }: Draft, steps: readonly PlaceStep[]): FoundPlace {
  let within: readonly Item[] = outline;
  let found: readonly Item[] = [];
  for (const step of steps) {
    found = fitting(within, step);
    // A plan that numbers its tasks straight through as （一）…（四十八） is quoted by 第12项 all the same.
    if (found.length === 0 && step.kind === 'item')
      found = tasks
        .map(({ item }) => item)
        .filter((item) => within.includes(item) && item.number === step.number);
    within = withDescendants(found.flatMap(({ children }) => children));
  }
  const [item] = found;
  return item && found.length === 1 ? { item } : { fault: item ? 'several' : 'none' };
}

const STYLES: Readonly<Record<PlaceStep['kind'], readonly MarkerStyle[]>> = {
  chapter: ['chinese', 'part'],
  section: ['paren-chinese'],
  point: ['paren-arabic', 'circled'],
  item: ['arabic', 'article', 'task'],
};

function fitting(items: readonly Item[], { kind, number }: PlaceStep): readonly Item[] {
  return items.filter((item) => item.number === number && STYLES[kind].includes(item.marker.style));
}

/** How an item is best quoted: 第12项 where that is enough, else with the way to it; by its heading where nothing else is sure. */
export function placeOf(draft: Draft, item: Item): string {
  const short: readonly PlaceStep[] = [{ kind: 'item', number: item.number }];
  const found = findPlace(draft, short);
  if ('item' in found && found.item === item) return formatSteps(short);
  return quotePlace(draft, item.marker.range.start);
}
