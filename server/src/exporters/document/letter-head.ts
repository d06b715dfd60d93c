import { PAGE, twipsOf } from './measures';
import type { ParagraphPlan } from './plan';

/** A letter's red double rules: 170 mm wide, in the middle of the page (10.1). */
export const LETTER_RULE_WIDTH = twipsOf(170);
/** They stand out of the type area by 7 mm on both sides. */
export const LETTER_RULE_OVERHANG = twipsOf(7);
/** The upper one 4 mm below the mark; points, as borders are spaced. */
export const LETTER_RULE_SPACE = 11;
/** The lower one 20 mm above the page's bottom. */
export const LETTER_FOOT = twipsOf(20);
/** Three lines of a point each. */
const RULE_HEIGHT = 60;

/** How far mark and rule of a letter reach below the top of the type area, twips. */
export function letterHeadHeight(mark: ParagraphPlan): number {
  const bottom = mark.before + mark.pitch + LETTER_RULE_SPACE * 20 + RULE_HEIGHT;
  return Math.max(0, bottom - twipsOf(PAGE.top));
}
