import { CALENDAR_DATE } from './dates';
import { EDITOR_RESIDUE, isFurniture } from './furniture';
import { readMarkerShape } from './marker-shape';
import type { Located, Range, SpreadText } from './model';
import type { SourceLine } from './source-line';

/** How far above the plan's title its notice may begin, in source lines. */
const LONGEST_NOTICE = 30;
const SUFFIX = '(?:[（(【][^（）()【】]{1,16}[)）】])?$';
const PLAN_TITLE = new RegExp(
  `(?:要点|方案|计划|安排|分工|分解|清单|规划|打算|思路|实事(?:项目)?|任务书|台账|措施|部署|意见|任务|重点工作|目标|(?:分解|分工|任务|清单|计划|安排|进度|推进|责任|登记|一览|明细|汇总)表)${SUFFIX}`,
);
const NOTICE_TITLE = new RegExp(`通\\s*知${SUFFIX}`);
const ORGANISATION =
  /^[\u4e00-\u9fa5（）()·、\s]{2,40}(?:人民政府|办公室|办公厅|委员会|管委会|领导小组|指挥部|联席会议|[局厅部委院会署办处所站队校园馆社团学]|中心|学院|联合体|合作社|公司|集团|党组|党委|街道|银行|法庭|支部|政府)$/;
const OPEN_ENDED = /[、，与和及暨的“《（—]$/;
const DOC_NUMBER =
  /^[\u4e00-\u9fa5]{1,14}\s*[〔［[【（(]\s*[\d０-９]{4}\s*[〕］\]】）)]\s*第?\s*(?:[\d０-９]{1,5}|[×X]{1,3})\s*号(?=\s|$|[\u4e00-\u9fa5]{2,20}关于)/;

/** The 发文字号 a line begins with; pages put it before the title on the same line. */
export function leadingDocNumber(text: string): string | undefined {
  return DOC_NUMBER.exec(text)?.[0];
}

/** Whether two titles say the same but for spaces, brackets, widths of characters and a mark at the end. */
export function isSameTitle(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && bareTitle(one) === bareTitle(other);
}

function bareTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s《》〈〉<>“”"]/g, '')
    .replace(/[。.;,]$/, '');
}

export function isDocNumber(text: string): boolean {
  return leadingDocNumber(text)?.length === text.length;
}

export function isOrganisation(text: string): boolean {
  return ORGANISATION.test(text) && !/[一二三四五六七八九十]、/.test(text);
}

/** A line that holds a date and nothing else. */
export function isDateLine(text: string): boolean {
  const bare = text.replace(/[\s\u3000]/g, '').replace(/^[（(]|[)）]$/g, '');
  const match = CALENDAR_DATE.exec(bare);
  return match !== null && match.index === 0 && match[0].length === bare.length;
}

/** 附注: a line in brackets below the date, （此件公开发布）. */
export function isNote(text: string): boolean {
  return /^[（(][^（）()]{2,80}[)）]$/.test(text) && /此件|公开|联系人|联系电话|印发至|发至|传达/.test(text);
}

/** Whether a line can be (part of) a title: short, no sentence, no marker, no furniture. */
export function isTitleLine(line: SourceLine): boolean {
  const text = line.text.replace(EDITOR_RESIDUE, '');
  if (text.length > 60 || /[。；;！!？?：:]/.test(text) || /^附\s*件/.test(text)) return false;
  if (isDateLine(text) || isDocNumber(text) || isNote(text) || isFurniture(text)) return false;
  const shape = readMarkerShape(text);
  return shape === undefined || shape.weak;
}

export function endsPlanTitle(line: SourceLine): boolean {
  return PLAN_TITLE.test(closeUp(line.text)) && !NOTICE_TITLE.test(line.text) && isTitleLine(line);
}

/** Characters set apart to fill a title's line, each by itself: 工 作 要 点. */
const SET_APART = /(?<!\S)[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff](?!\S))+/g;

function closeUp(text: string): string {
  return text.replace(SET_APART, (word) => word.replace(/\s+/g, ''));
}

export function endsNoticeTitle(line: SourceLine): boolean {
  return NOTICE_TITLE.test(line.text) && isTitleLine(line);
}

/**
 * The first line of a title that ends on line `end`: published titles are broken over several lines, sometimes with
 * blank lines between them.
 */
export function findTitleStart(lines: readonly SourceLine[], end: number, kind: 'plan' | 'notice'): number {
  let start = end;
  let joined = lines[end]?.text ?? '';
  while (start > 0 && end - start < 4) {
    const previous = lines[start - 1] as SourceLine;
    const current = lines[start] as SourceLine;
    if (current.line - previous.line > 3 || previous.text.length > 45 || !isTitleLine(previous)) break;
    const joins =
      kind === 'plan'
        ? joinsPlanTitle(previous.text, joined) || isNamedAbove(lines, start - 1, previous.text + joined)
        : joinsNoticeTitle(previous.text, joined);
    if (!joins) break;
    joined = previous.text + joined;
    start--;
  }
  return start;
}

