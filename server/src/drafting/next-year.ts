import { CALENDAR_DATE } from '../dialect/dates';
import { readDeadlines } from '../dialect/fields';
import { formatText } from '../dialect/format/format-draft';
import type { Draft, FrontMatterEntry, SpreadText } from '../dialect/model';
import { GAP, TO_VERIFY } from '../dialect/placeholder';
import { applyEdits, contains, intersects, type Range, type TextEdit } from '../dialect/range';
import { textLines } from '../dialect/text-lines';
import { clearDeadline } from './clear-deadline';
import { DraftingError } from './drafting-error';
import { yearMentions } from './year-mentions';
import { t } from '../localise';

export interface NextYearOptions {
  /** The year of the new plan; the one after the draft's where absent. */
  readonly year?: number | undefined;
  /** Where a file that the front matter names is found from the new draft's folder. */
  readonly rebase?: (path: string) => string;
}

export interface NextYear {
  readonly text: string;
  readonly year: number;
  /** Years that became the new one; deadlines to be set anew; places to be verified. */
  readonly years: number;
  readonly deadlines: number;
  readonly doubts: number;
  /** Targets that stand as last year had them. */
  readonly targets: number;
}

/**
 * Last year's draft as the beginning of this year's: its years rolled forward where they surely mean the plan's year,
 * marked where they may; number and dates of issue and last year's deadlines left open. Every gap and mark is one that
 * `text/placeholder` reports. Words, units, directives and settings stay.
 */
export function takeToNextYear(draft: Draft, options: NextYearOptions = {}): NextYear {
  const from = draft.year;
  if (from === undefined)
    throw new DraftingError(
      t('看不出上年稿件是哪一年的'),
      t('请在上年稿件的标题里，或者前置信息的“年度”里写明年份，再沿用。'),
    );
  const year = options.year ?? from + 1;
  if (year <= from)
    throw new DraftingError(
      t('上年稿件是{0}年的，不能沿用为{1}年', from, year),
      t('请写{0}年以后的年份。', from),
    );
  return new Turn(draft, from, { ...options, year }).take();
}

/** Front matter that holds no words of the document. */
const SETTINGS = new Set(['检查', '单位名录', '编号', '版式', '框架章节', '上级要点', '文种']);
const PATHS = new Set(['单位名录', '上级要点']);
const DOCUMENT_NUMBER = /([〔［[【（(])\s*\d{4}\s*([〕］\]】）)])\s*第?\s*\d+\s*号/;
const ISO_DATE = /^\d{4}-\d{1,2}-\d{1,2}$/;

/** One taking over of one draft; holds what its steps share. */
class Turn {
  private readonly edits: TextEdit[] = [];
  private readonly titles: readonly Range[];
  private readonly ownTitles: ReadonlySet<string>;
  private years = 0;
  private deadlines = 0;
  private doubts = 0;

  constructor(
    private readonly draft: Draft,
    private readonly from: number,
    private readonly options: NextYearOptions & { readonly year: number },
  ) {
    const titles = titlesOf(draft);
    this.titles = [
      ...titles.flatMap(({ parts }) => parts.map(({ range }) => range)),
      ...draft.attachmentsListed.map(({ titleRange }) => titleRange),
    ];
    this.ownTitles = new Set([
      ...titles.map(({ value }) => value),
      ...draft.attachmentsListed.map(({ title }) => title),
    ]);
  }

  take(): NextYear {
    const { draft, options } = this;
    this.openNumberAndDates();
    this.openDeadlines();
    for (const entry of draft.frontMatter?.entries ?? []) this.takeEntry(entry);
    for (const { text, range } of textLines(draft)) this.takeYears(text, range.start, this.isTitle(range));
    const text = applyEdits(draft.text, this.edits);
    return {
      text: formatText(draft.text) === draft.text ? formatText(text) : text,
      year: options.year,
      years: this.years,
      deadlines: this.deadlines,
      doubts: this.doubts,
      targets: draft.tasks.reduce((sum, { fields }) => sum + fields.targets.length, 0),
    };
  }

  /** 发文字号, 成文日期 and 印发日期 of the new document are not known yet. */
  private openNumberAndDates(): void {
    const { notice, text } = this.draft;
    const number = notice.docNumber?.range;
    const match = number && DOCUMENT_NUMBER.exec(text.slice(number.start, number.end));
    if (number && match)
      this.replace(
        { start: number.start + match.index, end: number.start + match.index + match[0].length },
        `${match[1]}${this.options.year}${match[2]}${GAP}号`,
      );
    for (const date of [notice.date, notice.printDate]) if (date) this.openDate(date.range);
  }

