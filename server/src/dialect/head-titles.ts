import { readAttachmentLabel } from './attachments';
import { assignsDuty } from './framing';
import { opensFlattenedTable } from './flattened-table';
import { isFurniture } from './furniture';
import { isHeaderWord } from './header-words';
import type { Imprint } from './imprint';
import { namesAddressees } from './own-head';
import { isStrongMarker, type SourceLine, type Span } from './source-line';
import {
  endsNoticeTitle,
  endsPlanTitle,
  findTitleEnd,
  findTitleStart,
  isDateLine,
  isNote,
  isOrganisation,
  isTitleLine,
} from './titles';

/* Where the titles of the notice and of the plan stand, and whom a notice without a title addresses. */

/** How far into a document its head (furniture, notice title) may reach, in source lines. */
export const HEAD_LINES = 80;

/** The last line ending in 通知 before the first paragraph: pages often show the title twice. */
export function findNoticeTitle(lines: readonly SourceLine[]): Span | undefined {
  let found: number | undefined;
  for (const line of lines.slice(0, HEAD_LINES)) {
    if (isParagraph(line) || isStrongMarker(line)) break;
    if (endsNoticeTitle(line)) found = line.index;
  }
  return found === undefined ? undefined : { start: findTitleStart(lines, found, 'notice'), end: found };
}

/** Longer than a heading, with a sentence in it. */
export function isParagraph({ text }: SourceLine): boolean {
  return text.length > 40 && text.includes('。') && !isFurniture(text);
}

/**
 * Copied text often begins with 主送机关, the title left behind: the issuing sentence below tells it from others, or
 * whom it names.
 */
export function findAddressees(lines: readonly SourceLine[]): number | undefined {
  for (const line of lines.slice(0, HEAD_LINES)) {
    if (isParagraph(line) || isStrongMarker(line) || endsPlanTitle(line)) return undefined;
    const next = lines[line.index + 1];
    if (next === undefined || !isAddressees(line) || !next.text.includes('。')) continue;
    if (/印发|下发|转发/.test(next.text) || namesAddressees(line.text)) return line.index;
  }
  return undefined;
}

/** The plan's title, all its lines. */
export function findPlanTitle(
  lines: readonly SourceLine[],
  noticeStart: number | undefined,
  imprint: Imprint,
): Span | undefined {
  const end =
    noticeStart === undefined ? findTitleInHead(lines) : findTitleAfterNotice(lines, noticeStart, imprint);
  if (end === undefined) return undefined;
  const start = Math.max(findTitleStart(lines, end, 'plan'), noticeStart ?? 0);
  return { start, end: findTitleEnd(lines, start, end) + 1 };
}

/** Without a notice: a Markdown title, or the last title-like line before the text begins. */
function findTitleInHead(lines: readonly SourceLine[]): number | undefined {
  let planLike: number | undefined;
  let titleLike: number | undefined;
  for (const line of lines.slice(0, HEAD_LINES)) {
    if (line.headingDepth === 1 && !isStrongMarker(line)) return line.index;
    if (isParagraph(line) || isStrongMarker(line) || opensTable(lines, line.index)) break;
    // Who is to do it is said of tasks, so that the plan has begun above.
    if (assignsDuty(line.text)) break;
    // Below a title that has been found a sentence, however short, is text already.
    if (planLike !== undefined && line.text.endsWith('。') && !isFurniture(line.text)) break;
    if (endsPlanTitle(line)) planLike = line.index;
    else if (titleLike === undefined && isTitleLine(line) && line.text.length > 4) titleLike = line.index;
  }
  return planLike ?? titleLike;
}

/** Whether the head of a table begins here, or three of its cells stand one below the other. */
function opensTable(lines: readonly SourceLine[], index: number): boolean {
  const [first, ...next] = lines.slice(index, index + 3).map(({ text }) => text);
  if (first === undefined || opensFlattenedTable(first, next[0])) return first !== undefined;
  return isHeaderWord(first) && next.length === 2 && next.every(isHeaderWord);
}

/** After a notice: the first title-like line below its issuing sentence (or its date, where it names none). */
function findTitleAfterNotice(
  lines: readonly SourceLine[],
  noticeStart: number,
  imprint: Imprint,
): number | undefined {
  let afterSentence = false;
  let signed: number | undefined;
  for (const line of lines.slice(noticeStart)) {
    if (!afterSentence) {
      afterSentence = /。/.test(line.text) && !isFurniture(line.text);
      if (!afterSentence && !isAddressees(line) && endsPlanTitle(line) && followsBody(lines, line.index))
        return line.index;
      continue;
    }
    if (line.headingDepth === 1 && !isStrongMarker(line)) return line.index;
    if (isDateLine(line.text)) signed = line.index;
    if (endsPlanTitle(line)) return line.index;
    if (signed !== undefined && line.index > signed + 6) break;
  }
  if (signed === undefined) return undefined;
  const next = lines
    .slice(signed + 1)
    .find((line) => !isNote(line.text) && !readAttachmentLabel(line) && !imprint.lines.has(line.index));
  return next !== undefined && isTitleLine(next) && !isOrganisation(next.text) ? next.index : undefined;
}

function isAddressees({ text }: SourceLine): boolean {
  return /[：:]$/.test(text);
}

/** Whether the text begins right below: a paragraph or an item, not another line of the page's head. */
function followsBody(lines: readonly SourceLine[], index: number): boolean {
  const next = lines[index + 1];
  return next !== undefined && (isParagraph(next) || isStrongMarker(next));
}
