import { CHARACTER_PITCH } from './measures';
import type { RunPlan } from './plan';

/** Marks that must not begin a line (GB/T 15834 5.1.10) and marks that must not end one. */
const NOT_FIRST = new Set('，。、；：？！”’）》〉〕】％%·…—');
const NOT_LAST = new Set('“‘（《〈〔【');

/** The width of a character in twips: Chinese ones take the pitch of the grid, ASCII half of it, by their size. */
function widthOf(char: string, size: number): number {
  const full = (char.codePointAt(0) ?? 0) >= 0x2000 || char === '·' || char === '×';
  const pitch = size === 16 ? CHARACTER_PITCH : size * 20;
  return full ? pitch : pitch / 2;
}

/** 28 characters are three twips wider than the type area. */
const SLACK = 20;

export interface WrapWidths {
  /** Twips available on the first line and on the others. */
  readonly first: number;
  readonly others: number;
}

/**
 * Breaks runs into lines as a word processor would on the grid: as many characters as fit, numbers and Latin words
 * whole, punctuation not at a line's beginning. An estimate: fonts are not measured.
 */
export function wrapRuns(runs: readonly RunPlan[], widths: WrapWidths): readonly (readonly RunPlan[])[] {
  const lines: GrowingRun[][] = [];
  let line: GrowingRun[] = [];
  let room = widths.first;
  for (const run of runs) {
    for (const word of run.text.match(WORD) ?? []) {
      const width = widthOfWord(word, run.size);
      if (
        width > room + SLACK &&
        line.length > 0 &&
        !(NOT_FIRST.has(word) && room + width >= 0 && room > -width)
      ) {
        lines.push(line);
        line = carryOver(line);
        room = widths.others - widthOfLine(line);
      }
      append(line, run, word);
      room -= width;
    }
  }
  lines.push(line);
  return lines;
}

/** Numbers with their sign of unit and Latin words stay whole; every other character stands alone. */
const WORD = /[0-9A-Za-z.%]+|[\s\S]/gu;

function widthOfWord(word: string, size: number): number {
  let width = 0;
  for (const char of word) width += widthOf(char, size);
  return width;
}

function widthOfLine(line: readonly RunPlan[]): number {
  return line.reduce((sum, run) => sum + widthOfWord(run.text, run.size), 0);
}

/** An opening bracket at the end of the full line goes to the next one. */
function carryOver(line: GrowingRun[]): GrowingRun[] {
  const last = line[line.length - 1];
  const char = last?.text.slice(-1) ?? '';
  if (last === undefined || !NOT_LAST.has(char) || last.text.length < 2) return [];
  line[line.length - 1] = { ...last, text: last.text.slice(0, -1) };
  return [{ ...last, text: char }];
}

/** A line's own run: a copy for every character would be most of the time that setting pages takes. */
type GrowingRun = { -readonly [Key in keyof RunPlan]: RunPlan[Key] };

function append(line: GrowingRun[], run: RunPlan, word: string): void {
  const last = line[line.length - 1];
  if (last !== undefined && last.face === run.face && last.size === run.size && last.color === run.color)
    last.text += word;
  else line.push({ ...run, text: word });
}
