import type { SheetPlan } from '../workbook/workbook-plan';
import { fullColumns, type LedgerLayout } from './columns';

/** The tasks as a sheet to filter and sort: its header is the first row. */
export function planTaskSheet(layout: LedgerLayout): SheetPlan {
  const columns = fullColumns(layout);
  return {
    name: '任务台账',
    title: '',
    columns: columns.map(({ header, width }) => ({ header, width })),
    rows: layout.groups.flatMap((group) =>
      group.entries.map((entry) => columns.map(({ cell }) => cell(entry, group))),
    ),
  };
}
