import { parseChineseNumeral, formatChineseNumeral } from '../../dialect/numerals';
import { areMoved } from '../../dialect/draft-change';
import type { Passage, PlainEdit } from '../../dialect/plain-edit';
import { linesMatching } from '../../dialect/matched-lines';
import { soughtPattern } from '../../dialect/pattern-search';
import { sequenceFaults } from '../../dialect/sequence-faults';
import { readHeading } from '../../dialect/structure';
import type { Draft, Paragraph } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import { itemsRead, paragraphIn } from '../../dialect/reread/reread-draft';
import type { DraftRule, Finding, Report } from '../rule';
import { textCharacters } from '../text-characters';
import { t } from '../../localise';

/**
 * A number left out or used twice in 一是…；二是…；四是…, within a paragraph or at the beginnings of neighbouring ones.
 * Silent unless the sequence is plainly one: a single 一是, at least three members, one slip.
 */
export const spokenOrdinal: DraftRule = {
  id: 'numbering/spoken-ordinal',
  summary: '“一是、二是”的序数有缺漏或重复',
  level: 'info',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  reads: ['structure', 'prose'],
  overlooks: hasSameOrdinals,
  check(draft, _context, report) {
    if (linesMatching(draft, MARK).length === 0) return;
    checkParagraphs(draft, draft.preamble, report);
    for (const read of itemsRead(draft)) {
      const { item, draft: of } = read;
      if (!item.paragraphs.some(({ range }) => mayHoldOrdinal(of.text, range))) continue;
      const paragraphs = item.paragraphs.map((paragraph) => paragraphIn(draft, read, paragraph));
      checkParagraphs(draft, paragraphs, report);
    }
  },
};

/** Of one item, or before the first. */
function checkParagraphs(draft: Draft, paragraphs: readonly Paragraph[], report: Report): void {
  const inside = paragraphs.map((paragraph) => ordinalsIn(draft, paragraph));
  for (const sequence of [...inside, ...openings(paragraphs, inside)]) {
    const finding = checkSequence(sequence);
    if (finding !== undefined) report(finding);
  }
}

function hasSameOrdinals(edit: PlainEdit): boolean {
  const [was, is] = [ordinalsOnLine(edit.before), ordinalsOnLine(edit.after)];
  // Where the title ends elsewhere, what it holds is no part of the paragraph any more, or one now.
  if (edit.kind === 'title') return was.length === 0 && is.length === 0;
  return areMoved(was, is, edit, (one, other) => one.number === other.number && one.word === other.word);
}

/** Those of the whole line, and those of the text behind its title: what that begins with stands behind no mark. */
function ordinalsOnLine({ draft, text, range: { start, end } }: Passage): Ordinal[] {
  const behindTitle = { start: start + readHeading(text).runInStart, end };
  return [...ordinalsIn(draft, { range: { start, end } }), ...ordinalsIn(draft, { range: behindTitle })];
}

interface Ordinal {
  readonly number: number;
  /** 是 or 要. */
  readonly word: string;
  readonly range: Range;
}

/** At the beginning of a clause: 一是, 二要. */
const ORDINAL = /(?<=^|[。；;：:，,、！？!?\s])([一二三四五六七八九十]{1,2})(是|要)/g;
/** Fewer members do not make sure that it is one sequence. */
const MEMBERS = 3;

function ordinalsIn({ text }: Draft, { range }: Pick<Paragraph, 'range'>): Ordinal[] {
  return readOrdinals(text.slice(range.start, range.end)).map(({ number, word, range: { start, end } }) => ({
    number,
    word,
    range: { start: range.start + start, end: range.start + end },
  }));
}

/** Ranges within the text. */
function readOrdinals(text: string): readonly Ordinal[] {
  return [...text.matchAll(ORDINAL)].flatMap((match) => {
    const number = parseChineseNumeral(match[1] ?? '');
    const end = match.index + match[0].length;
    return number === undefined ? [] : [{ number, word: match[2] ?? '', range: { start: match.index, end } }];
  });
}

const NUMERALS = '一二三四五六七八九十';
/** Found by the one search for all patterns: most plans count so nowhere. */
const MARK = soughtPattern(
  /[一二三四五六七八九十][是要]/g,
  Array.from(NUMERALS, (numeral) => [`${numeral}是`, `${numeral}要`]).flat(),
);
const NUMERAL = textCharacters.define(NUMERALS);
const ENDS_ORDINAL = textCharacters.define('是要');

/** Nearly no paragraph does: this look takes less than to look behind each character. */
function mayHoldOrdinal(text: string, { start, end }: Range): boolean {
  for (let at = NUMERAL.find(text, start, end); at < end; at = NUMERAL.find(text, at + 1, end))
    if (ENDS_ORDINAL.has(text, at + 1)) return true;
  return false;
}

/** The sequences that neighbouring paragraphs begin with, each of which holds no other ordinal. */
function openings(paragraphs: readonly Paragraph[], inside: readonly Ordinal[][]): Ordinal[][] {
  const sequences: Ordinal[][] = [];
  let open: Ordinal[] | undefined;
  inside.forEach((ordinals, index) => {
    const [first] = ordinals;
    const begins = ordinals.length === 1 && first?.range.start === paragraphs[index]?.range.start;
    if (first === undefined || !begins) open = undefined;
    else if (open === undefined || first.number === 1) sequences.push((open = [first]));
    else open.push(first);
  });
  return sequences;
}

function checkSequence(ordinals: readonly Ordinal[]): Finding | undefined {
  const numbers = ordinals.map(({ number }) => number);
  const plain =
    numbers[0] === 1 && numbers.lastIndexOf(1) === 0 && new Set(ordinals.map(({ word }) => word)).size === 1;
  if (!plain || ordinals.length < MEMBERS) return undefined;
  const faults = sequenceFaults(numbers);
  const [fault] = faults;
  const ordinal = fault === undefined ? undefined : ordinals[fault.index];
  if (faults.length !== 1 || fault === undefined || ordinal === undefined || fault.kind === 'out-of-order')
    return undefined;
  const written = `${formatChineseNumeral(ordinal.number)}${ordinal.word}`;
  const missing = `${formatChineseNumeral(ordinal.number - 1)}${ordinal.word}`;
  return {
    range: ordinal.range,
    message:
      fault.kind === 'gap'
        ? t('“{0}”之前没有“{1}”，请核对', written, missing)
        : t('“{0}”用了两次，请核对', written),
    fixes: [{ title: t('按顺序改写以下序数'), edits: renumber(ordinals), safe: false }],
  };
}

function renumber(ordinals: readonly Ordinal[]): { range: Range; newText: string }[] {
  return ordinals.flatMap(({ number, word, range }, index) =>
    number === index + 1 ? [] : [{ range, newText: `${formatChineseNumeral(index + 1)}${word}` }],
  );
}
