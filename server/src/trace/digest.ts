import { textWithout } from '../comparison/task-content';
import { withDescendants } from '../dialect/all-items';
import { digestText } from '../dialect/digest';
import { groupBy } from '../dialect/group-by';
import type { Draft, Item } from '../dialect/model';
import { PerDraft } from '../dialect/reread/per-draft';

/** The front matter key that holds the digests of superior items as they were when somebody last looked. */
export const DIGESTS_KEY = '落实核对';

/** What an item says: numbers, its own and those below it, and white space count for nothing: renumbering is no change. */
export function digestOf({ text }: Draft, { titleRange, range, children }: Item): string {
  const markers = withDescendants(children).map(({ marker }) => marker.range);
  const said = textWithout(text, { start: titleRange.start, end: range.end }, markers);
  return digestText(said.replace(/\s+/gu, ''));
}

const itemsByDigest = new PerDraft((plan) => groupBy(plan.outline, (item) => digestOf(plan, item)));

/** The item of a plan that says what a digest was made of, whatever its number is now; undefined where several do. */
export function itemSaying(plan: Draft, digest: string): Item | undefined {
  const [item, other] = itemsByDigest.of(plan).get(digest) ?? [];
  return other ? undefined : item;
}

/** What the front matter remembers: 市要点第12项 → digest. */
export function rememberedDigests({ frontMatter }: Draft): ReadonlyMap<string, string> {
  const value = frontMatter?.entries.find(({ key }) => key.value === DIGESTS_KEY)?.value;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
