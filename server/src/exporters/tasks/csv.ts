import { fullColumns, type LedgerLayout } from './columns';
import { neutraliseCell } from './neutralise-cell';

/** RFC 4180 with a byte order mark, without which Excel takes UTF-8 for the system's code page. */
export function ledgerCsv(layout: LedgerLayout): string {
  const columns = fullColumns(layout);
  const records = [columns.map(({ header }) => header)];
  for (const group of layout.groups) {
    for (const entry of group.entries) records.push(columns.map(({ cell }) => String(cell(entry, group))));
  }
  return `\uFEFF${records.map((record) => `${record.map(field).join(',')}\r\n`).join('')}`;
}

function field(text: string): string {
  const safe = neutraliseCell(text);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
