import { parseChineseNumeral, toHalfWidthDigits } from './numerals';

const YEAR = '([0-9０-９]{4}|[二一][〇○零Ｏ0一二三四五六七八九]{3})';
/** Month and day of a document that is not issued yet are left open: 2026年×月×日. */
const SMALL = '([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[×X]{1,2})';
const GAP = '[ \\t\\u3000]*';

/** Matches a full calendar date; groups 1–3 are year, month and day as written. */
export const CALENDAR_DATE = new RegExp(`${YEAR}${GAP}年${GAP}${SMALL}${GAP}月${GAP}${SMALL}${GAP}日`);

/** Reads 2023年3月27日 or 二〇二三年三月二十七日 into ISO; undefined where there is no such day. */
export function parseCalendarDate(text: string): string | undefined {
  const match = CALENDAR_DATE.exec(text);
  if (match === null) return undefined;
  const year = parseYear(match[1] ?? '');
  const month = parseSmall(match[2] ?? '');
  const day = parseSmall(match[3] ?? '');
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return toIsoDate(year, month, day);
}

/** ISO date of a day that exists in the calendar; undefined for 2月30日. Months and days count from 1. */
export function toIsoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  return date.toISOString().slice(0, 10);
}

export function parseYear(text: string): number | undefined {
  const digits = toHalfWidthDigits(text).replace(/[〇○零Ｏ一二三四五六七八九]/g, (char) =>
    String(Math.max(0, '〇一二三四五六七八九'.indexOf(char))),
  );
  return /^(?:19|20)\d\d$/.test(digits) ? Number(digits) : undefined;
}

function parseSmall(text: string): number | undefined {
  const digits = toHalfWidthDigits(text);
  return /^\d+$/.test(digits) ? Number(digits) : parseChineseNumeral(digits);
}
