import { areMoved } from '../../dialect/draft-change';
import { LineFacts, type LineFact } from '../../dialect/line-facts';
import type { Passage, PlainEdit } from '../../dialect/plain-edit';
import { proseOn, textLines, type TextLine } from '../../dialect/text-lines';
import { contains, type Range } from '../../dialect/range';
import { textCharacters } from '../text-characters';
import type { DraftRule, Report } from '../rule';
import { t } from '../../localise';

const PAIRS: Readonly<Record<string, string>> = {
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': ')',
  '〔': '〕',
  '【': '】',
  '「': '」',
};
const CLOSERS = new Set(Object.values(PAIRS));
const MARKS = textCharacters.define(Object.entries(PAIRS).flat().join(''));
const OPENING = textCharacters.define(Object.keys(PAIRS).join(''));
const HALF_WIDTH = ')'.charCodeAt(0);
const FULL_WIDTH = '）'.charCodeAt(0);
const CLOSER_OF: ReadonlyMap<number, number> = new Map(
  Object.entries(PAIRS).map(([opener, closer]) => [opener.charCodeAt(0), closerAt(closer, 0)]),
);

/** A bracket or quotation mark without its partner in the paragraph. */
export const unbalanced: DraftRule = {
  id: 'text/unbalanced',
  summary: '括号、引号、书名号不成对',
  level: 'warning',
  certainty: '疑似',
  ground: '国标',
  local: true,
  scope: 'draft',
  reads: ['document', 'prose'],
  overlooks: hasSameStray,
  check(draft, _context, report) {
    const stray = strayMarks.of(draft);
    if (stray.length === 0) return;
    if (!mayBePaired(stray)) {
      for (const { line, fact } of stray)
        for (const { at, char } of fact)
          if (!hasStraightPartner(line, at, char)) reportStray(line, at, char, report);
      return;
    }
    const marks = { lines: textLines(draft), byStart: byStartOf(stray) };
    for (let i = 0; i < marks.lines.length; i++) {
      const line = marks.lines[i] as TextLine;
      for (const { at, char } of strayIn(line, marks))
        if (!hasStraightPartner(line, at, char) && !hasPartnerNear(i, char, marks))
          reportStray(line, at, char, report);
    }
  },
};

/** Whether a partner of one of them stands alone, too: otherwise no line but their own need be gone through. */
function mayBePaired(stray: readonly LineFact<readonly Stray[]>[]): boolean {
  const alone = new Set(stray.flatMap(({ fact }) => fact.map(({ char }) => char)));
  return [...alone].some((char) => alone.has(CLOSERS.has(char) ? openerOf(char) : (PAIRS[char] as string)));
}

/** The lines of a draft, and by where each begins the marks that stand alone in it. */
interface StrayMarks {
  readonly lines: readonly TextLine[];
  readonly byStart: ReadonlyMap<number, readonly Stray[]>;
}

function byStartOf(stray: readonly LineFact<readonly Stray[]>[]): ReadonlyMap<number, readonly Stray[]> {
  const byStart = new Map<number, readonly Stray[]>();
  for (const { line, fact } of stray) byStart.set(line.range.start, fact);
  return byStart;
}

function strayIn({ range }: TextLine, { byStart }: StrayMarks): readonly Stray[] {
  return byStart.get(range.start) ?? NONE;
}

/** A quotation may run over several paragraphs, and a title over several lines: their partner is nearby. */
function hasPartnerNear(index: number, char: string, marks: StrayMarks): boolean {
  const { lines } = marks;
  const closes = CLOSERS.has(char);
  const wanted = closes ? openerOf(char) : (PAIRS[char] as string);
  const near = closes ? lines.slice(Math.max(0, index - 4), index) : lines.slice(index + 1, index + 5);
  return near.some((line) => strayIn(line, marks).some((found) => found.char === wanted));
}

/** Whether an edit of a line without straight quotes leaves the same marks alone in it. */
function hasSameStray(edit: PlainEdit): boolean {
  const { before, after } = edit;
  if (before.text.includes('"') || after.text.includes('"')) return false;
  return areMoved(strayOf(before), strayOf(after), edit, (was, is) => was.char === is.char);
}

/** In the prose of a passage, as it is checked: without indentation, and without what is masked. */
function strayOf({ draft, range }: Passage): { readonly char: string; readonly range: Range }[] {
  const prose = proseOn(draft, draft.lines.lineAt(range.start)).filter((line) => contains(range, line.range));
  return prose.flatMap(({ text, range: { start } }) =>
    findStray(text).map(({ at, char }) => ({ char, range: { start: start + at, end: start + at + 1 } })),
  );
}

/** A pair of which the other mark is a straight one is one fault: the straight mark, which has a rule of its own. */
function hasStraightPartner(line: TextLine, at: number, char: string): boolean {
  if (char === '“') return /^[^“”"]*"/.test(line.text.slice(at + 1));
  return char === '”' && /"[^“”"]*$/.test(line.text.slice(0, at));
}

function openerOf(closer: string): string {
  return Object.keys(PAIRS).find((opener) => PAIRS[opener] === closer) as string;
}

function reportStray(line: TextLine, at: number, char: string, report: Report): void {
  const range: Range = { start: line.range.start + at, end: line.range.start + at + 1 };
  const partner = CLOSERS.has(char)
    ? t('前面没有与之配对的“{0}”', openerOf(char))
    : t('后面没有与之配对的“{0}”', PAIRS[char] ?? '');
  report({ range, message: t('“{0}”不成对：{1}', char, partner) });
}

interface Stray {
  readonly at: number;
  readonly char: string;
}

const NONE: readonly Stray[] = [];

const strayMarks = new LineFacts((line) => {
  // Half of the lines of a plan and nearly all cells hold no mark.
  const stray = line.holds(MARKS) ? findStray(line.text) : NONE;
  return stray.length === 0 ? undefined : stray;
});

/** Marks are kept as offsets: nearly all have their partners, and nobody asks which ones those are. */
function findStray(text: string): readonly Stray[] {
  const open: number[] = [];
  const stray: number[] = [];
  const { length } = text;
  for (let at = MARKS.find(text, 0, length); at < length; at = MARKS.find(text, at + 1, length)) {
    if (OPENING.has(text, at)) open.push(at);
    else close(open, stray, at, text);
  }
  if (stray.length + open.length === 0) return NONE;
  return [...stray, ...open].sort((a, b) => a - b).map((at) => ({ at, char: text.charAt(at) }));
}

function close(open: number[], stray: number[], at: number, text: string): void {
  const closer = closerAt(text, at);
  let position = open.length - 1;
  while (position >= 0 && CLOSER_OF.get(text.charCodeAt(open[position] as number)) !== closer) position--;
  if (position < 0) {
    if (!isPointMarker(text, at)) stray.push(at);
    return;
  }
  for (let inner = position + 1; inner < open.length; inner++) stray.push(open[inner] as number);
  open.length = position;
}

/** Half- and full-width brackets close each other: their mixture is another rule's matter. */
function closerAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code === HALF_WIDTH ? FULL_WIDTH : code;
}

/** `1）` `①）` `a)` count points; they have no opener. */
function isPointMarker(text: string, at: number): boolean {
  if (!/[）)]/.test(text.charAt(at))) return false;
  return (
    /(?:^|[，。；：、\s])[0-9a-zA-Z一二三四五六七八九十①-⑳]{1,2}$/.test(
      text.slice(Math.max(0, at - 4), at),
    ) || at <= 2
  );
}
