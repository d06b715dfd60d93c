import type { Draft } from '../dialect/model';
import type { TextEdit } from '../dialect/range';
import { digestOf, DIGESTS_KEY, rememberedDigests } from './digest';
import { digestKey, type TraceLink } from './read-trace';

/**
 * The edits by which the front matter remembers what the items of these statements say now. An item that bears another
 * number says what it said: its entry is the only thing that tells it from the one that has its number.
 */
export function rememberDigests(draft: Draft, links: readonly TraceLink[]): readonly TextEdit[] {
  const digests = new Map(rememberedDigests(draft));
  for (const { superior, target, formerly } of links)
    if (superior && target && formerly === undefined)
      digests.set(digestKey(superior, target), digestOf(superior.draft, target));
  return changeDigests(draft, digests);
}

/** The edit that gives the front matter these entries, where it has others. */
export function changeDigests(draft: Draft, digests: ReadonlyMap<string, string>): readonly TextEdit[] {
  return sameDigests(digests, rememberedDigests(draft)) ? [] : [writeDigests(draft, digests)];
}

function sameDigests(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, digest]) => b.get(key) === digest);
}

/** A line an item, so that two people's changes to different items do not meet in version control. */
function writeDigests({ text, frontMatter, lines }: Draft, digests: ReadonlyMap<string, string>): TextEdit {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const block = [...digests].map(([key, digest]) => `${lineEnd}  ${yamlKey(key)}: ${digest}`).join('');
  const entry = frontMatter?.entries.find(({ key }) => key.value === DIGESTS_KEY);
  if (entry) {
    const colon = text.indexOf(':', entry.key.range.end) + 1;
    return { range: { start: colon, end: Math.max(colon, entry.valueRange.end) }, newText: block };
  }
  const closing = frontMatter && lines.rangeOf(lines.lineAt(frontMatter.range.end)).start;
  const whole = `${DIGESTS_KEY}:${block}${lineEnd}`;
  return closing === undefined
    ? { range: { start: 0, end: 0 }, newText: `---${lineEnd}${whole}---${lineEnd}` }
    : { range: { start: closing, end: closing }, newText: whole };
}

function yamlKey(key: string): string {
  return /^[\p{L}\p{N}（）《》]+$/u.test(key) ? key : JSON.stringify(key);
}
