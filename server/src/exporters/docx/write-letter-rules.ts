import { BorderStyle, Footer, FrameAnchorType, Header, HeightRule, LineRuleType, Paragraph } from 'docx';
import {
  LETTER_FOOT,
  LETTER_RULE_SPACE,
  LETTER_RULE_WIDTH,
  letterRuleOverhang,
} from '../document/letter-head';
import { PAPER, twipsOf } from '../document/measures';
import type { ExportProfile, ParagraphPlan } from '../document/plan';
import { RED, writeParagraph } from './write-paragraph';

/** The rules are bottom borders: on a top border Word turns thick and thin round. Size in eighths of a point. */
const RULE_SIZE = 18;

/** The mark of a letter and, 4 mm below it, the rule that is thick above and thin below (10.1). */
export function letterHeader(mark: ParagraphPlan, profile: ExportProfile): Header {
  const beyond = -letterRuleOverhang(profile.margins);
  const overhang = { left: beyond, right: beyond, firstLine: 0 };
  // The distance from the page's edge is the section's.
  const plan = { ...mark, before: 0, indent: overhang };
  return new Header({
    children: [
      writeParagraph(plan, profile, {
        border: {
          bottom: {
            style: BorderStyle.THICK_THIN_SMALL_GAP,
            size: RULE_SIZE,
            space: LETTER_RULE_SPACE,
            color: RED,
          },
        },
      }),
    ],
  });
}

const FRAME_HEIGHT = 240;

/** The rule 20 mm above the bottom of the first page, thin above and thick below; no page number there (10.1). */
export function letterFooter({ margins }: ExportProfile): Footer {
  const border = { style: BorderStyle.THIN_THICK_SMALL_GAP, size: RULE_SIZE, space: 0, color: RED } as const;
  return new Footer({
    children: [
      new Paragraph({
        frame: {
          type: 'absolute',
          position: {
            x: twipsOf(margins.left) - letterRuleOverhang(margins),
            y: twipsOf(PAPER.height) - LETTER_FOOT - FRAME_HEIGHT,
          },
          width: LETTER_RULE_WIDTH,
          height: FRAME_HEIGHT,
          rule: HeightRule.EXACT,
          anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
        },
        border: { bottom: border },
        spacing: { line: FRAME_HEIGHT - 60, lineRule: LineRuleType.EXACT },
        children: [],
      }),
      new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
    ],
  });
}
