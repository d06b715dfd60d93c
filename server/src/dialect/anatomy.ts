import {
  readAttachmentLabel,
  readAttachmentList,
  type AttachmentLabel,
  type AttachmentList,
} from './attachments';
import { findClosing, findLateClosing } from './closing';
import { isTaskTableHeader } from './columns';
import { opensFlattenedTable } from './flattened-table';
import { isHeaderWord } from './header-words';
import { endsPage } from './furniture';
import { findAddressees, findNoticeTitle, findPlanTitle, HEAD_LINES, isParagraph } from './head-titles';
import type { Imprint } from './imprint';
import { readMarkerShape } from './marker-shape';
import { findNoticeItems } from './notice-items';
import { findOwnHead } from './own-head';
import { isStrongMarker, type SourceLine, type Span } from './source-line';
import { opensPlainTable } from './unnumbered-plain';
import { isDateLine, isNote } from './titles';

/**
 * Where the parts of a document stand, by index into its source lines. Published text has everything in one stream:
 * page furniture, the notice, the plan, its attachments, the imprint, the page's foot.
 */
export interface Anatomy {
  /** The notice's title, last line included; undefined where there is no notice or the page lost its title. */
  readonly noticeTitle: Span | undefined;
  /** The first line of the notice after its title; undefined where there is no notice. */
  readonly noticeStart: number | undefined;
  /** The plan's title; undefined where the text has none. */
  readonly planTitle: Span | undefined;
  /** Where the notice ends: the plan's title or, without one, its body. */
  readonly noticeEnd: number;
  readonly body: Span;
  /** Signature lines after the body, before attachments. */
  readonly closing: Span;
  /** Whether the body is what a notice asks of those to whom it issues the plan, and no plan. */
  readonly onlyAsks: boolean;
  readonly list: AttachmentList | undefined;
  /** 附件说明 that stands in the notice. */
  readonly noticeList: AttachmentList | undefined;
  /** Right above the plan's title: the plan is an attachment of its notice. */
  readonly planLabel: AttachmentLabel | undefined;
  readonly attachments: readonly { readonly label: AttachmentLabel; readonly span: Span }[];
  /** Where the page's own foot begins. */
  readonly pageEnd: number;
}

export function readAnatomy(lines: readonly SourceLine[], imprint: Imprint): Anatomy {
  const noticeTitle = findNoticeTitle(lines);
  const noticeStart = noticeTitle === undefined ? findAddressees(lines) : noticeTitle.end + 1;
  const planTitle = findPlanTitle(lines, noticeStart, imprint);
  const head = noticeStart === undefined ? findOwnHead(lines, planTitle) : undefined;
  const own = planTitle === undefined ? findNoticeItems(lines, noticeStart) : undefined;
  const bodyStart =
    head?.end ?? planTitle?.end ?? own?.span.start ?? findBodyWithoutTitle(lines, noticeStart);
  const firstItem = lines.findIndex((line) => line.index >= bodyStart && isStrongMarker(line));
  const pageEnd = findPageEnd(lines, firstItem < 0 ? bodyStart : firstItem, imprint);
  const labels = findLabels(lines, bodyStart, pageEnd, imprint);
  const tail = readTail(lines, labels, pageEnd);
  const after = firstItem < 0 ? bodyStart : firstItem;
  const contentEnd = Math.min(
    tail.list?.first ?? pageEnd,
    tail.attachments[0]?.label.index ?? pageEnd,
    findFlatHeader(lines, after, pageEnd),
    firstAfter(imprint.lines, after) ?? pageEnd,
  );
  const closing = own?.closing ?? findClosing(lines, after, contentEnd);
  const late = closing.start < closing.end ? undefined : findLateClosing(lines, contentEnd, pageEnd);
  const noticeList =
    planTitle === undefined ? undefined : findNoticeList(lines, noticeStart, planTitle.start);
  return {
    noticeTitle,
    noticeStart: noticeStart ?? head?.start,
    planTitle,
    noticeEnd: head?.end ?? planTitle?.start ?? bodyStart,
    body: { start: bodyStart, end: closing.start },
    closing: late ?? closing,
    onlyAsks: own?.onlyAsks ?? false,
    list: tail.list ?? noticeList,
    noticeList,
    planLabel: planTitle === undefined ? undefined : findPlanLabel(lines, noticeStart, planTitle.start),
    attachments: late === undefined ? tail.attachments : endBefore(late.start, tail.attachments),
    pageEnd,
  };
}

/** Without a plan title the body begins after the notice's date (and note), else after the page's head. */
function findBodyWithoutTitle(lines: readonly SourceLine[], noticeStart: number | undefined): number {
  if (noticeStart === undefined) {
    const first = lines.find((line) => isParagraph(line) || isStrongMarker(line));
    return first?.index ?? lines.length;
  }
  const rest = lines.slice(noticeStart, noticeStart + HEAD_LINES);
  const date = rest.find((line) => isDateLine(line.text));
  const start = date ?? rest.find((line) => /。/.test(line.text));
  let index = (start?.index ?? noticeStart - 1) + 1;
  while (index < lines.length && isNote((lines[index] as SourceLine).text)) index++;
  return index;
}

