import { WHITE_SPACE } from './character-set';
import { characters } from './fields/signs';
import { assignsDuty } from './framing';
import type { Marker } from './model';
import type { MarkerLine } from './resolve-markers';

/*
 * Items that begin with a mark instead of a number. Plans list goals and principles in the same way, so that only those
 * are items that say who is to do them.
 */

/** The last three are those that documents made with symbol fonts have. */
const bullet = characters('●■◆▲★◇□○•➢➤►▶—\uf06c\uf0d8\uf0b7');
const space = characters(WHITE_SPACE);

/** How long the mark is that a line begins with: ●, ——; 0 where it begins with anything else. */
function bulletOf(text: string): number {
  if (!bullet.has(text, 0)) return 0;
  if (text[0] !== '—') return 1;
  return text.startsWith('——') ? 2 : 0;
}

/** Whether a line begins with a mark that may make it an item by what stands in the lines around it. */
export function beginsWithBullet(text: string): boolean {
  return bulletOf(text) > 0;
}

/** （区图书馆）, （县住建局牵头，各乡镇配合）: what closes a line names somebody. */
const closingNames =
  /[（(〔【[][^（）()〔〕【】[\]。；：:]{2,80}(?:[局委办部院队站所科股处室馆厅校镇乡街]|中心|公司|社区|政府|街道|集团|牵头|负责|配合|单位|部门)[）)〕】\]]。?$/;

/** Puts markers where lines begin with marks and are items; each counts among its neighbours. */
export function resolveBullets(lines: readonly MarkerLine[], markers: (Marker | undefined)[]): void {
  let run: number[] = [];
  const close = (): void => {
    if (run.length > 1) accept(run, lines, markers);
    run = [];
  };
  lines.forEach(({ text }, index) => {
    if (markers[index] !== undefined) close();
    else if (beginsWithBullet(text)) {
      if (run.length > 0 && text[0] !== (lines[run[0] as number] as MarkerLine).text[0]) close();
      run.push(index);
    }
  });
  close();
}

function accept(run: readonly number[], lines: readonly MarkerLine[], markers: (Marker | undefined)[]): void {
  const own = run.map((index) => lines[index] as MarkerLine);
  const assigned = own.filter(
    ({ text }, i) =>
      assignsDuty(text) ||
      closingNames.test(text) ||
      assignsBelow(lines, markers, run[i] as number, run[i + 1]),
  );
  if (assigned.length < 2 || assigned.length * 2 < own.length) return;
  own.forEach((line, i) => (markers[run[i] as number] = createBullet(line, i + 1)));
}

/** Under an item, who is to do it stands among its first lines: behind its target, before its time. */
const LABELLED = 3;

/** Whether 责任单位：… stands on a line of its own right below a bullet and above the next one. */
function assignsBelow(
  lines: readonly MarkerLine[],
  markers: readonly (Marker | undefined)[],
  index: number,
  next = lines.length,
): boolean {
  for (let below = index + 1; below < next && below <= index + LABELLED; below++) {
    if (markers[below] !== undefined) return false;
    if (assignsDuty((lines[below] as MarkerLine).text)) return true;
  }
  return false;
}

function createBullet({ text, range, indent }: MarkerLine, number: number): Marker {
  const end = bulletOf(text);
  const mark = text.slice(0, end);
  return {
    text: mark,
    range: { start: range.start, end: range.start + end },
    style: 'bullet',
    number,
    flaws: [],
    expected: mark,
    lead: { start: range.start - indent.length, end: range.start + space.skip(text, end, text.length) },
  };
}
