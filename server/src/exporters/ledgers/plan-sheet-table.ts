import { typeArea, TYPE_SIZES, type Margins } from '../document/measures';
import type { CellPlan, TablePlan } from '../document/plan';
import type { SheetPlan } from '../workbook/workbook-plan';

const NARROW: readonly string[] = ['序号', '完成时限', '月份', '截止日期', '承担方式'];

const NUMBER_WIDTH = 800;

/** A sheet as the table of a turned page. */
export function planSheetTable({ columns, rows }: SheetPlan, margins: Margins): TablePlan {
  const { height: whole } = typeArea(margins);
  // 序号 wraps in less than 800 twips of 小四.
  const fixed = columns.filter(({ header }) => header === '序号').length * NUMBER_WIDTH;
  const total = columns.reduce((sum, { header, width }) => sum + (header === '序号' ? 0 : width), 0);
  const widths = columns.map(({ header, width }) =>
    header === '序号' ? NUMBER_WIDTH : Math.floor(((whole - fixed) * width) / total),
  );
  const rest = whole - widths.reduce((sum, width) => sum + width, 0);
  const cell = (text: string, c: number, isHeader = false): CellPlan => ({
    text,
    align: isHeader || NARROW.includes(columns[c]?.header ?? '') ? 'center' : 'left',
    face: isHeader ? '黑体' : '仿宋',
    size: TYPE_SIZES.小四,
    rowSpan: 1,
  });
  return {
    kind: 'table',
    widths: widths.map((width, i) => (i === widths.length - 1 ? width + rest : width)),
    header: columns.map(({ header }, c) => cell(header, c, true)),
    rows: rows.map((row) => row.map((value, c) => cell(String(value), c))),
    source: undefined,
  };
}
