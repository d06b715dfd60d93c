import { writeCsv } from '../write-csv';
import { fullColumns, type LedgerLayout } from './columns';

export function ledgerCsv(layout: LedgerLayout): string {
  const columns = fullColumns(layout);
  const rows = layout.groups.flatMap((group) =>
    group.entries.map((entry) => columns.map(({ cell }) => String(cell(entry, group)))),
  );
  return writeCsv([columns.map(({ header }) => header), ...rows]);
}
