import { digestText } from '../dialect/digest';
import type { Draft, Item } from '../dialect/model';

/** The front matter key that holds the digests of superior items as they were when somebody last looked. */
export const DIGESTS_KEY = '落实核对';

/** What an item says: its number and white space count for nothing, so that renumbering and wrapping are no change. */
export function digestOf({ text }: Draft, item: Item): string {
  return digestText(text.slice(item.titleRange.start, item.range.end).replace(/\s+/gu, ''));
}

/** What the front matter remembers: 市要点第12项 → digest. */
export function rememberedDigests({ frontMatter }: Draft): ReadonlyMap<string, string> {
  const value = frontMatter?.entries.find(({ key }) => key.value === DIGESTS_KEY)?.value;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
