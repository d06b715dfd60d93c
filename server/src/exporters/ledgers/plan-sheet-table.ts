import { typeArea, TYPE_SIZES, type Margins } from '../document/measures';
import { fitColumns } from '../document/column-widths';
import type { CellPlan, TablePlan } from '../document/plan';
import { NUMBER } from './sheet-columns';
import type { SheetPlan } from '../workbook/workbook-plan';

/** A sheet as the table of a turned page. */
export function planSheetTable({ columns, rows }: SheetPlan, margins: Margins): TablePlan {
  const cell = (text: string, c: number, isHeader = false): CellPlan => ({
    text,
    align: isHeader || columns[c]?.centred === true ? 'center' : 'left',
    face: isHeader ? '黑体' : '仿宋',
    size: TYPE_SIZES.小四,
    rowSpan: 1,
  });
  const header = columns.map((column, c) => cell(column.header, c, true));
  const cells = rows.map((row) => row.map((value, c) => cell(String(value), c)));
  const isNumber = (column: number): boolean => columns[column]?.header === NUMBER.header;
  return {
    kind: 'table',
    widths: fitColumns([header, ...cells], typeArea(margins).height, isNumber),
    header,
    rows: cells,
    source: undefined,
  };
}
