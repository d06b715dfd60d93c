import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { ExportProfile, IssuerStackPlan } from '../document/plan';
import { writeRun } from './write-paragraph';

/** Joint issuers in a table without rules: names of one width on the left, 文件 beside them at half height. */
export function writeIssuerStack(plan: IssuerStackPlan, profile: ExportProfile): (Table | Paragraph)[] {
  const [names, suffix] = plan.widths;
  const table = new Table({
    width: { size: names + suffix, type: WidthType.DXA },
    columnWidths: [names, suffix],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 0, right: 0 },
    borders: TableBorders.NONE,
    rows: plan.names.map(
      (name, i) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(writeLine(name, AlignmentType.DISTRIBUTE, plan, profile), names),
            cell(
              i === 0 ? writeLine(plan.suffix, AlignmentType.RIGHT, plan, profile) : new Paragraph({}),
              suffix,
              i === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
            ),
          ],
        }),
    ),
  });
  // A table has no space above it: a line of that height stands in.
  const above = new Paragraph({
    spacing: { line: Math.max(20, plan.before), lineRule: LineRuleType.EXACT },
    children: [],
  });
  return [above, table];
}

function cell(
  content: Paragraph,
  width: number,
  verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType],
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(verticalMerge === undefined ? {} : { verticalMerge }),
    children: [content],
  });
}

function writeLine(
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  { pitch, size }: IssuerStackPlan,
  profile: ExportProfile,
): Paragraph {
  return new Paragraph({
    alignment,
    indent: { firstLine: 0 },
    spacing: { before: 0, after: 0, line: pitch, lineRule: LineRuleType.EXACT },
    children: writeRun({ text, face: '小标宋', size, color: 'red' }, false, profile),
  });
}
