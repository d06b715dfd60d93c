import type { Draft, Item } from '../dialect/model';

/** The front matter key that holds the digests of superior items as they were when somebody last looked. */
export const DIGESTS_KEY = '落实核对';

/**
 * What an item says, in eight letters: its number and white space count for nothing, so that renumbering and wrapping
 * are no change. FNV-1a of 32 bits; it finds changes, it does not guard against forgery. Letters only, because YAML
 * would take some other digests for numbers.
 */
export function digestOf({ text }: Draft, item: Item): string {
  const content = text.slice(item.titleRange.start, item.range.end).replace(/\s+/gu, '');
  let hash = 0x811c9dc5;
  for (let index = 0; index < content.length; index++)
    hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193) >>> 0;
  return hash
    .toString(16)
    .padStart(8, '0')
    .replace(/./gu, (digit) => String.fromCharCode(0x61 + parseInt(digit, 16)));
}

/** What the front matter remembers: 市要点第12项 → digest. */
export function rememberedDigests({ frontMatter }: Draft): ReadonlyMap<string, string> {
  const value = frontMatter?.entries.find(({ key }) => key.value === DIGESTS_KEY)?.value;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
