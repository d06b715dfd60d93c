import type { LineTable } from '../dialect/lines';
import type { Draft } from '../dialect/model';
import { quotePlace } from '../dialect/quote-place';
import type { Range } from '../dialect/range';
import { safeFix } from '../rules/repair';
import type { Diagnostic, Fix, RelatedPlace } from '../rules/rule';
import type { Excerpt, FindingReport, FixReport, PlaceRange, RelatedReport } from './file-report';

/** Another draft of the same run. */
export interface Sibling {
  readonly uri: string;
  readonly path: string;
  readonly draft: Draft;
}

/** `brief` leaves out what only pages and machines that repair show: the place as people quote it, and the repair. */
export type Detail = 'full' | 'brief';

export function describeFinding(
  draft: Draft,
  diagnostic: Diagnostic,
  siblings: readonly Sibling[] = [],
  detail: Detail = 'full',
): FindingReport {
  const { rule, level, message, range, fixes = [], related = [] } = diagnostic;
  return {
    rule,
    level,
    message,
    range: toPlaces(draft.lines, range),
    place: detail === 'full' ? quotePlace(draft, range.start) : '',
    fixable: safeFix(diagnostic).length > 0,
    excerpt: excerptOf(draft, range),
    related: related.map((place) => describeRelated(draft, place, siblings)),
    fix: detail === 'full' ? fixes[0] && describeFix(draft, fixes[0]) : undefined,
  };
}

export function toPlaces(lines: LineTable, { start, end }: Range): PlaceRange {
  const place = (offset: number): PlaceRange['start'] => ({
    line: lines.lineAt(offset),
    column: lines.columnAt(offset),
  });
  return { start: place(start), end: place(end) };
}

/** Of a place in a document whose text is not at hand (a registry) only the document is told. */
function describeRelated(
  draft: Draft,
  { range, message, uri }: RelatedPlace,
  siblings: readonly Sibling[],
): RelatedReport {
  if (uri === undefined) return { path: undefined, message, range: toPlaces(draft.lines, range) };
  const sibling = siblings.find((candidate) => candidate.uri === uri);
  if (!sibling) return { path: uri, message, range: undefined };
  return { path: sibling.path, message, range: toPlaces(sibling.draft.lines, range) };
}

function describeFix(draft: Draft, { title, edits }: Fix): FixReport {
  return {
    title,
    edits: edits.map(({ range, newText }) => ({ range: toPlaces(draft.lines, range), newText })),
  };
}

const CONTEXT = 24;
const LONGEST = 48;

export function excerptOf({ text, lines }: Draft, { start, end }: Range): Excerpt {
  const line = lines.rangeOf(lines.lineAt(start));
  const last = Math.max(start, Math.min(end, line.end));
  return {
    before: keepEnd(text.slice(line.start, start).trimStart(), CONTEXT),
    marked: keepBoth(text.slice(start, last), LONGEST),
    after: keepStart(text.slice(last, line.end), CONTEXT),
  };
}

function keepEnd(text: string, length: number): string {
  return text.length <= length ? text : `…${[...text.slice(-2 * length)].slice(-length).join('')}`;
}

function keepStart(text: string, length: number): string {
  return text.length <= length ? text : `${[...text.slice(0, 2 * length)].slice(0, length).join('')}…`;
}

function keepBoth(text: string, length: number): string {
  return text.length <= length ? text : `${keepStart(text, length / 2)}${keepEnd(text, length / 2).slice(1)}`;
}
