import { spokenLanguage } from '../localise';
import type { PartialDate } from './registry';

const FORMS = [
  /^(\d{4})$/,
  /^(\d{4})年$/,
  /^(\d{4})[-/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月$/,
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  // What a spreadsheet writes for a date cell saved as text.
  /^(\d{4})-(\d{2})-(\d{2})T00:00:00(?:\.000)?Z?$/,
];

/** `2019`, `2019-03`, `2019年3月1日` or a spreadsheet's day number as an ISO prefix; undefined for what is no date (2019-02-30). */
export function parsePartialDate(text: string): PartialDate | undefined {
  const written = text.trim();
  if (/^[2-6]\d{4}$/.test(written)) return dateOfSerial(Number(written));
  for (const form of FORMS) {
    const match = form.exec(written);
    if (!match) continue;
    const [year, month, day] = match
      .slice(1, 4)
      .map((part) => (part === undefined ? undefined : Number(part)));
    return isoPrefix(year as number, month, day);
  }
  return undefined;
}

/** Spreadsheets keep a date as the number of days since 30 December 1899 (ECMA-376 Part 1, 18.17.4.1). */
function dateOfSerial(days: number): PartialDate {
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

function isoPrefix(
  year: number,
  month: number | undefined,
  day: number | undefined,
): PartialDate | undefined {
  if (year < 1900 || year > 2999) return undefined;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return undefined;
  const prefix = `${year}-${pad(month)}`;
  if (day === undefined) return prefix;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${prefix}-${pad(day)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** `2019-03-01` as 2019年3月1日, or as it is for readers of English. */
export function formatPartialDate(date: PartialDate): string {
  if (spokenLanguage() === 'en') return date;
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}

export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}
