import { formatChineseNumeral, parseChineseNumeral, toHalfWidthDigits } from '../dialect/numerals';
import type { Located, Range } from '../dialect/range';

/** 第二部分, （三）, （3）, 第7项: one step of the way to an item. */
export interface PlaceStep {
  readonly kind: 'chapter' | 'section' | 'point' | 'item';
  readonly number: number;
}

/** An item of a plan, as a statement names it. */
export interface NamedPlace {
  /** The plan's name as written, 《》 excluded; undefined where the statement does not repeat or give it. */
  readonly plan: string | undefined;
  readonly steps: readonly PlaceStep[];
  /** The words that mean this place; the plan's name is in it where it stands directly before. */
  readonly range: Range;
}

const CHINESE = '[一二三四五六七八九十百]{1,5}';
const DIGITS = '[0-9０-９]{1,3}';
const NUMBER = `(?:${CHINESE}|${DIGITS})`;
const TO_NEXT = '\\s*(?:[、，,]|[—–～~至到-]{1,2})\\s*';
const PLAN = /(?:《(?<title>[^》]{2,60})》|(?<name>[^\s、，,；;。第（(《]{1,20}))/uy;
const STEP = new RegExp(
  [
    `第(?<chapter>${CHINESE}|${DIGITS})(?:部分|章)`,
    `第?[（(](?<section>${CHINESE})[）)](?:项|条|节|点|部分|个?任务)?`,
    `第?[（(](?<point>${DIGITS})[）)](?:项|条|点)?`,
    `第(?<items>${NUMBER}(?:${TO_NEXT}第?${NUMBER}){0,30})(?:项|条|点|款|个?任务)`,
  ].join('|'),
  'uy',
);
const BETWEEN = /(?:[\s、，,；;。和及与的中]|以及)+/uy;
/** Items of one range (第3—9项) are written out; longer ranges are no statement of what is carried out. */
const LONGEST_RANGE = 60;

/** Reads 市要点第二部分（三）第7项、第9项，省要点第3、5—7项: every item once, in the order written. */
export function readPlaces({ value, range: { start } }: Located): NamedPlace[] {
  const places: NamedPlace[] = [];
  let plan: string | undefined;
  let position = 0;
  while (position < value.length) {
    position += matchAt(BETWEEN, value, position)?.[0].length ?? 0;
    const name = matchAt(PLAN, value, position);
    const way = readWay(value, position + (name?.[0].length ?? 0));
    if (way.places.length > 0 && name) plan = (name.groups?.title ?? name.groups?.name)?.trim();
    for (const [index, { steps, span }] of way.places.entries()) {
      const from = index === 0 ? position : span.start;
      places.push({ plan, steps, range: { start: start + from, end: start + span.end } });
    }
    // Words that name no place are passed over: what follows them may.
    position = Math.max(way.end, position + 1);
  }
  return places;
}

interface Way {
  readonly end: number;
  readonly places: readonly { readonly steps: readonly PlaceStep[]; readonly span: Range }[];
}

/** The steps that follow one another without anything between; a list of items at the end makes several places. */
function readWay(text: string, start: number): Way {
  const steps: PlaceStep[] = [];
  let end = start;
  for (let match = matchAt(STEP, text, end); match; match = matchAt(STEP, text, end)) {
    const { chapter, section, point, items } = match.groups ?? {};
    const at = end;
    end += match[0].length;
    if (items !== undefined) {
      const numbers = readNumbers(items, at + 1);
      const last = numbers.length - 1;
      const places = numbers.map(({ number, span }, index) => ({
        steps: [...steps, { kind: 'item' as const, number }],
        span: { start: index === 0 ? start : span.start, end: index === last ? end : span.end },
      }));
      // Points below a single item: 第7项（2）.
      const below = numbers.length === 1 ? matchAt(STEP, text, end)?.groups?.point : undefined;
      if (below === undefined) return { end, places };
      steps.push({ kind: 'item', number: (numbers[0] as { number: number }).number });
    } else {
      const number = numberOf(chapter ?? section ?? point ?? '');
      if (number === undefined) break;
      const kind = chapter !== undefined ? 'chapter' : section !== undefined ? 'section' : 'point';
      steps.push({ kind, number });
    }
  }
  return { end, places: steps.length === 0 ? [] : [{ steps, span: { start, end } }] };
}

/** 3、5—7: each number with where it is written; the inner ones of a range at its end. */
function readNumbers(list: string, offset: number): { readonly number: number; readonly span: Range }[] {
  const found: { number: number; span: Range }[] = [];
  for (const match of list.matchAll(
    new RegExp(`(?<dash>[—–～~至到-]+\\s*)?第?(?<digits>${CHINESE}|${DIGITS})`, 'gu'),
  )) {
    const number = numberOf(match.groups?.digits ?? '');
    if (number === undefined) continue;
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    const first = match.groups?.dash === undefined ? number : (found.at(-1)?.number ?? number - 1) + 1;
    const from = number - first < LONGEST_RANGE ? first : number;
    for (let each = from; each <= number; each++) found.push({ number: each, span });
  }
  return found;
}

function numberOf(written: string): number | undefined {
  return /^[0-9０-９]/u.test(written) ? Number(toHalfWidthDigits(written)) : parseChineseNumeral(written);
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

/** 第二部分（三）第7项. */
export function formatSteps(steps: readonly PlaceStep[]): string {
  return steps.map(formatStep).join('');
}

function formatStep({ kind, number }: PlaceStep): string {
  switch (kind) {
    case 'chapter':
      return `第${formatChineseNumeral(number)}部分`;
    case 'section':
      return `（${formatChineseNumeral(number)}）`;
    case 'point':
      return `（${number}）`;
    case 'item':
      return `第${number}项`;
  }
}
