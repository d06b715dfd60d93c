import { parseYear } from '../dialect/dates';

/** What becomes of a year when last year's text is taken over: `doubtful` ones stay, and a person has to look. */
export type YearFate = 'rolled' | 'kept' | 'doubtful';

export interface YearMention {
  /** Offset of the year's four digits in the text. */
  readonly start: number;
  /** As written: 2025, 二〇二五. */
  readonly written: string;
  /** Behind everything that belongs to the year: 2025年6月底, 《2025年…工作要点》. A mark is put here. */
  readonly end: number;
  readonly fate: YearFate;
}

export interface YearContext {
  /** The year of the plan that is taken over. */
  readonly year: number;
  /** The draft's own titles (plan, attachments): what is quoted by them is the draft itself. */
  readonly ownTitles: ReadonlySet<string>;
  /** Whether the text is a title of the draft: its year is the plan's. */
  readonly isTitle: boolean;
}

const YEAR = /(?<![\d０-９〇○零一二三四五六七八九])(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})(?=年)/g;
/** What belongs to a year behind its number. */
const REST =
  /^年(?:度|底|末|初|内|[上下]半年|第?[一二三四1-4]季度)?(?:\d{1,2}月份?(?:\d{1,2}[日号])?(?:底|末|初|[上中下]旬)?)?/;

/** The years of a text that a new year puts in question: the plan's own and the one before it. */
export function yearMentions(text: string, context: YearContext): YearMention[] {
  const quotes = [...text.matchAll(/《[^《》]*》/g)];
  return [...text.matchAll(YEAR)].flatMap((match) => {
    const written = match[0];
    const year = parseYear(written);
    if (year !== context.year && year !== context.year - 1) return [];
    const place = { text, start: match.index, rest: text.slice(match.index + written.length) };
    const quote = quotes.find(
      ({ index, 0: whole }) => index < place.start && place.start < index + whole.length,
    );
    const end = quote
      ? quote.index + quote[0].length
      : place.start + written.length + lengthOfRest(place.rest);
    return [{ start: place.start, written, end, fate: judge(place, quote?.[0], year, context) }];
  });
}

interface Place {
  readonly text: string;
  readonly start: number;
  /** What follows the number, 年 included. */
  readonly rest: string;
}

function lengthOfRest(rest: string): number {
  return REST.exec(rest)?.[0].length ?? 0;
}

function judge(place: Place, quote: string | undefined, year: number, context: YearContext): YearFate {
  if (isPartOfPeriod(place) || isLegal(place, quote)) return 'kept';
  if (year !== context.year) return 'doubtful';
  if (quote !== undefined) return context.ownTitles.has(quote.slice(1, -1)) ? 'rolled' : 'doubtful';
  return context.isTitle || speaksOfThePlan(place) ? 'rolled' : 'doubtful';
}

/** 2024—2026年 and 2025年至2027年 name a period that the turn of a year does not move. */
function isPartOfPeriod({ text, start, rest }: Place): boolean {
  return (
    /\d{4}年?(?:[—－\-–~～]{1,2}|[至到])$/.test(text.slice(Math.max(0, start - 8), start)) ||
    /^年(?:[—－\-–~～]{1,2}|[至到])\d{4}/.test(rest)
  );
}

/** Laws, standards and long-range plans bear the year they were made in, whoever quotes them. */
function isLegal({ rest }: Place, quote: string | undefined): boolean {
  const made = '(?:修订|修正|修改|版|本|通过|施行|实施|颁布|公布|发布|印发|生效)';
  if (new RegExp(`^年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:第[一二三]次)?起?(?:正式)?${made}`).test(rest))
    return true;
  return (
    quote !== undefined &&
    /(?:法|条例|规定|办法|规则|细则|标准|规范|规程|准则|纲要|规划)(?:[（(][^（）()]*[）)])?》$/.test(quote)
  );
}

/** Words that speak of other papers, or of what has been: a year before them is not the plan's. */
const ELSEWHERE = /会议|讲话|文件|报告|回顾|总结|情况|基础|以来|已|了|增长|下降|同期|相比/;
const PLAN_WORDS =
  /^(?:总体思路|总体要求|基本思路|总体目标|主要目标|工作目标|目标任务|指导思想|工作思路|工作要点|工作计划|工作安排|工作方案|重点任务|重点工作|工作提出)/;

/**
 * Whether the year is surely the plan's own: 为做好2025年…工作, 2025年…的总体要求是, 2025年，全县…要. Anything else
 * is left to a person.
 */
function speaksOfThePlan({ text, start, rest }: Place): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const clause = /^年度?([^，。；：:（(]*)/.exec(rest)?.[1] ?? '';
  if (/(?:截至|截止|比|较|与|同|自|从|在)$/.test(before) || ELSEWHERE.test(clause)) return false;
  if (
    /(?:做好|抓好|推进|推动|开展|部署|安排|加强|制定|落实)[^，。；：、]{0,8}$/.test(before) &&
    endsInWork(clause)
  )
    return true;
  if (planWordsIn(clause) || /工作要(?![求点])/.test(clause)) return true;
  return /^年，(?:全[省市县区镇乡州校院局]|我[省市县区镇乡局校院])[^，。；了已]{0,20}[要将](?!求)/.test(rest);
}

function endsInWork(clause: string): boolean {
  return /(?:工作|任务|目标|要点|计划|改革|建设)$/.test(clause);
}

function planWordsIn(clause: string): boolean {
  for (let index = 0; index < clause.length; index++) if (PLAN_WORDS.test(clause.slice(index))) return true;
  return false;
}