function findPageEnd(lines: readonly SourceLine[], from: number, imprint: Imprint): number {
  for (let i = from + 1; i < lines.length; i++)
    if (!imprint.lines.has(i) && endsPage((lines[i] as SourceLine).text)) return i;
  return lines.length;
}

function findLabels(
  lines: readonly SourceLine[],
  from: number,
  end: number,
  imprint: Imprint,
): readonly AttachmentLabel[] {
  const labels: AttachmentLabel[] = [];
  for (let i = from; i < end; i++) {
    const label = imprint.lines.has(i) ? undefined : readAttachmentLabel(lines[i] as SourceLine);
    if (label !== undefined) labels.push(label);
  }
  return labels;
}

/** Tells the list of attachments from the attachments themselves. */
function readTail(
  lines: readonly SourceLine[],
  labels: readonly AttachmentLabel[],
  pageEnd: number,
): Pick<Anatomy, 'list' | 'attachments'> {
  let list: AttachmentList | undefined;
  const heads: AttachmentLabel[] = [];
  for (const label of labels) {
    if (list !== undefined && label.index < list.end) continue;
    const candidate = heads.length === 0 && list === undefined ? readAttachmentList(lines, label) : undefined;
    if (candidate !== undefined) list = candidate;
    else if (isHead(label)) heads.push(label);
  }
  const attachments = heads.map((label, i) => ({
    label,
    span: { start: label.index, end: heads[i + 1]?.index ?? pageEnd },
  }));
  return { list, attachments };
}

/** `附件1`, `附件1 标题`, `附件1：标题` head an attachment; a bare `附件：` does not. */
function isHead(label: AttachmentLabel): boolean {
  return label.rest === undefined || label.number !== undefined;
}

function findNoticeList(
  lines: readonly SourceLine[],
  noticeStart: number | undefined,
  end: number,
): AttachmentList | undefined {
  if (noticeStart === undefined) return undefined;
  for (const line of lines.slice(noticeStart, end)) {
    const label = readAttachmentLabel(line);
    const list = label === undefined ? undefined : readAttachmentList(lines.slice(0, end), label);
    if (list !== undefined) return list;
  }
  return undefined;
}

function findPlanLabel(
  lines: readonly SourceLine[],
  noticeStart: number | undefined,
  title: number,
): AttachmentLabel | undefined {
  const above = lines[title - 1];
  if (above === undefined || noticeStart === undefined || above.index < noticeStart) return undefined;
  const label = readAttachmentLabel(above);
  return label?.rest === undefined && label?.hasColon === false ? label : undefined;
}

/** The title line above, or the first header cell of, a table that stands after the text without a label. */
function findFlatHeader(lines: readonly SourceLine[], from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const first = (lines[i] as SourceLine).text;
    const next = lines[i + 1]?.text ?? '';
    if (!opensFlattenedTable(first, next)) continue;
    // Without numbers two words may be headings of the text.
    if (opensPlainTable(first, next) && !isHeaderWord(lines[i + 2]?.text ?? '')) continue;
    const headers: string[] = first.split(/[\t|｜]/).map((cell) => cell.trim());
    for (let j = i + 1; j < Math.min(end, i + 10) && (lines[j] as SourceLine).text.length <= 16; j++)
      headers.push((lines[j] as SourceLine).text);
    const heads = isTaskTableHeader(headers.filter((header) => !/^\d+$/.test(header)));
    if (heads && !chaptersGoOn(lines, { from, table: i, end })) return i;
  }
  return end;
}

/** Whether a table stands within the text: 一、 above it and 二、 below. What begins at 一、 again is the table's own. */
function chaptersGoOn(
  lines: readonly SourceLine[],
  { from, table, end }: { readonly from: number; readonly table: number; readonly end: number },
): boolean {
  const above = lines.slice(from, table).map(chapterNumber);
  const last = above.findLast((number) => number !== undefined);
  if (last === undefined) return false;
  const next = lines
    .slice(table, end)
    .map(chapterNumber)
    .find((number) => number === 1 || number === last + 1);
  return next === last + 1;
}

function chapterNumber({ text }: SourceLine): number | undefined {
  const shape = readMarkerShape(text);
  return shape?.style === 'chinese' && !shape.weak ? shape.number : undefined;
}

function endBefore(end: number, attachments: Anatomy['attachments']): Anatomy['attachments'] {
  return attachments.map(({ label, span }) => ({
    label,
    span: { ...span, end: Math.max(span.start, Math.min(span.end, end)) },
  }));
}

function firstAfter(indices: ReadonlySet<number>, from: number): number | undefined {
  let first: number | undefined;
  for (const index of indices) if (index > from && (first === undefined || index < first)) first = index;
  return first;
}
