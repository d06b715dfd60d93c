import type { Draft, Located } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import { isSameTitle } from '../../dialect/titles';

/** 附件说明 that the notice has besides the plan's; the only one there is goes below the plan. */
export function noticeList({ notice, attachmentsListed }: Draft): readonly Located[] {
  const [first] = attachmentsListed;
  const isOnly = first !== undefined && first.titleRange.start === notice.listed[0]?.range.start;
  return isOnly ? [] : notice.listed;
}

/** Its lines, labels and numbers included. */
export function noticeListLines(draft: Draft): readonly Located[] {
  const { lines, title } = draft;
  return noticeList(draft)
    .filter(({ range }) => range.start !== title?.range.start)
    .map(({ value, range }) => ({ value, range: lines.rangeOf(lines.lineAt(range.start)) }));
}

/** 附件 above the title of a plan that is one: export writes it anew. */
export function isPlanLabel({ text, notice, title }: Draft, { start, end }: Range): boolean {
  return (
    /^附[ \t\u3000]*件[ \t\u3000]*[0-9０-９一二三四五六七八九十]*$/.test(text.slice(start, end).trim()) &&
    isSameTitle(notice.listed[0]?.value, title?.value)
  );
}
