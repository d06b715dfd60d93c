import { twipsOf, typeArea, type Margins } from './measures';
import type { ParagraphPlan } from './plan';

/** A letter's red double rules: 170 mm wide, on the axis of the type area as its mark is (10.1). */
export const LETTER_RULE_WIDTH = twipsOf(170);

/** How far they stand out of the type area on both sides, twips: 7 mm with the standard's margins. */
export function letterRuleOverhang(margins: Margins): number {
  return Math.round((LETTER_RULE_WIDTH - typeArea(margins).width) / 2);
}

/** The upper one 4 mm below the mark; points, as borders are spaced. */
export const LETTER_RULE_SPACE = 11;
/** The lower one 20 mm above the page's bottom. */
export const LETTER_FOOT = twipsOf(20);
/** Three lines of a point each. */
const RULE_HEIGHT = 60;

/** How far mark and rule of a letter reach below the top of the type area, twips. */
export function letterHeadHeight(mark: ParagraphPlan, { top }: Margins): number {
  const bottom = mark.before + mark.pitch + LETTER_RULE_SPACE * 20 + RULE_HEIGHT;
  return Math.max(0, bottom - twipsOf(top));
}
