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
 * whole, punctuation not at a line's beginning nor beyond its end. An estimate: fonts are not measured.
 */
export function wrapRuns(runs: readonly RunPlan[], widths: WrapWidths): readonly (readonly RunPlan[])[] {
  const pieces = runs.flatMap((run) =>
    (run.text.match(WORD) ?? []).map((word) => ({ run, word, width: widthOfWord(word, run.size) })),
  );
  const lines: (readonly RunPlan[])[] = [];
  let start = 0;
  let room = widths.first;
  pieces.forEach(({ width }, i) => {
    if (width > room + SLACK && i > start) {
      const end = lineEnd(pieces, start, i);
      lines.push(join(pieces.slice(start, end)));
      start = end;
      room = widths.others - pieces.slice(end, i).reduce((sum, piece) => sum + piece.width, 0);
    }
    room -= width;
  });
  return [...lines, join(pieces.slice(start))];
}

interface Piece {
  readonly run: RunPlan;
  readonly word: string;
  readonly width: number;
}

/** Where a line ends that has no room for the piece at `full`: before it, or before what must stay with it. */
function lineEnd(pieces: readonly Piece[], start: number, full: number): number {
  for (let end = full; end > start; end--)
    if (!NOT_FIRST.has(pieces[end]?.word ?? '') && !NOT_LAST.has(pieces[end - 1]?.word ?? '')) return end;
  return full;
}

/** Numbers with their sign of unit and Latin words stay whole; every other character stands alone. */
const WORD = /[0-9A-Za-z.%]+|[\s\S]/gu;

function widthOfWord(word: string, size: number): number {
  let width = 0;
  for (const char of word) width += widthOf(char, size);
  return width;
}

/** Pieces of one style as one run. */
function join(pieces: readonly Piece[]): readonly RunPlan[] {
  const runs: { -readonly [Key in keyof RunPlan]: RunPlan[Key] }[] = [];
  for (const { run, word } of pieces) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.face === run.face && last.size === run.size && last.color === run.color)
      last.text += word;
    else runs.push({ ...run, text: word });
  }
  return runs;
}
