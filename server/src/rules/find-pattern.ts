import type { Draft } from '../dialect/model';
import type { SoughtPattern } from '../dialect/pattern-search';
import { areMoved, standsBeside } from '../dialect/draft-change';
import type { Passage } from '../dialect/plain-edit';
import { linesMatching } from '../dialect/matched-lines';
import { proseOn } from '../dialect/text-lines';
import type { Range } from '../dialect/range';
import type { DraftRule, Finding, Report } from './rule';

export interface PatternMatch {
  /** In its line: `match.index` counts from there. */
  readonly match: RegExpExecArray;
  readonly range: Range;
}

/**
 * Finds every match of a global pattern in the draft's prose, ranges in the whole text. Most lines hold none of a
 * pattern's keys and are done with after one quick look.
 */
export function findPattern(draft: Draft, sought: SoughtPattern): PatternMatch[] {
  const found: PatternMatch[] = [];
  for (const { line, matches } of linesMatching(draft, sought)) {
    for (const match of matches) {
      const start = line.range.start + match.index;
      found.push({ match, range: { start, end: start + match[0].length } });
    }
  }
  return found;
}

/** What a rule overlooks that sees nothing but matches and a few characters around them: edits that leave these alone. */
export function overlooksAllBut(...sought: readonly SoughtPattern[]): NonNullable<DraftRule['overlooks']> {
  return (edit) =>
    areMoved(
      matchesOn(edit.before, sought),
      matchesOn(edit.after, sought),
      edit,
      (was, is) => was.text === is.text && was.sought === is.sought && !standsBeside(edit, was.range),
    );
}

/** In all cells of a row: what is told of a match may look into the next one. */
function matchesOn(
  { draft, range: { start } }: Passage,
  patterns: readonly SoughtPattern[],
): { readonly sought: SoughtPattern; readonly text: string; readonly range: Range }[] {
  return proseOn(draft, draft.lines.lineAt(start)).flatMap((line) =>
    line.found().flatMap(({ sought, matches }) =>
      (patterns.includes(sought) ? matches : []).map(({ 0: text, index }) => {
        const from = line.range.start + index;
        return { sought, text, range: { start: from, end: from + text.length } };
      }),
    ),
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