  private openDate(range: Range): void {
    const written = this.draft.text.slice(range.start, range.end);
    const match = CALENDAR_DATE.exec(written) ?? ISO_DATE.exec(written);
    if (!match) return;
    const start = range.start + match.index;
    this.replace({ start, end: start + match[0].length }, `${this.options.year}年${GAP}月${GAP}日`);
  }

  private openDeadlines(): void {
    for (const range of deadlinesOf(this.draft, this.from)) {
      const written = this.draft.text.slice(range.start, range.end);
      const newText = clearDeadline(written, this.from, this.options.year);
      if (newText === written || !this.isFree(range)) continue;
      this.deadlines++;
      this.replace(range, newText);
    }
  }

  private takeEntry({ key, value, valueRange }: FrontMatterEntry): void {
    const written = this.draft.text.slice(valueRange.start, valueRange.end);
    if (key.value === '年度') {
      this.years++;
      this.replace(valueRange, written.replace(String(this.from), String(this.options.year)));
    } else if (PATHS.has(key.value)) this.rebase(value, valueRange);
    else if (!SETTINGS.has(key.value)) this.takeYears(written, valueRange.start, key.value === '通知标题');
  }

  private rebase(value: unknown, range: Range): void {
    const { rebase } = this.options;
    const paths = (Array.isArray(value) ? value : [value]).filter((path) => typeof path === 'string');
    if (!rebase) return;
    let written = this.draft.text.slice(range.start, range.end);
    for (const path of paths) written = written.replace(path, rebase(path));
    this.replace(range, written);
  }

  private takeYears(text: string, offset: number, isTitle: boolean): void {
    const context = { year: this.from, ownTitles: this.ownTitles, isTitle };
    for (const { start, end, written, fate } of yearMentions(text, context)) {
      const range = { start: offset + start, end: offset + start + written.length };
      if (fate === 'kept' || !this.isFree({ start: range.start, end: offset + end })) continue;
      if (fate === 'rolled') {
        this.years++;
        this.replace(range, nextYearAs(written, this.options.year));
      } else {
        this.doubts++;
        this.replace({ start: offset + end, end: offset + end }, TO_VERIFY);
      }
    }
  }

  private isTitle(range: Range): boolean {
    return this.titles.some((title) => intersects(title, range));
  }

  private isFree(range: Range): boolean {
    return !this.edits.some((edit) => intersects(edit.range, range));
  }

  private replace(range: Range, newText: string): void {
    if (this.draft.text.slice(range.start, range.end) !== newText) this.edits.push({ range, newText });
  }
}

/** The plan's own titles; those of tables stand in attachments. */
function titlesOf({ title, notice, attachments }: Draft): SpreadText[] {
  const all = [title, notice.title, ...attachments.map((attachment) => attachment.title)];
  return all.filter((one) => one !== undefined);
}

/** Deadlines of tasks and rows as these state them, and in the rest of the text every limit there is. */
function deadlinesOf(draft: Draft, year: number): Range[] {
  const stated = [
    ...draft.tasks.flatMap(({ fields }) => fields.deadlines),
    ...draft.tables.flatMap(({ rows }) => rows.flatMap(({ deadlines }) => deadlines)),
  ].map(({ range }) => range);
  const read = [...draft.tasks, ...draft.tables].map(({ range }) => range);
  const others = textLines(draft)
    .filter(({ range }) => !read.some((known) => contains(known, range)))
    .flatMap(({ text, range }) =>
      readDeadlines(text, year).map((deadline) => ({
        start: range.start + deadline.range.start,
        end: range.start + deadline.range.end,
      })),
    );
  const byPlace = new Map([...stated, ...others].map((range) => [range.start, range]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start);
}

/** 2026 for 2025, 二〇二六 for 二〇二五, with the writer's own zero. */
function nextYearAs(written: string, year: number): string {
  if (/^\d/.test(written)) return String(year);
  const zero = /[〇○零]/.exec(written)?.[0] ?? '〇';
  return [...String(year)].map((digit) => `${zero}一二三四五六七八九`[Number(digit)]).join('');
}
