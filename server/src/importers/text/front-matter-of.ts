import { stringify } from 'yaml';
import type { Draft, FrontMatter } from '../../dialect/model';
import { noticeList } from './notice-list';

/**
 * The front matter a draft should have: its own as written, and below it what the notice and the imprint say besides.
 * Front matter that cannot be read is none.
 */
export function frontMatterOf(draft: Draft, extraSentences: readonly string[]): string {
  const own = readableFrontMatter(draft);
  const known = new Set(own?.entries.map(({ key }) => key.value));
  const entries: readonly (readonly [string, unknown])[] = [
    ['文种', '工作要点'],
    ...noticeEntries(draft, extraSentences),
  ];
  const added = entries.filter(([key, value]) => !known.has(key) && !isEmpty(value));
  const written = own === undefined ? '' : `${innerText(draft.text.slice(own.range.start, own.range.end))}\n`;
  const rest = added.length === 0 ? '' : stringify(Object.fromEntries(added), { lineWidth: 0 });
  return `---\n${written}${rest}---\n`;
}

/** Front matter without a fault; a page that merely begins with a rule has none. */
export function readableFrontMatter({ frontMatter }: Draft): FrontMatter | undefined {
  return frontMatter && frontMatter.problems.length === 0 && frontMatter.entries.length > 0
    ? frontMatter
    : undefined;
}

/** What stands between the two `---`. */
function innerText(source: string): string {
  return source.split('\n').slice(1, -1).join('\n');
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function noticeEntries(
  draft: Draft,
  extraSentences: readonly string[],
): readonly (readonly [string, unknown])[] {
  const { notice } = draft;
  const issuer = notice.issuer?.value;
  const signature = notice.signature?.value;
  return [
    ['发文机关', issuer],
    ['发文字号', notice.docNumber && tight(notice.docNumber.value)],
    ['通知标题', isComposed(draft) ? undefined : notice.title?.value.trim()],
    ['主送', notice.addressees?.value],
    ['印发语', issuingText(draft, extraSentences)],
    ['附件说明', noticeList(draft).map(({ value }) => value)],
    ['署名', signature === issuer ? undefined : signature],
    ['成文日期', notice.date && tight(notice.date.value)],
    ['附注', notice.note?.value],
    ['抄送', notice.cc.map(({ value }) => value)],
    ['印发机关', notice.printer?.value],
    ['印发日期', notice.printDate && tight(notice.printDate.value)],
    ['年度', draft.year],
  ];
}

/** Whether export would compose the notice's title just so (发文机关＋关于印发《…》的通知). */
function isComposed({ notice, title }: Draft): boolean {
  const composed = `${notice.issuer?.value ?? ''}关于印发《${title?.value ?? ''}》的通知`;
  return notice.title !== undefined && tight(notice.title.value) === tight(composed);
}

function issuingText({ notice, title }: Draft, extra: readonly string[]): string | undefined {
  const text = [...notice.text.map(({ value }) => value), ...extra].join('\n');
  const standard = `现将《${title?.value ?? ''}》印发给你们，请认真贯彻执行。`;
  return text === standard ? undefined : text;
}

function tight(text: string): string {
  return text.replace(/[\s\u3000]+/g, '');
}
