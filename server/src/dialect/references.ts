import { withDescendants } from './all-items';
import { groupBy } from './group-by';
import type { Attachment, Draft, Item } from './model';
import { parseChineseNumeral, toHalfWidthDigits } from './numerals';
import { contains, type Range } from './range';
import { PerDraft } from './reread/per-draft';

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
  'gu',
);

/** Words for the document itself; after one of them a mention means the draft's own items. */
const OWN =
  /(?:本(?:要点|方案|计划|通知|文件|文|部分|章|节|清单)|上述|前述|以上|上文|下文|下述|前文)[的之中里]?[^。；;！!？?\n]*$/;
/** Words for another document; after one of them a mention does not. */
const FOREIGN =
  /[》〉〕]|(?:法|条例|办法|规定|细则|规划|意见|决定|通知|公约|标准|规范|章程|准则|号)(?:的|中的?|中)?$/;

/** Finds the mentions that clearly mean this draft's own items or attachments, in text order. */
export function findReferences(draft: Draft): readonly Reference[] {
  return knownReferences.of(draft);
}

/** Every fault in the numbers asks for the mentions its repair moves. */
const knownReferences = new PerDraft((draft): readonly Reference[] => new ReferenceReader(draft).read());

type MentionKind = 'inner' | 'task' | 'part' | 'attachment';

interface Mention {
  readonly kind: MentionKind;
  readonly range: Range;
  readonly numeral: Range;
  readonly number: number;
  readonly arabic: boolean;
}

/** One reading of one draft; holds what each mention is looked up in. */
class ReferenceReader {
  private readonly references: Reference[] = [];
  private readonly tasks: ReadonlySet<Item>;
  /** Where markers and labels begin: they are no mentions of themselves. */
  private readonly labels: ReadonlySet<number>;
  private readonly body: ReadonlyMap<number, readonly Item[]>;
  /** Where tasks name items of a superior's plan. */
  private readonly foreign: readonly Range[];

  constructor(private readonly draft: Draft) {
    const { tasks, outline, attachments } = draft;
    this.tasks = new Set(tasks.map(({ item }) => item));
    this.labels = new Set([
      ...outline.map(({ marker }) => marker.range.start),
      ...attachments.map(({ label }) => label.range.start),
    ]);
    this.body = groupBy(outline, ({ number }) => number);
    this.foreign = tasks
      .flatMap(({ fields }) => fields.clauses.flatMap(({ parts }) => parts))
      .filter(({ field }) => field === 'carries-out')
      .map(({ content }) => content.range);
  }

  read(): Reference[] {
    this.readPlace(this.draft.body, this.body);
    for (const { range, items } of this.draft.attachments) {
      const own = groupBy(withDescendants(items), ({ number }) => number);
      this.readPlace(range, own.size === 0 ? this.body : own);
    }
    return this.references;
  }

  private readPlace(place: Range, items: ReadonlyMap<number, readonly Item[]>): void {
    const text = this.draft.text.slice(place.start, place.end);
    for (const match of text.matchAll(MENTION)) {
      const mention = readMention(match, place.start);
      if (mention === undefined || this.labels.has(mention.range.start)) continue;
      if (this.foreign.some((place) => contains(place, mention.range))) continue;
      if (!meansOwn(mention, sentenceBefore(text, match.index))) continue;
      const { range, numeral, number } = mention;
      this.references.push({ range, numeral, number, target: this.findTarget(mention, items) });
    }
  }

  private findTarget(
    mention: Mention,
    items: ReadonlyMap<number, readonly Item[]>,
  ): Item | Attachment | undefined {
    if (mention.kind === 'attachment')
      return onlyOne(this.draft.attachments.filter(({ number }) => number === mention.number));
    const chapter = this.chapterBefore(mention);
    const fitting = (items.get(mention.number) ?? []).filter(
      (item) => this.fits(item, mention) && (chapter === undefined || contains(chapter.range, item.range)),
    );
    return (
      onlyOne(fitting) ??
      onlyOne(fitting.filter(({ parent }) => parent !== undefined && contains(parent.range, mention.range)))
    );
  }

  /** The chapter named just before: `第二部分第（三）项`. */
  private chapterBefore(mention: Mention): Item | undefined {
    const previous = this.references.at(-1);
    const target = previous?.range.end === mention.range.start ? previous.target : undefined;
    return target !== undefined && 'marker' in target ? target : undefined;
  }

  private fits(item: Item, { kind, arabic }: Mention): boolean {
    const { style } = item.marker;
    if (kind === 'inner') return style === (arabic ? 'paren-arabic' : 'paren-chinese');
    if (kind === 'task') return this.tasks.has(item);
    return style === 'part' || style === 'article' || (style === 'chinese' && item.parent === undefined);
  }
}

function readMention(match: RegExpExecArray, offset: number): Mention | undefined {
  for (const kind of ['inner', 'task', 'part', 'attachment'] as const) {
    const written = match.groups?.[kind];
    if (written === undefined) continue;
    const arabic = /^[0-9０-９]/.test(written);
    const number = arabic ? Number(toHalfWidthDigits(written)) : parseChineseNumeral(written);
    if (number === undefined) return undefined;
    const start = offset + match.index;
    const at = start + match[0].indexOf(written);
    const range = { start, end: start + match[0].length };
    return { kind, range, numeral: { start: at, end: at + written.length }, number, arabic };
  }
  return undefined;
}

function sentenceBefore(text: string, position: number): string {
  let start = position;
  while (start > 0 && position - start < REACH && !SENTENCE_END.has(text.charAt(start - 1))) start--;
  return text.slice(start, position);
}

const SENTENCE_END = new Set('。；;！!？?\n');

/** So far back, in characters, a word can say whose items are meant. */
const REACH = 60;

function meansOwn({ kind }: Mention, before: string): boolean {
  const own = OWN.exec(before);
  const foreign = /[》〉〕](?!.*[》〉〕])/.exec(before);
  if (own !== null && (foreign === null || foreign.index < own.index)) return true;
  if (FOREIGN.test(before)) return false;
  // A bare 第三条 or 第二部分 may be anybody's; bracketed numbers and numbered tasks are the plan's own manner.
  return kind !== 'part';
}

function onlyOne<T>(candidates: readonly T[]): T | undefined {
  return candidates.length === 1 ? candidates[0] : undefined;
}
