import { mostFrequent } from '../group-by';
import { rankOf } from '../marker-rank';
import type { Draft, Item, Marker, MarkerStyle } from '../model';
import { canonicalMarker } from '../resolve-markers';
import type { NumberedList } from './numbered-list';

/** An item at its new place. It reads like an item of a draft, so that what counts items counts these too. */
export interface PlacedItem extends Omit<Item, 'marker' | 'parent' | 'children' | 'isFraming'> {
  /** The item it is in the draft; undefined for one that is inserted. */
  readonly source: Item | undefined;
  marker: Marker;
  parent: PlacedItem | undefined;
  children: PlacedItem[];
  isFraming: boolean;
  /** How its line begins now; undefined where only the number may change. */
  manner: MarkerManner | undefined;
}

/** How the lines of one kind of items begin. */
export interface MarkerManner {
  readonly marker: Marker;
  /** From the line's first character to the marker: `### `, `　　`. */
  readonly before: string;
  /** White space behind the marker. */
  readonly after: string;
}

/** A copy of a list that can be rearranged. */
export function placeItems(list: NumberedList): PlacedItem[] {
  const copy = (item: Item, parent: PlacedItem | undefined): PlacedItem => {
    const placed: PlacedItem = { ...item, source: item, parent, children: [], manner: undefined };
    placed.children = item.children.map((child) => copy(child, placed));
    return placed;
  };
  return list.roots.map((root) => copy(root, undefined));
}

/** What stands under a framing chapter is framing; what was so by its own title or directive stays so. */
export function settleFraming(placed: PlacedItem): void {
  const { source, parent } = placed;
  const own = source !== undefined && source.isFraming && source.parent?.isFraming !== true;
  placed.isFraming = own || parent?.isFraming === true;
  placed.children.forEach(settleFraming);
}

export function mannerOf({ text, lines }: Draft, { marker, line }: Item): MarkerManner {
  return {
    marker,
    before: text.slice(lines.rangeOf(line).start, marker.range.start),
    after: text.slice(marker.range.end, marker.lead.end),
  };
}

/**
 * Gives an item and what stands under it the markers of its new place. False where there is no deeper level for what
 * stands lowest.
 */
export function restyle(draft: Draft, list: NumberedList, item: PlacedItem, manner: MarkerManner): boolean {
  item.manner = manner;
  item.marker = manner.marker;
  return item.children.every((child) => {
    const own = mannerOfChildren(draft, list, item);
    return own !== undefined && restyle(draft, list, child, own);
  });
}

/** The level below each where a draft has no example of its own. */
const NEXT_STYLE: Readonly<Partial<Record<MarkerStyle, MarkerStyle>>> = {
  part: 'chinese',
  chinese: 'paren-chinese',
  article: 'paren-chinese',
  'paren-chinese': 'arabic',
  arabic: 'paren-arabic',
  'paren-arabic': 'circled',
};

/** How the draft writes what stands under items like `parent`; the standard's way where it never does. */
export function mannerOfChildren(
  draft: Draft,
  { items }: NumberedList,
  parent: PlacedItem,
): MarkerManner | undefined {
  const rank = rankOf(parent);
  const examples = items.filter((item) => item.parent !== undefined && rankOf(item.parent) === rank);
  const usual = mostFrequent(examples.map(rankOf));
  const style = NEXT_STYLE[parent.marker.style];
  const alike =
    usual === undefined
      ? items.filter(({ marker }) => marker.style === style)
      : examples.filter((item) => rankOf(item) === usual);
  const example = alike.find(({ marker }) => marker.flaws.length === 0) ?? alike[0];
  if (example) return mannerOf(draft, example);
  return style && { marker: canonicalMarker(style), before: '', after: '' };
}
