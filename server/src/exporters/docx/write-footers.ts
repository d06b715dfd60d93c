import {
  AlignmentType,
  Footer,
  HeightRule,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableAnchorType,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  WidthType,
  type ISectionOptions,
} from 'docx';
import { marginsOfPage, PAPER, turnedMargins, twipsOf, TYPE_SIZES } from '../document/measures';
import type { ExportProfile, SectionPlan } from '../document/plan';
import { letterFooter } from './write-letter-rules';
import { fontOf } from './write-paragraph';

type Side = 'left' | 'right' | 'center';

/** Page numbers: outer corners, or in the middle, or none; a letter's first page has a rule and no number (10.1). */
export function footers(profile: ExportProfile, section: SectionPlan): ISectionOptions['footers'] {
  const first = section.letterMark === undefined ? {} : { first: letterFooter(profile) };
  if (profile.pageNumbers === 'none') return first;
  // A section without footers of its own has those of the one before it.
  if (section.unnumbered) return { default: emptyFooter(), even: emptyFooter() };
  const write = section.orientation === 'landscape' ? turnedFooter : footer;
  if (profile.pageNumbers === 'centre') return { ...first, default: write('center', profile) };
  return { ...first, default: write('right', profile), even: write('left', profile) };
}

function emptyFooter(): Footer {
  return new Footer({ children: [new Paragraph({ children: [] })] });
}

/** One character of 四号, twips. */
const ONE = TYPE_SIZES.四号 * 20;

/** — 1 —: 四号宋体, one character in from the outer edge (7.5). */
function footer(side: Side, profile: ExportProfile): Footer {
  return new Footer({ children: [numberLine(side, profile, side === 'center' ? {} : { [side]: ONE })] });
}

function numberLine(
  side: Side,
  profile: ExportProfile,
  indent: { left?: number; right?: number },
): Paragraph {
  const font = fontOf('宋体', profile);
  return new Paragraph({
    alignment: { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER }[side],
    indent: { ...indent, firstLine: 0 },
    spacing: { line: ONE, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font, size: TYPE_SIZES.四号 * 2 })],
  });
}

/** Length of the box that holds a turned number, twips. */
const BOX = 1600;

/**
 * A turned page keeps its number where upright ones have it (7.6): on the sheet's left, reading downwards, 7 mm from
 * the type area; the lower corner on odd pages, the upper one on even pages. The box is a table that floats on the
 * page: its cell can turn text, which a frame cannot in every office suite.
 */
function turnedFooter(side: Side, profile: ExportProfile): Footer {
  const { top, bottom } = turnedMargins(profile);
  const place = {
    left: twipsOf(marginsOfPage(profile, 2).left) + ONE,
    right: twipsOf(PAPER.width - marginsOfPage(profile, 1).right) - ONE - BOX,
    center: Math.round((twipsOf(PAPER.width - bottom + top) - BOX) / 2),
  };
  const box = new Table({
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: twipsOf(profile.margins.bottom - 7) - ONE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteVerticalPosition: place[side],
    },
    width: { size: 2 * ONE, type: WidthType.DXA },
    columnWidths: [2 * ONE],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0 },
    borders: TableBorders.NONE,
    rows: [
      new TableRow({
        height: { value: BOX, rule: HeightRule.EXACT },
        children: [
          new TableCell({
            width: { size: 2 * ONE, type: WidthType.DXA },
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            children: [numberLine(side, profile, {})],
          }),
        ],
      }),
    ],
  });
  const anchor = new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] });
  return new Footer({ children: [box, anchor] });
}
