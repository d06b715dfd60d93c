import { WHITE_SPACE } from './character-set';
import { characters } from './fields/signs';
import type { Located } from './range';

/** What a writer leaves where something is still to be written, and what is put there for the writer. */

/** Stands for words or numbers that nobody has written yet. */
export const GAP = '××';
/** Stands behind words that may no longer be true. */
export const TO_VERIFY = '【待核实】';

/** Everything that reads as not yet filled in: ××, 2026年××月××日 (one place), XX, ____, ？？, （待定）, TODO. */
export const PLACEHOLDER =
  /(?<![A-Za-z0-9])[X×ＸxΧ]{2,}(?:月[X×ＸxΧ]{2,}(?=日))?(?![A-Za-z0-9])|[?？]{2,}|_{3,}|＿{2,}|[（(【][^（）()【】]{0,6}待(?:定|补充|补|核实|填|确定|完善)[^（）()【】]{0,6}[）)】]|TODO|TBD/g;

export function holdsPlaceholder(text: string): boolean {
  return inPlaceholder.isIn(text) && text.search(PLACEHOLDER) >= 0;
}

/** One of these is in every placeholder; nearly every unit and deadline is done with by this look. */
const inPlaceholder = characters('X×ＸxΧ?？_＿待T');

/** What still has to be filled in (××局, 2026年××月底前) states nothing. */
export function isWritten({ value }: Pick<Located, 'value'>): boolean {
  return !isBlank(value) && !holdsPlaceholder(value);
}

/** Whether nothing is written, or white space alone. */
export function isBlank(text: string): boolean {
  return space.skip(text, 0, text.length) === text.length;
}

const space = characters(WHITE_SPACE);
