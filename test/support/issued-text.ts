import assert from 'node:assert/strict';
import type { Draft } from '../../server/src/dialect/model';
import type { Range } from '../../server/src/dialect/range';
import { planDocument } from '../../server/src/exporters/document/plan-document';
import { readProfile } from '../../server/src/exporters/document/profile';
import { writeDocx } from '../../server/src/exporters/docx/write-docx';
import { paragraphTexts } from './docx-text';

/*
 * What an export says against what the draft says, paragraph by paragraph, in order. Five things differ on purpose and
 * are taken off both sides: the parts of the notice and of the imprint, which have their places whatever the source's
 * order (`issued`); the list of attachments, numbered anew in the standard's manner (`listed`); the lines of a title,
 * which are one paragraph (`joinSpread`); the mark above a plan that is itself the attachment (`markAbove`); what a web
 * page put around the document (furniture).
 */
export async function assertIssuedWhole(draft: Draft): Promise<void> {
  const exported = (await exportedParagraphs(draft)).filter((line) => line !== '');
  const parts = [...issued(draft), ...listed(draft)];
  for (const part of parts) assert.ok(exported.includes(part), `${part} in the package`);
  assert.deepEqual(without(exported, parts), writtenParagraphs(draft));
}

function bare(text: string): string {
  return text.replace(/[\s\u3000]/g, '');
}

async function exportedParagraphs(draft: Draft): Promise<string[]> {
  return paragraphTexts(await writeDocx(planDocument(draft, readProfile(draft)))).map(bare);
}

/** The draft's lines and cells as its writer sees them, less those whose place is not theirs to choose. */
function writtenParagraphs(draft: Draft): string[] {
  const moved = movedRanges(draft);
  const continued = joinSpread(draft);
  const paragraphs: string[] = [];
  for (let line = 1; line <= draft.lines.count; line++) {
    const { start, end } = draft.lines.rangeOf(line);
    if (moved.some((range) => range.start < end && range.end > start)) continue;
    const cells = cellsOf(draft.text.slice(start, end)).map(bare);
    const isContinued = continued.some((range) => range.start >= start && range.end <= end);
    if (isContinued) paragraphs.push((paragraphs.pop() ?? '') + cells.join(''));
    else paragraphs.push(...cells.filter((cell) => cell !== ''));
  }
  return paragraphs;
}

/** A line without Markdown; the cells of a row, and the lines of each. */
function cellsOf(line: string): string[] {
  const text = line
    .replace(/<!--.*?-->/g, '')
    // What a task carries out of a superior's plan is not issued.
    .replace(/；落实：[^；〕]*/g, '')
    .replace(/^\s*#+\s/, '')
    .replace(/\*\*|__/g, '');
  if (/^[\s|:-]*$/.test(text)) return [];
  return text.split(/(?<!\\)\||\t|<br>/);
}

function movedRanges(draft: Draft): Range[] {
  const { frontMatter, furniture, notice, attachmentsListed } = draft;
  const { title, docNumber, addressees, text, signature, date, note, cc, printer } = notice;
  const parts = [title, docNumber, addressees, ...text, signature, date, note, ...cc, printer];
  return [
    ...(frontMatter === undefined ? [] : [frontMatter.range]),
    ...furniture,
    ...markAbove(draft),
    ...parts.flatMap((part) => (part === undefined ? [] : [part.range])),
    ...attachmentsListed.map(({ titleRange }) => titleRange),
  ];
}

/** The second and later lines of titles, and of the headers of columns. */
function joinSpread({ title, attachments, tables, text }: Draft): Range[] {
  const titles = [title, ...attachments.map((attachment) => attachment.title)].flatMap((spread) =>
    (spread?.parts ?? []).slice(1).map(({ range }) => range),
  );
  const headers = tables.flatMap(({ columns }) => columns.map(({ header }) => header.range));
  return [...titles, ...headers.flatMap((range) => laterLines(text, range))];
}

function laterLines(text: string, { start, end }: Range): Range[] {
  return [...text.slice(start, end).matchAll(/(?<=\n\s*)\S[^\n]*/gu)].map(({ 0: line, index }) => ({
    start: start + index,
    end: start + index + line.length,
  }));
}

/** 附件 above the plan itself, where the notice lists it as one: export writes it anew (`listed`). */
function markAbove({ title, text }: Draft): Range[] {
  const above = text.slice(0, title?.range.start ?? 0);
  const mark = /附件\d*(?=\s*$)/.exec(above);
  return mark ? [{ start: mark.index, end: mark.index + mark[0].length }] : [];
}

/** The parts of notice and imprint that the draft names, as the standard writes them. */
function issued(draft: Draft): string[] {
  const { notice } = draft;
  const hasNotice = [notice.title, notice.addressees, notice.docNumber].some((part) => part !== undefined);
  const written = [
    ...(hasNotice ? noticeParts(draft) : []),
    ...(notice.signature?.value.split(/\s+/) ?? []),
    calendarDate(notice.date?.date),
    ...(notice.cc.length > 0 ? [`抄送：${notice.cc.map(({ value }) => value).join('，')}。`] : []),
    ...(notice.printer === undefined
      ? []
      : [`${notice.printer.value}${calendarDate(notice.printDate?.date)}印发`]),
  ];
  return written.map(bare).filter((part) => part !== '');
}

function noticeParts({ title, notice }: Draft): string[] {
  const issuers = notice.issuer?.value.split(/\s+/) ?? [];
  return [
    ...(issuers.length > 1 ? [...issuers, '文件'] : issuers.map((issuer) => `${issuer}文件`)),
    notice.docNumber?.value ?? '',
    notice.title?.value ?? `${issuers.join('')}关于印发《${title?.value}》的通知`,
    notice.addressees === undefined ? '' : `${notice.addressees.value}：`,
    ...(notice.text.length > 0 || title === undefined
      ? notice.text.map(({ value }) => value)
      : [`现将《${title.value}》印发给你们，请认真贯彻执行。`]),
    notice.note?.value ?? '',
  ];
}

function listed({ attachmentsListed, notice, title }: Draft): string[] {
  const isListed = title !== undefined && notice.listed[0]?.value === title.value;
  const mark = notice.listed.length > 1 ? '附件1' : '附件';
  const names = attachmentsListed.map(({ title, number }, i) => {
    const label = i === 0 ? '附件：' : '';
    const count = attachmentsListed.length === 1 ? '' : `${number ?? i + 1}.`;
    return bare(label + count + title.replace(/[。；;，,.]+$/, ''));
  });
  return isListed ? [...names, mark] : names;
}

function calendarDate(iso = ''): string {
  const [year, month, day] = iso.split('-');
  return year === undefined || month === undefined ? '' : `${year}年${Number(month)}月${Number(day)}日`;
}

/** All but the first occurrence of each part. */
function without(lines: readonly string[], parts: readonly string[]): string[] {
  const rest = [...lines];
  for (const part of parts) rest.splice(rest.indexOf(part), 1);
  return rest;
}
