import { TEXT_HEIGHT, TYPE_SIZES } from '../document/measures';
import { blank, titleParagraph } from '../document/paragraphs';
import type { CellPlan, DocumentPlan, ExportProfile, TablePlan } from '../document/plan';
import { breakTitle } from '../document/title-lines';
import type { SheetPlan } from './sheet-plan';

/** Ledgers as a document of their own, each on turned pages: title, table with its header on every page. */
export function planLedgerDocument(sheets: readonly SheetPlan[], profile: ExportProfile): DocumentPlan {
  return {
    title: sheets[0]?.title ?? '',
    profile,
    sections: sheets.map((sheet) => ({
      orientation: 'landscape',
      blocks: [titleParagraph(breakTitle(sheet.title)), blank(), planTable(sheet)],
    })),
  };
}

const NARROW: readonly string[] = ['序号', '完成时限', '月份', '截止日期', '承担方式'];

function planTable({ columns, rows }: SheetPlan): TablePlan {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((TEXT_HEIGHT * width) / total));
  const rest = TEXT_HEIGHT - widths.reduce((sum, width) => sum + width, 0);
  const cell = (text: string, c: number, isHeader = false): CellPlan => ({
    text,
    align: isHeader || NARROW.includes(columns[c]?.header ?? '') ? 'center' : 'left',
    face: isHeader ? '黑体' : '仿宋',
    size: TYPE_SIZES.小四,
    rowSpan: 1,
  });
  return {
    kind: 'table',
    widths: widths.map((width, i) => (i === 0 ? width + rest : width)),
    header: columns.map(({ header }, c) => cell(header, c, true)),
    rows: rows.map((row) => row.map((value, c) => cell(String(value), c))),
    source: undefined,
  };
}
