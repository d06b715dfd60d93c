import {
  BorderStyle,
  LineRuleType,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx';
import { imprintLists } from '../document/imprint-lists';
import { IMPRINT_PITCH, typeArea, TYPE_SIZES } from '../document/measures';
import type { ExportProfile, ImprintPlan } from '../document/plan';
import { writeRun } from './write-paragraph';

/** Rules of 0.35 mm and 0.25 mm, black (7.4.1). */
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
type Rule = typeof THICK | typeof THIN | typeof NONE;
/** One character of 四号. */
const ONE = TYPE_SIZES.四号 * 20;

/** 版记 as a table that floats at the foot of the type area, whatever stands above it. */
export function writeImprint(plan: ImprintPlan, profile: ExportProfile): (Table | Paragraph)[] {
  const { width } = typeArea(profile.margins);
  const lists = imprintLists(plan);
  const printed = plan.ruled ? [printerRow(plan, profile, lists.length > 0)] : [];
  const listed = lists.map((list, i) =>
    listRow(list, plan.ruled ? rulesOf(i, lists.length) : { top: NONE, bottom: NONE }, profile),
  );
  const table = new Table({
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: plan.left,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
      leftFromText: 0,
      rightFromText: 0,
      topFromText: 0,
      bottomFromText: 0,
    },
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0 },
    borders: TableBorders.NONE,
    rows: [...listed, ...printed],
  });
  return [table, new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] })];
}

/** A thick rule above the first list, a thin one below the last, none between 主送 and 抄送 (7.4.1, 7.4.2). */
function rulesOf(index: number, count: number): { top: Rule; bottom: Rule } {
  return { top: index === 0 ? THICK : NONE, bottom: index === count - 1 ? THIN : NONE };
}

/** 抄送：甲，乙。 one character from both edges, turned lines under the first name (7.4.2). */
function listRow(text: string, rules: { top: Rule; bottom: Rule }, profile: ExportProfile): TableRow {
  return row(rules, profile, [
    new Paragraph({
      indent: { left: 4 * ONE, hanging: 3 * ONE, right: ONE },
      spacing: { line: IMPRINT_PITCH, lineRule: LineRuleType.EXACT },
      children: writeRun({ text, face: '仿宋', size: TYPE_SIZES.四号, color: 'black' }, false, profile),
    }),
  ]);
}

/** 印发机关 left, 印发日期 right, each one character from the edge (7.4.3). */
function printerRow(plan: ImprintPlan, profile: ExportProfile, below: boolean): TableRow {
  const date = plan.printDate === '' ? '' : `${plan.printDate}印发`;
  return row({ top: below ? THIN : THICK, bottom: THICK }, profile, [
    new Paragraph({
      indent: { left: ONE },
      tabStops: [{ type: TabStopType.RIGHT, position: typeArea(profile.margins).width - ONE }],
      spacing: { line: IMPRINT_PITCH, lineRule: LineRuleType.EXACT },
      children: writeRun(
        { text: `${plan.printer}\t${date}`, face: '仿宋', size: TYPE_SIZES.四号, color: 'black' },
        false,
        profile,
      ),
    }),
  ]);
}

function row(
  borders: { top: Rule; bottom: Rule },
  { margins }: ExportProfile,
  children: Paragraph[],
): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        width: { size: typeArea(margins).width, type: WidthType.DXA },
        borders: { ...borders, left: NONE, right: NONE },
        children,
      }),
    ],
  });
}
