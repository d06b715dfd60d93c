/**
 * Measures of GB/T 9704-2012 and their conversion. Lengths are millimetres or twips (1/20 pt) as each name says;
 * type sizes are points. docs/official-format.md names the clause behind every figure.
 */

export function twipsOf(millimetres: number): number {
  return Math.round(millimetres * 56.6929);
}

export function twipsOfPoints(points: number): number {
  return Math.round(points * 20);
}

/** 字号 in points. */
export const TYPE_SIZES = { 二号: 22, 三号: 16, 四号: 14, 小四: 12, 五号: 10.5 } as const;

/** A4 (5.1), millimetres. */
export const PAPER = { width: 210, height: 297 } as const;

/** How far the type area is from the edges of the paper, millimetres. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm (5.2.1). */
export const STANDARD_MARGINS: Margins = { top: 37, bottom: 35, left: 28, right: 26 };

/** How the paper lies under the type area: its margins, and whether sheets are printed on both sides. */
export interface SheetLayout {
  readonly margins: Margins;
  readonly duplex: boolean;
}

/** The margins of the page with this number: the binding edge (订口) is left on a front and right on a back. */
export function marginsOfPage({ margins, duplex }: SheetLayout, number: number): Margins {
  return duplex && number % 2 === 0 ? { ...margins, left: margins.right, right: margins.left } : margins;
}

/**
 * The margins of turned pages, whose top is the sheet's left edge. Word swaps left and right on backs, which are head
 * and foot of the sheet here, and never top and bottom. Means of the two are right on both faces by the ±1 mm that
 * 5.2.1 allows, with the standard's margins.
 */
export function turnedMargins({ margins: { top, right, bottom, left }, duplex }: SheetLayout): Margins {
  if (!duplex) return { top: left, right: top, bottom: right, left: bottom };
  const [across, along] = [(left + right) / 2, (top + bottom) / 2];
  return { top: across, right: along, bottom: across, left: along };
}

/** Width and height of 版心 on an upright page, twips: 8845 × 12756 with the standard's margins. */
export function typeArea({ top, bottom, left, right }: Margins): {
  readonly width: number;
  readonly height: number;
} {
  return {
    width: twipsOf(PAPER.width) - twipsOf(left) - twipsOf(right),
    height: twipsOf(PAPER.height) - twipsOf(top) - twipsOf(bottom),
  };
}

/** That of the standard. */
export const { width: TEXT_WIDTH, height: TEXT_HEIGHT } = typeArea(STANDARD_MARGINS);

/**
 * 22 lines of 28 characters fill the standard's type area (5.2.3): the pitch of a line and of a character in twips.
 * They stay what they are with other margins, where more or fewer lines and characters fit.
 */
export const LINE_PITCH = 579;
export const CHARACTER_PITCH = 316;
/** Word's docGrid counts its character pitch from the default type size, in 1/4096 pt. */
export const GRID_CHARACTER_SPACE = -842;

/** The exact pitch of 四号 lines in the imprint. */
export const IMPRINT_PITCH = 554;

export function characters(count: number): number {
  return Math.round(count * CHARACTER_PITCH);
}

/** Width of a text in characters of the grid: ASCII takes half of one. */
export function widthInCharacters(text: string): number {
  let width = 0;
  for (const char of text)
    width += (char.codePointAt(0) ?? 0) < 0x2000 && char !== '·' && char !== '×' ? 0.5 : 1;
  return width;
}
