import type { LedgerEntry } from '../tasks/ledger';
import { joinTargets, joinUnits } from './sheet-columns';

/**
 * An iCalendar file (RFC 5545) with a whole-day event on each deadline that has a date. `now` is its stamp: the clock
 * is the caller's, and so the same tasks give the same bytes.
 */
export function writeCalendar(
  title: string,
  entries: readonly LedgerEntry[],
  { now }: { readonly now: Date },
): string {
  const stamp = `${now.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const seen = new Map<string, number>();
  const events = entries.flatMap((entry) =>
    entry.deadlines.flatMap(({ text, date }) => {
      if (date === undefined) return [];
      const key = `${date}-${hash(`${entry.path}\n${entry.source}\n${entry.number}\n${entry.name}\n${text}`)}`;
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      return event(entry, { text, date, uid: `${key}-${times}@yaodian`, stamp });
    }),
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//yaodian//yaodian//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(`${title}完成时限`)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

interface Day {
  readonly text: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly uid: string;
  readonly stamp: string;
}

function event(entry: LedgerEntry, { text, date, uid, stamp }: Day): string[] {
  const details = [
    ['目标', joinTargets(entry)],
    ['牵头单位', entry.leads.join('、')],
    ['责任单位', joinUnits(entry)],
    ['完成时限', text],
  ].flatMap(([label, value]) => (value === '' ? [] : [`${label}：${value}`]));
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${dayAfter(date)}`,
    `SUMMARY:${escapeText(`到期：${entry.name}`)}`,
    `DESCRIPTION:${escapeText(details.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The end of a whole-day event is the day it no longer covers (3.6.1). */
function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000)
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
}

/** 3.3.11: backslash, semicolon, comma and line break. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\r?\n/g, '\\n');
}

/** 3.1: lines of at most 75 octets; what follows begins with a space. A character is never cut. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const char of line) {
    const size = octetsOf(char).length;
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += char;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** FNV-1a: an identifier that stays the same from one export to the next. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of octetsOf(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}

const octetsOf = (text: string): Uint8Array => new TextEncoder().encode(text);
