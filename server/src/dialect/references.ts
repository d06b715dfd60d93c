import { withDescendants } from './all-items';
import type { Attachment, Draft, Item } from './model';
import { parseChineseNumeral, toHalfWidthDigits } from './numerals';
import { contains, type Range } from './range';

/** A mention of one of the draft's own items or attachments: `第（三）项`, `见附件2`, `本要点第二部分`. */
export interface Reference {
  /** The whole mention without what leads to it: `第（三）项`, `附件2`. */
  readonly range: Range;
  /** The numeral alone. */
  readonly numeral: Range;
  readonly number: number;
  /** What it means; undefined where nothing or more than one thing bears the number. */
  readonly target: Item | Attachment | undefined;
}

const CHINESE = '[一二三四五六七八九十百零〇]{1,5}';
const DIGITS = '[0-9０-９]{1,3}';
/** The ways to mention a numbered thing; the numeral is the group `numeral`. */
const MENTION = new RegExp(
  [
    `第(?:（|\\()(?<inner>${CHINESE}|${DIGITS})(?:）|\\))(?:项|条|款|点|部分|节)`,
    `第(?<task>${CHINESE}|${DIGITS})(?:项|条|个)(?:重点)?(?:工作)?任务`,
    `第(?<part>${CHINESE}|${DIGITS})(?:部分|章|条|项|点)`,
    `附件(?<attachment>${DIGITS}|${CHINESE})`,
  ].join('|'),
  'gdu',
);

/** Words for the document itself; after one of them a mention means the draft's own items. */
const OWN =
  /(?:本(?:要点|方案|计划|通知|文件|文|部分|章|节|清单)|上述|前述|以上|上文|下文|下述|前文)[的之中里]?[^。；;！!？?\n]*$/;
/** Words for another document; after one of them a mention does not. */
const FOREIGN =
  /[》〉〕]|(?:法|条例|办法|规定|细则|规划|意见|决定|通知|公约|标准|规范|章程|准则|号)(?:的|中的?|中)?$/;

/** Finds the mentions that clearly mean this draft's own items or attachments, in text order. */
export function findReferences(draft: Draft): Reference[] {
  const places = [draft.body, ...draft.attachments.map(({ range }) => range)];
  return places.flatMap((place) => referencesIn(draft, place));
}

function referencesIn(draft: Draft, place: Range): Reference[] {
  const text = draft.text.slice(place.start, place.end);
  const references: Reference[] = [];
  for (const match of text.matchAll(MENTION)) {
    const found = readMention(match, place.start);
    if (found === undefined || isLabel(draft, found.range)) continue;
    const before = sentenceBefore(text, match.index);
    if (!meansOwn(found, before)) continue;
    const within = chapterNamedIn(references.at(-1), found);
    references.push({
      range: found.range,
      numeral: found.numeral,
      number: found.number,
      target: findTarget(draft, found, within),
    });
  }
  return references;
}

type MentionKind = 'inner' | 'task' | 'part' | 'attachment';

interface Mention {
  readonly kind: MentionKind;
  readonly range: Range;
  readonly numeral: Range;
  readonly number: number;
  readonly arabic: boolean;
}

function readMention(match: RegExpExecArray, offset: number): Mention | undefined {
  for (const kind of ['inner', 'task', 'part', 'attachment'] as const) {
    const written = match.groups?.[kind];
    const at = match.indices?.groups?.[kind];
    if (written === undefined || at === undefined) continue;
    const arabic = /^[0-9０-９]/.test(written);
    const number = arabic ? Number(toHalfWidthDigits(written)) : parseChineseNumeral(written);
    if (number === undefined) return undefined;
    const range = { start: offset + match.index, end: offset + match.index + match[0].length };
    return { kind, range, numeral: { start: offset + at[0], end: offset + at[1] }, number, arabic };
  }
  return undefined;
}

function sentenceBefore(text: string, position: number): string {
  const from = Math.max(0, position - 60);
  return /[^。；;！!？?\n]*$/.exec(text.slice(from, position))?.[0] ?? '';
}

function meansOwn({ kind }: Mention, before: string): boolean {
  const own = OWN.exec(before);
  const foreign = /[》〉〕](?!.*[》〉〕])/.exec(before);
  if (own !== null && (foreign === null || foreign.index < own.index)) return true;
  if (FOREIGN.test(before)) return false;
  // A bare 第三条 or 第二部分 may be anybody's; bracketed numbers and numbered tasks are the plan's own manner.
  return kind !== 'part';
}

/** The chapter named just before: `第二部分第（三）项`. */
function chapterNamedIn(previous: Reference | undefined, mention: Mention): Item | undefined {
  const target = previous?.range.end === mention.range.start ? previous.target : undefined;
  return target !== undefined && 'marker' in target ? target : undefined;
}

function findTarget(draft: Draft, mention: Mention, within: Item | undefined): Item | Attachment | undefined {
  if (mention.kind === 'attachment')
    return onlyOne(draft.attachments.filter(({ number }) => number === mention.number));
  const attachment = draft.attachments.find(({ range }) => contains(range, mention.range));
  const pool = within !== undefined ? withDescendants(within.children) : itemsAround(draft, attachment);
  const named = pool.filter((item) => item.number === mention.number && fits(draft, item, mention));
  return (
    onlyOne(named) ??
    onlyOne(named.filter(({ parent }) => parent !== undefined && contains(parent.range, mention.range)))
  );
}

function itemsAround(draft: Draft, attachment: Attachment | undefined): readonly Item[] {
  return attachment === undefined || attachment.items.length === 0
    ? draft.outline
    : withDescendants(attachment.items);
}

function fits(draft: Draft, item: Item, { kind, arabic }: Mention): boolean {
  const { style } = item.marker;
  if (kind === 'inner') return style === (arabic ? 'paren-arabic' : 'paren-chinese');
  if (kind === 'task') return draft.tasks.some((task) => task.item === item);
  return style === 'part' || style === 'article' || (style === 'chinese' && item.parent === undefined);
}

function onlyOne<T>(candidates: readonly T[]): T | undefined {
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Whether the place is itself a marker or label and not a mention of one. */
function isLabel(draft: Draft, range: Range): boolean {
  return (
    draft.outline.some(({ marker }) => marker.range.start === range.start) ||
    draft.attachments.some(({ label }) => label.range.start <= range.start && range.start < label.range.end)
  );
}
