import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  PageBreak,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type IFontAttributesProperties,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import type { CommentMark, ExportProfile, Face, ParagraphPlan, RunPlan } from '../document/plan';
import { splitByFont } from '../document/rare-characters';
import { cutAtMarks, writeMark, type LineRun } from './comments/write-marks';

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

/** Red of the letterhead on screen; print shops translate it to Y80 M80. */
export const RED = 'FF0000';

/**
 * All four font slots name the Chinese font: otherwise “ ” — … · fall to the Latin one (Word's font-slot rules), and
 * `hint` settles the characters both scripts share.
 */
export function fontOf(
  face: Face,
  profile: ExportProfile,
  font = profile.fonts[face],
): IFontAttributesProperties {
  const latin = profile.latinFont === '' || face === '宋体' ? font : profile.latinFont;
  return { ascii: latin, hAnsi: font, eastAsia: font, cs: latin, hint: 'eastAsia' };
}

export function writeParagraph(
  plan: ParagraphPlan,
  profile: ExportProfile,
  more: Partial<IParagraphOptions> = {},
): Paragraph {
  const { indent } = plan;
  return new Paragraph({
    alignment: ALIGNMENTS[plan.align],
    pageBreakBefore: plan.pageBreakBefore,
    keepNext: plan.keepNext,
    widowControl: false,
    spacing: { before: plan.before, after: 0, line: plan.pitch, lineRule: LineRuleType.EXACT },
    indent: {
      left: indent.left,
      right: indent.right,
      ...(indent.firstLine < 0 ? { hanging: -indent.firstLine } : { firstLine: indent.firstLine }),
    },
    ...(plan.outlineLevel === undefined ? {} : { outlineLevel: plan.outlineLevel - 1 }),
    ...borders(plan),
    ...tabs(plan),
    ...more,
    children: writeLines(plan, profile),
  });
}

function writeLines({ lines, marks, turnsBefore }: ParagraphPlan, profile: ExportProfile): ParagraphChild[] {
  const runs = lines.flatMap((line, i) =>
    line.map((run, k) => {
      const turns = i === turnsBefore && k === 0;
      return { ...run, turns, breaks: i > 0 && k === 0 && !turns };
    }),
  );
  return writeRuns(runs, marks, profile);
}

/** Runs with the marks of comments between them. */
export function writeRuns(
  runs: readonly LineRun[],
  marks: readonly CommentMark[] | undefined,
  profile: ExportProfile,
): ParagraphChild[] {
  return cutAtMarks(runs, marks).flatMap((part) =>
    'edge' in part
      ? writeMark(part)
      : [...(part.turns ? [new PageBreak()] : []), ...writeRun(part, part.breaks, profile)],
  );
}

function borders({ redRule }: ParagraphPlan): Partial<IParagraphOptions> {
  // 0.5 mm, 4 mm below the number's ink.
  return redRule ? { border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 8, color: RED } } } : {};
}

function tabs({ tabs: stops }: ParagraphPlan): Partial<IParagraphOptions> {
  if (stops.length === 0) return {};
  const types = { left: TabStopType.LEFT, right: TabStopType.RIGHT };
  return { tabStops: stops.map(({ align, at }) => ({ type: types[align], position: at })) };
}

/** 28 characters of 16 pt exceed the type area by 5.75 pt: without a grid each gives up a quarter of a point. */
const SQUEEZE = -5;

/** Several runs where characters need another font. */
export function writeRun(run: RunPlan, breakBefore: boolean, profile: ExportProfile): readonly TextRun[] {
  return splitByFont(run.text, profile.fonts[run.face]).map(
    ({ text, font }, index) =>
      new TextRun({
        font: fontOf(run.face, profile, font),
        size: run.size * 2,
        color: run.color === 'red' ? RED : '000000',
        ...(profile.grid === 'portable' && run.size === 16 ? { characterSpacing: SQUEEZE } : {}),
        ...(breakBefore && index === 0 ? { break: 1 } : {}),
        children: text.split('\t').flatMap((piece, i) => (i === 0 ? [piece] : [new Tab(), piece])),
      }),
  );
}
