import { locate } from './imprint';
import { parseChineseNumeral, toHalfWidthDigits } from './numerals';
import type { ListedAttachment, Located } from './model';
import { resolveMarkers, type MarkerLine } from './resolve-markers';
import type { SourceLine } from './source-line';

/** A line that begins with 附件: the label of an attachment, or the list of them. */
export interface AttachmentLabel {
  readonly index: number;
  readonly label: Located;
  readonly number: number | undefined;
  readonly hasColon: boolean;
  /** The title on the same line. */
  readonly rest: Located | undefined;
}

const LABEL =
  /^(附[ \t\u3000]*[件表][ \t\u3000]*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?)[ \t\u3000]*([:：]?)[ \t\u3000]*/;
const LIST_LABEL = /^附[ \t\u3000]*[:：]/;

export function readAttachmentLabel(line: SourceLine): AttachmentLabel | undefined {
  if (!line.text.startsWith('附')) return undefined;
  const text = withoutBar(line.text);
  const match = LABEL.exec(text) ?? LIST_LABEL.exec(text);
  if (match === null || text.length > 80 || isSentence(text, match[3] !== '')) return undefined;
  const [whole, label = '附', numeral, colon = '：'] = match;
  const rest = text.length > whole.length ? locate(line, whole.length, text.length) : undefined;
  // 附件中…, 附表所列… run on as a sentence.
  if (rest !== undefined && numeral === undefined && colon === '') return undefined;
  const number = numeral === undefined ? undefined : readNumber(numeral);
  return {
    index: line.index,
    label: locate(line, 0, label.trimEnd().length),
    number,
    hasColon: colon !== '',
    rest,
  };
}

/** A page that sets the label in a table of its own leaves the bar behind it: 附件2 |. */
function withoutBar(text: string): string {
  return /[|｜]$/.test(text) && !/[|｜]/.test(text.slice(0, -1)) ? text.slice(0, -1).trimEnd() : text;
}

/** A name of 附件说明 may end with a mark that does not belong there; a sentence has one within, or no colon. */
function isSentence(text: string, hasColon: boolean): boolean {
  return /[。；]/.test(hasColon ? text.slice(0, -1) : text);
}

function readNumber(numeral: string): number | undefined {
  return parseChineseNumeral(numeral) ?? (Number(toHalfWidthDigits(numeral)) || undefined);
}

export interface AttachmentList {
  readonly first: number;
  /** Index after its last line. */
  readonly end: number;
  readonly entries: readonly ListedAttachment[];
}

/** Reads 附件说明 that begins on a labelled line: `附件：1．…` and the lines that count on. */
export function readAttachmentList(
  lines: readonly SourceLine[],
  label: AttachmentLabel,
): AttachmentList | undefined {
  if (!label.hasColon) return undefined;
  return label.number === undefined ? readNumberedList(lines, label) : readLabelledList(lines, label);
}

function readNumberedList(lines: readonly SourceLine[], label: AttachmentLabel): AttachmentList | undefined {
  const first = lines[label.index] as SourceLine;
  const candidates: { line: MarkerLine; source: SourceLine }[] = [];
  if (label.rest !== undefined)
    candidates.push({ line: { text: label.rest.value, range: label.rest.range, indent: '' }, source: first });
  for (let i = label.index + 1; i < lines.length; i++) {
    const line = lines[i] as SourceLine;
    const gap = line.line - (lines[i - 1] as SourceLine).line;
    if (gap > 3 || line.text.length > 80 || !/^[(（]?[0-9０-９]/.test(line.text) || /。./.test(line.text))
      break;
    candidates.push({ line: { text: line.text, range: line.range, indent: line.indent }, source: line });
  }
  if (candidates.length === 0) return undefined;
  const markers = resolveMarkers(
    alignIndents(
      candidates.map(({ line }) => line),
      label.rest !== undefined,
    ),
  );
  const numbered = markers.filter((marker) => marker !== undefined).length;
  const entries = candidates.flatMap(({ line, source }, i): ListedAttachment[] => {
    const marker = markers[i];
    if (marker === undefined && (numbered > 0 || i > 0)) return [];
    const start = marker === undefined ? line.range.start : marker.lead.end;
    const range = { start, end: line.range.end };
    return [
      {
        number: marker?.number,
        title: line.text.slice(start - line.range.start),
        titleRange: range,
        marker,
        line: source.line,
      },
    ];
  });
  const last = candidates[numbered > 0 ? candidates.length - 1 : 0];
  return { first: label.index, end: (last?.source.index ?? label.index) + 1, entries };
}

/**
 * Lines below the first are set under it with spaces (附件说明 aligns the names), so indents tell nothing unless
 * most of the lines below do without.
 */
function alignIndents(lines: readonly MarkerLine[], firstOnLabel: boolean): readonly MarkerLine[] {
  const below = firstOnLabel ? lines.slice(1) : lines;
  const bare = below.filter((line) => line.indent === '').length;
  return bare >= 2 && bare * 2 > below.length ? lines : lines.map((line) => ({ ...line, indent: '' }));
}

/** `附件1：…` `附件2：…` one under the other, with nothing between them, is a list too. */
function readLabelledList(lines: readonly SourceLine[], label: AttachmentLabel): AttachmentList | undefined {
  const entries: ListedAttachment[] = [];
  let end = label.index;
  for (let i = label.index; i < lines.length; i++) {
    const next = readAttachmentLabel(lines[i] as SourceLine);
    if (next?.rest === undefined || next.number !== label.number! + entries.length) break;
    entries.push({
      number: next.number,
      title: next.rest.value,
      titleRange: next.rest.range,
      marker: undefined,
      line: (lines[i] as SourceLine).line,
    });
    end = i + 1;
  }
  return entries.length >= 2 ? { first: label.index, end, entries } : undefined;
}
