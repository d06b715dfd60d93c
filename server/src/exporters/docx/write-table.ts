import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { CellPlan, ExportProfile, TablePlan } from '../document/plan';
import { writeRun } from './write-paragraph';

const GRID = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
/** Cells stand apart from their lines by 1.5 mm. */
const CELL_MARGIN = 85;

/** A task table with its header on every page; a line after it keeps the next block from touching it. */
export function writeTable(plan: TablePlan, profile: ExportProfile): (Table | Paragraph)[] {
  const total = plan.widths.reduce((sum, width) => sum + width, 0);
  const table = new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: [...plan.widths],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN },
    borders: {
      top: GRID,
      bottom: GRID,
      left: GRID,
      right: GRID,
      insideHorizontal: GRID,
      insideVertical: GRID,
    },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: writeCells(plan.header, plan, profile) }),
      ...plan.rows.map((row) => new TableRow({ children: writeCells(row, plan, profile) })),
    ],
  });
  return [table, new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] })];
}

function writeCells(cells: readonly CellPlan[], plan: TablePlan, profile: ExportProfile): TableCell[] {
  return cells.flatMap((cell, i) => {
    // A cell covered by the one above is written by the library as the span's continuation.
    if (cell.rowSpan === 0) return [];
    return [
      new TableCell({
        width: { size: plan.widths[i] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
        children: cell.text.split('\n').map((line) => writeCellLine(cell, line, profile)),
      }),
    ];
  });
}

function writeCellLine(cell: CellPlan, text: string, profile: ExportProfile): Paragraph {
  return new Paragraph({
    alignment: cell.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
    indent: { firstLine: 0 },
    spacing: { before: 0, after: 0, line: 360, lineRule: LineRuleType.EXACT },
    children: [writeRun({ text, face: cell.face, size: cell.size, color: 'black' }, false, profile)],
  });
}