/** A year below a title: （2022年）, （2021—2025年）. */
const YEAR_BELOW = /^[（(]\s*\d{4}\s*(?:[—－\-~至]+\s*\d{4}\s*)?年?度?\s*[）)]$/;

/** The last line of a plan's title whose first lines are `start` … `end`: the year below it, or what the notice calls it. */
export function findTitleEnd(lines: readonly SourceLine[], start: number, end: number): number {
  let last = end;
  for (;;) {
    const current = lines[last] as SourceLine;
    const next = lines[last + 1];
    if (next === undefined || next.line - current.line > 3 || !isTitleLine(next)) return last;
    if (!YEAR_BELOW.test(next.text) && !isNamedAbove(lines, start, textOf(lines.slice(start, last + 2))))
      return last;
    last++;
  }
}

/** Whether the lines above `start` (the notice) call the plan so. */
function isNamedAbove(lines: readonly SourceLine[], start: number, title: string): boolean {
  const above = textOf(lines.slice(Math.max(0, start - LONGEST_NOTICE), start));
  return bareTitle(above).includes(bareTitle(title));
}

function textOf(lines: readonly SourceLine[]): string {
  return lines.map(({ text }) => text).join('');
}

const YEAR = /(?:19|20)\d\d\s*[—－\-~至]?\s*(?:\d{2,4})?\s*年|二[〇○零O0][〇○一二三四五六七八九零]{2}年|年度/;
/** A title that begins with its year and says nothing of whose plan it is. */
const NOBODYS =
  /^(?:\d{4}\s?|二[〇○零][〇○一二三四五六七八九零]{2})年度?(?:重点)?工作(?:要点|计划|安排|思路|打算)/;

function joinsPlanTitle(previous: string, joined: string): boolean {
  if (OPEN_ENDED.test(previous) || leavesOpen(previous)) return true;
  if (YEAR.test(joined)) return NOBODYS.test(closeUp(joined)) && isOrganisation(previous);
  if (NOTICE_TITLE.test(previous)) return false;
  return YEAR.test(previous) || (isOrganisation(previous) && !/^关于/.test(joined) && joined.length < 12);
}

/** 落实《关于加强新时代 is broken within a title or a quotation. */
function leavesOpen(text: string): boolean {
  return text.lastIndexOf('《') > text.lastIndexOf('》') || text.lastIndexOf('“') > text.lastIndexOf('”');
}

function joinsNoticeTitle(previous: string, joined: string): boolean {
  const about = joined.indexOf('关于');
  if (about > 0) return isOrganisation(previous) && isOrganisation(joined.slice(0, about));
  if (about === 0) return isOrganisation(previous);
  return !NOTICE_TITLE.test(previous);
}

/** Joins lines `start` … `end` into one title, residue of editors left out. */
export function joinLines(lines: readonly SourceLine[], start: number, end: number): SpreadText {
  const parts: Located[] = [];
  for (let i = start; i <= end; i++) parts.push(...splitResidue(lines[i] as SourceLine));
  const value = parts.map((part) => part.value).join('');
  const first = lines[start] as SourceLine;
  const last = lines[end] as SourceLine;
  return { value, range: { start: first.range.start, end: last.range.end }, parts };
}

function splitResidue({ text, range }: SourceLine): Located[] {
  const bare = withoutDocNumber(text, stripEmphasis(text));
  const parts: Located[] = [];
  let position = bare.start;
  const add = (end: number): void => {
    if (end > position)
      parts.push({
        value: text.slice(position, end),
        range: { start: range.start + position, end: range.start + end },
      });
  };
  for (const match of text.matchAll(EDITOR_RESIDUE)) {
    add(match.index);
    position = match.index + match[0].length;
  }
  add(bare.end);
  return parts;
}

function withoutDocNumber(text: string, { start, end }: Range): Range {
  const number = leadingDocNumber(text);
  if (number === undefined || number.length >= end) return { start, end };
  return { start: number.length + (/^\s*/.exec(text.slice(number.length))?.[0].length ?? 0), end };
}

function stripEmphasis(text: string): { start: number; end: number } {
  const start = /^[*_]*/.exec(text)?.[0].length ?? 0;
  const end = text.length - (/[*_]*$/.exec(text)?.[0].length ?? 0);
  return start < end ? { start, end } : { start: 0, end: text.length };
}
