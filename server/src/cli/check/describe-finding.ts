import type { LineTable } from '../../dialect/lines';
import type { Draft } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import { safeFix } from '../../rules/repair';
import type { Diagnostic, Fix, RelatedPlace } from '../../rules/rule';
import type { Excerpt, FindingReport, FixReport, PlaceRange, RelatedReport } from './file-report';

export function describeFinding(draft: Draft, diagnostic: Diagnostic): FindingReport {
  const { rule, level, message, range, fixes = [], related = [] } = diagnostic;
  return {
    rule,
    level,
    message,
    range: toPlaces(draft.lines, range),
    fixable: safeFix(diagnostic).length > 0,
    excerpt: excerptOf(draft, range),
    related: related.map((place) => describeRelated(draft, place)),
    fix: fixes[0] && describeFix(draft, fixes[0]),
  };
}

export function toPlaces(lines: LineTable, { start, end }: Range): PlaceRange {
  const place = (offset: number): PlaceRange['start'] => ({
    line: lines.lineAt(offset),
    column: lines.columnAt(offset),
  });
  return { start: place(start), end: place(end) };
}

/** A place in another document has offsets into a text that is not at hand: only its document is told. */
function describeRelated(draft: Draft, { range, message, uri }: RelatedPlace): RelatedReport {
  return { uri, message, range: uri === undefined ? toPlaces(draft.lines, range) : undefined };
}

function describeFix(draft: Draft, { title, edits }: Fix): FixReport {
  return {
    title,
    edits: edits.map(({ range, newText }) => ({ range: toPlaces(draft.lines, range), newText })),
  };
}

const CONTEXT = 24;
const LONGEST = 48;

function excerptOf({ text, lines }: Draft, { start, end }: Range): Excerpt {
  const line = lines.rangeOf(lines.lineAt(start));
  const last = Math.max(start, Math.min(end, line.end));
  return {
    before: keepEnd(text.slice(line.start, start).trimStart(), CONTEXT),
    marked: keepBoth(text.slice(start, last), LONGEST),
    after: keepStart(text.slice(last, line.end), CONTEXT),
  };
}

function keepEnd(text: string, length: number): string {
  const characters = [...text.slice(-2 * length)];
  return text.length <= length ? text : `…${characters.slice(-length).join('')}`;
}

function keepStart(text: string, length: number): string {
  const characters = [...text.slice(0, 2 * length)];
  return text.length <= length ? text : `${characters.slice(0, length).join('')}…`;
}

function keepBoth(text: string, length: number): string {
  return text.length <= length ? text : `${keepStart(text, length / 2)}${keepEnd(text, length / 2).slice(1)}`;
}
