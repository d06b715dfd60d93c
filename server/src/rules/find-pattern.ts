import type { Draft } from '../dialect/model';
import { soughtPattern, type Keys } from '../dialect/pattern-search';
import { linesMatching } from '../dialect/text-lines';
import type { Range } from '../dialect/range';
import type { Finding, Report } from './rule';

export interface PatternMatch {
  /** In its line: `match.index` counts from there. */
  readonly match: RegExpExecArray;
  readonly range: Range;
}

/**
 * Finds every match of a global pattern in the draft's prose, ranges in the whole text. Most lines hold none of a
 * pattern's keys and are done with after one quick look.
 */
export function findPattern(draft: Draft, pattern: RegExp, keys: Keys): PatternMatch[] {
  return linesMatching(draft, soughtPattern(pattern, keys)).flatMap(({ line, matches }) =>
    matches.map((match) => {
      const start = line.range.start + match.index;
      return { match, range: { start, end: start + match[0].length } };
    }),
  );
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
