import { stringify } from 'yaml';
import type { Draft } from '../../dialect/model';

/** The front matter a draft should have: what its own says, then what the notice and the imprint say. */
export function frontMatterOf(draft: Draft, extraSentences: readonly string[]): string {
  const entries = new Map<string, unknown>([['文种', '工作要点']]);
  for (const { key, value } of draft.frontMatter?.entries ?? []) entries.set(key.value, value);
  for (const [key, value] of noticeEntries(draft, extraSentences)) {
    const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (!empty && !entries.has(key)) entries.set(key, value);
  }
  return `---\n${stringify(Object.fromEntries(entries), { lineWidth: 0 })}---\n`;
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
  const sentence = notice.issuingSentence?.value;
  const standard = `现将《${title?.value ?? ''}》印发给你们，请认真贯彻执行。`;
  if (extra.length === 0 && sentence === standard) return undefined;
  return [...(sentence === undefined ? [] : [sentence]), ...extra].join('\n') || undefined;
}

function tight(text: string): string {
  return text.replace(/[\s\u3000]+/g, '');
}
