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
import { CELL_MARGIN, CELL_PITCH, countLines, mayBreak } from '../document/table-rows';
import type { CellPlan, CommentMark, ExportProfile, TablePlan } from '../document/plan';
import { writeRuns } from './write-paragraph';

const GRID = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

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
      ...plan.rows.map(
        (row) =>
          new TableRow({
            ...(mayBreak(countLines(row, plan.widths)) ? {} : { cantSplit: true }),
            children: writeCells(row, plan, profile),
          }),
      ),
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
        children: cellLines(cell).map((line) => writeCellLine(cell, line, profile)),
      }),
    ];
  });
}

interface CellLine {
  readonly text: string;
  readonly marks: readonly CommentMark[];
}

/** The lines of a cell, each with the marks of comments on it; one on the break between two is on the upper. */
function cellLines({ text, marks = [] }: CellPlan): CellLine[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    const own = marks.filter(({ at }) => from <= at && at < start);
    return { text: line, marks: own.map((mark) => ({ ...mark, at: mark.at - from })) };
  });
}

function writeCellLine(cell: CellPlan, { text, marks }: CellLine, profile: ExportProfile): Paragraph {
  const run = { text, face: cell.face, size: cell.size, color: 'black', breaks: false } as const;
  return new Paragraph({
    alignment: cell.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
    indent: { firstLine: 0 },
    spacing: { before: 0, after: 0, line: CELL_PITCH, lineRule: LineRuleType.EXACT },
    children: writeRuns([run], marks, profile),
  });
}
