import { neutraliseCell } from './neutralise-cell';

/** RFC 4180 with a byte order mark, without which Excel takes UTF-8 for the system's code page. */
export function writeCsv(records: readonly (readonly string[])[]): string {
  return `\uFEFF${records.map((record) => `${record.map(field).join(',')}\r\n`).join('')}`;
}

function field(text: string): string {
  const safe = neutraliseCell(text);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
