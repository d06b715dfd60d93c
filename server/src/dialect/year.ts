import { parseYear } from './dates';
import type { Draft, FrontMatter, Notice } from './model';

const YEAR_IN_TITLE = /((?:19|20)\d\d|二[〇○零O0][〇○零一二三四五六七八九]{2})\s*年/;

const YEARS_IN_TITLE = /((?:19|20)\d\d)\s*年?\s*(?:[-—–－~～]{1,2}|至)\s*(?:19|20)\d\d\s*年/;

/** The first year of a plan for several (2023—2025年), else its year. */
export function firstYear({ title, year }: Pick<Draft, 'title' | 'year'>): number | undefined {
  const first = YEARS_IN_TITLE.exec(title?.value ?? '')?.[1];
  return first === undefined ? year : parseYear(first);
}

/** The plan's year (年度): what front matter says, else its title, else the year it is dated. */
export function readYear(
  frontMatter: FrontMatter | undefined,
  title: string | undefined,
  notice: Notice,
): number | undefined {
  const stated = frontMatter?.entries.find((entry) => entry.key.value === '年度')?.value;
  if (stated !== undefined && stated !== null) {
    const year = parseYear(String(stated).replace(/年度?$/, ''));
    if (year !== undefined) return year;
  }
  for (const text of [title, notice.title?.value, notice.issuingSentence?.value]) {
    const match = text === undefined ? null : YEAR_IN_TITLE.exec(text);
    const year = match?.[1] === undefined ? undefined : parseYear(match[1]);
    if (year !== undefined) return year;
  }
  return notice.date?.date === undefined ? undefined : Number(notice.date.date.slice(0, 4));
}
