import { LineFacts, type LineFact } from './line-facts';
import type { Draft } from './model';
import { patternsSought, type Hit, type SoughtPattern } from './pattern-search';
import type { TextLine } from './text-lines';
import { PerDraft } from './reread/per-draft';

/** Where a pattern matches: a line, and the matches in it. */
export interface MatchedLine {
  readonly line: TextLine;
  readonly matches: readonly RegExpExecArray[];
}

/** One pass over the lines for all patterns: a pass for each took longer than all that was done with what they found. */
const hits = new LineFacts((line) => {
  const found = line.found();
  return found.length === 0 ? undefined : found;
}, patternsSought);

/** What was found in a draft, its lines by the number of the pattern. */
interface Index {
  found?: readonly LineFact<readonly Hit[]>[];
  lines: readonly MatchedLine[][];
}

const indexes = new PerDraft((): Index => ({ lines: [] }));

/** The lines of a draft that a pattern matches, in document order. */
export function linesMatching(draft: Draft, sought: SoughtPattern): readonly MatchedLine[] {
  const found = hits.of(draft);
  const index = indexes.of(draft);
  if (index.found !== found) Object.assign(index, { found, lines: indexByPattern(found) });
  return index.lines[sought.number] ?? [];
}

function indexByPattern(found: readonly LineFact<readonly Hit[]>[]): MatchedLine[][] {
  const lines: MatchedLine[][] = [];
  for (const { line, fact } of found)
    for (const { sought, matches } of fact) (lines[sought.number] ??= []).push({ line, matches });
  return lines;
}
