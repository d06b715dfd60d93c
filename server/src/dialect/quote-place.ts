import type { Draft, Item } from './model';
import { formatChineseNumeral } from './numerals';

/**
 * Where an offset stands, as people quote a document to one another: `第二部分（三）第7项`, `附件2第（一）项`,
 * `附件1第3行`, `主送机关`. Empty for what has no such name: say the line then.
 */
export function quotePlace(draft: Draft, offset: number): string {
  const { frontMatter, attachments, title, notice } = draft;
  const holds = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    start <= offset && offset <= end;
  if (frontMatter && holds(frontMatter.range)) return '文首';
  const attachment = attachments.find(({ range }) => holds(range));
  if (attachment) {
    const label = attachment.label.value.replace(/\s/gu, '');
    return label + (rowAt(attachment.tables, offset) ?? pathTo(attachment.items, offset));
  }
  if (title && holds(title.range)) return '标题';
  if (notice.title && holds(notice.title.range)) return '通知标题';
  if (notice.addressees && holds(notice.addressees.range)) return '主送机关';
  const path = pathTo(draft.items, offset);
  return path !== '' ? path : (rowAt(draft.tables, offset) ?? '');
}

function rowAt(tables: Draft['tables'], offset: number): string | undefined {
  for (const { rows } of tables) {
    const row = rows.findIndex(({ range: { start, end } }) => start <= offset && offset <= end);
    if (row >= 0) return `表格第${row + 1}行`;
  }
  return undefined;
}

function pathTo(items: readonly Item[], offset: number): string {
  const item = items.find(({ range: { start, end } }) => start <= offset && offset <= end);
  return item ? nameOf(item) + pathTo(item.children, offset) : '';
}

function nameOf({ marker: { style, number, expected } }: Item): string {
  switch (style) {
    case 'part':
    case 'article':
      return expected;
    case 'task':
      return expected.replace(/[：:、.．]$/, '');
    case 'chinese':
      return `第${formatChineseNumeral(number)}部分`;
    case 'arabic':
      return `第${number}项`;
    default:
      return expected;
  }
}
