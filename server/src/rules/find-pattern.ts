import type { Draft } from '../dialect/model';
import { textLines } from '../dialect/text-lines';
import type { Range } from '../dialect/range';
import type { Finding, Report } from './rule';

export interface PatternMatch {
  readonly match: RegExpExecArray;
  readonly range: Range;
}

/** Finds every match of a global pattern in the draft's prose, ranges in the whole text. */
export function* findPattern(draft: Draft, pattern: RegExp): Generator<PatternMatch> {
  for (const line of textLines(draft)) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(line.text); match !== null; match = pattern.exec(line.text)) {
      const start = line.range.start + match.index;
      yield { match, range: { start, end: start + match[0].length } };
      if (match[0] === '') pattern.lastIndex++;
    }
  }
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
