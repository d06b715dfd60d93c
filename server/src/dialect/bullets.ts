import { DIGITS, WHITE_SPACE } from './character-set';
import { classifyLabel } from './fields/labels';
import { characters } from './fields/signs';
import { assignsDuty } from './framing';
import type { Marker } from './model';
import { parseChineseNumeral } from './numerals';
import type { MarkerLine } from './resolve-markers';

/*
 * Items that begin with a mark instead of a number, with words or numbers that no level has (一是, 第一，, 1.1), or that
 * Markdown lists. Plans list goals and principles in the same way, so that only those are items that say who is to do them.
 */

/** The last three are those that documents made with symbol fonts have. */
const bullet = characters('●■◆▲★◇□○•➢➤►▶—\uf06c\uf0d8\uf0b7');
const space = characters(WHITE_SPACE);

/** A mark that a line begins with. */
interface Bullet {
  readonly length: number;
  /** What the marks of one list have in common. */
  readonly kind: string;
  /** What it counts by itself. */
  readonly number: number | undefined;
}

const counting = characters(`一二三四五六七八九十第${DIGITS}`);
/** 一是加强监管, 第一，加强监管, 1.2 加强监管. */
const COUNTED =
  /^(?:(?<first>[一二三四五六七八九十]{1,3})是(?!否)|第(?<ordinal>[一二三四五六七八九十]{1,3})[，,]|(?<chapter>\d{1,2})[.．](?<point>\d{1,2})(?=[ \u3000]+(?![个家所处名人万亿亩公吨座台套项条])[\u4e00-\u9fa5]))/;

function bulletOf({ text, indent, isListed }: MarkerLine): Bullet | undefined {
  // A list in a list says more of the item above it.
  if (isListed === true) return { length: 0, kind: `-${indent}`, number: undefined };
  return bulletIn(text);
}

function bulletIn(text: string): Bullet | undefined {
  if (bullet.has(text, 0)) {
    const length = text[0] === '—' ? 2 : 1;
    const whole = length === 1 || text.startsWith('——');
    return whole ? { length, kind: text.charAt(0), number: undefined } : undefined;
  }
  if (!counting.has(text, 0)) return undefined;
  const match = COUNTED.exec(text);
  if (match?.groups === undefined) return undefined;
  const { first, ordinal, chapter, point } = match.groups;
  const numeral = first ?? ordinal;
  return {
    length: match[0].length,
    kind: chapter ?? (first === undefined ? '第' : '是'),
    number: numeral === undefined ? Number(point) : parseChineseNumeral(numeral),
  };
}

/** Whether a line begins with a mark that may make it an item by what stands in the lines around it. */
export function beginsWithBullet(text: string): boolean {
  return bulletIn(text) !== undefined;
}

/** （区图书馆）, （县住建局牵头，各乡镇配合）: what closes a line names somebody. */
const closingNames =
  /[（(〔【[][^（）()〔〕【】[\]。；：:]{2,80}(?:[局委办部院队站所科股处室馆厅校镇乡街]|中心|公司|社区|政府|街道|集团|牵头|负责|配合|单位|部门)[）)〕】\]]。?$/;

/** A line that begins with a mark. */
interface BulletLine {
  readonly index: number;
  readonly bullet: Bullet;
}

/** Puts markers where lines begin with marks and are items; each counts among its neighbours. */
export function resolveBullets(lines: readonly MarkerLine[], markers: (Marker | undefined)[]): void {
  let run: BulletLine[] = [];
  const close = (): void => {
    if (run.length > 1) accept(run, lines, markers);
    run = [];
  };
  lines.forEach((line, index) => {
    if (markers[index] !== undefined) return close();
    const bullet = bulletOf(line);
    if (bullet === undefined || isWithin(run, bullet) || isField(line.text)) return;
    if (bullet.kind !== run.at(-1)?.bullet.kind || bullet.number === 1) close();
    run.push({ index, bullet });
  });
  close();
}

/** Whether a bullet of a list within a list stands below an item of a run. */
function isWithin(run: readonly BulletLine[], { kind }: Bullet): boolean {
  const above = run.at(-1)?.bullet.kind;
  return above !== undefined && above !== kind && kind.startsWith('-') && kind.startsWith(above);
}

const fieldName = /^\*{0,2}([^，。；：:*]{2,14})\*{0,2}[：:]/;

/** ●责任单位：甲, - **完成时限**：6月底前: what a list may also say of one task, each on a line of its own. */
function isField(text: string): boolean {
  const name = fieldName.exec(text.slice(0, 24).replace(/^[^\u4e00-\u9fff*]+/, ''))?.[1];
  return name !== undefined && classifyLabel(name) !== undefined;
}

function accept(
  run: readonly BulletLine[],
  lines: readonly MarkerLine[],
  markers: (Marker | undefined)[],
): void {
  const assigned = run.filter(({ index }, i) => {
    const { text } = lines[index] as MarkerLine;
    return (
      assignsDuty(text) || closingNames.test(text) || assignsBelow(lines, markers, index, run[i + 1]?.index)
    );
  });
  if (assigned.length < 2 || assigned.length * 2 < run.length) return;
  run.forEach(({ index, bullet }, i) => {
    markers[index] = createBullet(lines[index] as MarkerLine, bullet, bullet.number ?? i + 1);
  });
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

/** The mark of a Markdown list is Markdown's and no part of the line: an item that it begins has an empty one. */
function createBullet(line: MarkerLine, { length: end }: Bullet, number: number): Marker {
  const { text, range } = line;
  const indent = line.isListed === true ? '' : line.indent;
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
