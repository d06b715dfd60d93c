import type { Located } from '../dialect/range';
import { moveLocated } from '../dialect/move-fields';
import { remember } from '../dialect/remember';
import { sharedEnd, sharedStart } from '../dialect/shared-ends';

/** Two phrases alike but for a few characters. */
export interface Difference {
  readonly a: Located;
  readonly b: Located;
  /** What the few characters are: numbers, words of time, or others. */
  readonly kind: 'number' | 'time' | 'wording';
}

/** A phrase shorter than this is like others by chance. */
const shortest = 8;
/** So many characters may differ, and so many must agree before them. */
const mayDiffer = 5;
const mustAgreeBefore = 4;

/**
 * Phrases of one text that stand in another with a small difference in the middle: 落实半年述职报告制度 and
 * 落实定期述职报告制度. Phrases that stand in the other text as they are agree.
 */
export function differingPhrases(a: Located, b: Located): Difference[] {
  const missing = splitPhrases(a.value).filter(
    ({ value }) => value.length >= shortest && !b.value.includes(value),
  );
  if (missing.length === 0) return [];
  const others = splitPhrases(b.value);
  return missing.flatMap((phrase) => {
    const alike = others.filter((other) => mayBeAlike(phrase.value, other.value));
    const found = alike.flatMap((other) => compare(phrase, other) ?? []);
    // Like several phrases it is like none in particular.
    return found.length === 1 ? found.map((difference) => placed(difference, a, b)) : [];
  });
}

function placed({ a, b, kind }: Difference, inA: Located, inB: Located): Difference {
  return { a: moveLocated(a, inA.range.start), b: moveLocated(b, inB.range.start), kind };
}

/** Nearly every two phrases are told apart by a look at their lengths and ends. */
function mayBeAlike(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > mayDiffer) return false;
  return a.charCodeAt(0) === b.charCodeAt(0) || a.charCodeAt(a.length - 1) === b.charCodeAt(b.length - 1);
}

/** Ranges within the text. */
const splitPhrases = remember((text): readonly Located[] =>
  [...text.matchAll(/[^，。；：、！？\n\r,;:]+/g)].map(({ 0: phrase, index }) => {
    const start = index + phrase.length - phrase.trimStart().length;
    return { value: phrase.trim(), range: { start, end: index + phrase.trimEnd().length } };
  }),
);

function compare(a: Located, b: Located): Difference | undefined {
  const before = commonStart(a.value, b.value);
  const after = sharedEnd(a.value, b.value, Math.min(a.value.length, b.value.length) - before);
  const middles = [
    a.value.slice(before, a.value.length - after),
    b.value.slice(before, b.value.length - after),
  ];
  const [left, right] = middles as [string, string];
  if (left.length > mayDiffer || right.length > mayDiffer) return undefined;
  if (before + after < 0.6 * Math.max(a.value.length, b.value.length)) return undefined;
  if (isFiller(left) && isFiller(right)) return undefined;
  const kind = kindOf(left, right);
  if (kind === 'wording' && (before < mustAgreeBefore || after < 2)) return undefined;
  return { a, b, kind };
}

function kindOf(left: string, right: string): Difference['kind'] {
  if (/\d/.test(left) && /\d/.test(right)) return 'number';
  if (isTime(left) && isTime(right)) return 'time';
  return 'wording';
}

/** Words whose presence changes nothing. */
function isFiller(text: string): boolean {
  return /^(?:进行|的|了|工作|相关|有关|开展|等|和|及|与|、|全县|全市|全区|我县|我市|本)*$/.test(text);
}

function isTime(text: string): boolean {
  return /定期|不定期|[每半全][日周月季年度]|[日周月季年]度|汛前|年底|年内|季度|半年|适时|常态/.test(text);
}

function commonStart(a: string, b: string): number {
  let length = sharedStart(a, b);
  // A number that begins alike differs as a whole.
  while (length > 0 && /\d/.test(a[length - 1] as string) && /\d/.test((a[length] ?? '') + (b[length] ?? '')))
    length--;
  return length;
}
