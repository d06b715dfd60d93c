import type { Draft } from '../dialect/model';
import { keyWord } from '../dialect/key-words';
import { linesMatching, soughtPattern, type Prose } from '../dialect/text-lines';
import type { Range } from '../dialect/range';
import type { Finding, Report } from './rule';

export interface PatternMatch {
  /** In its line: `match.index` counts from there. */
  readonly match: RegExpExecArray;
  readonly range: Range;
}

/** What a text must hold for a pattern to be looked for in it: one of these characters or words. */
export type Keys = readonly string[] | ((text: string) => boolean);

/**
 * Finds every match of a global pattern in the draft's prose, ranges in the whole text. Most lines hold none of a
 * pattern's keys and are done with after one quick look.
 */
export function findPattern(draft: Draft, pattern: RegExp, keys: Keys = always): PatternMatch[] {
  const sought = soughtPattern(pattern, () => quickLook(keys));
  const found: PatternMatch[] = [];
  for (const { prose, range } of linesMatching(draft, sought)) {
    for (const match of prose.matches(sought)) {
      const start = range.start + match.index;
      found.push({ match, range: { start, end: start + match[0].length } });
    }
  }
  return found;
}

const always = (): boolean => true;

function quickLook(keys: Keys): (prose: Prose) => boolean {
  if (typeof keys === 'function') return ({ text }) => keys(text);
  const words = keys.map(keyWord);
  return (prose) => prose.holds(words);
}

/** Reports one finding for all places of one kind, at the first of them, with one fix for all. */
export function reportOnce(
  report: Report,
  places: readonly { readonly range: Range; readonly newText: string }[],
  finding: Omit<Finding, 'range' | 'fixes'> & { readonly fixTitle: string },
): void {
  const first = places[0];
  if (first === undefined) return;
  const { fixTitle, ...rest } = finding;
  report({
    ...rest,
    range: first.range,
    places: places.map(({ range }) => range),
    fixes: [{ title: fixTitle, edits: places, safe: true }],
  });
}
