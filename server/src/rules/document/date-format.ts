import type { LocatedDate } from '../../dialect/model';
import { holdsPlaceholder } from '../../dialect/placeholder';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** 成文日期 and 印发日期: Arabic digits, full year, no leading zeros (GB/T 9704-2012 7.3.5.4), and a day that exists. */
export const dateFormat: DraftRule = {
  id: 'document/date-format',
  summary: '成文日期或印发日期格式不规范',
  level: 'warning',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  reads: ['document'],
  check(draft, _context, report) {
    const dates: readonly (readonly [LocatedDate | undefined, string])[] = [
      [draft.notice.date, t('成文日期')],
      [draft.notice.printDate, t('印发日期')],
    ];
    for (const [date, name] of dates) {
      // What is still to be filled in is no wrong date: `text/placeholder` tells of it.
      if (date === undefined || holdsPlaceholder(date.value)) continue;
      if (date.date === undefined) {
        report({ range: date.range, message: t('{0}“{1}”不是有效的日期', name, date.value) });
        continue;
      }
      const newText = formatDate(date.date);
      // Front matter may hold ISO dates: the export writes them out.
      if (newText === date.value.replace(/[\s\u3000]/g, '') || /^\d{4}-\d\d?-\d\d?$/.test(date.value))
        continue;
      report({
        range: date.range,
        message: t('{0}“{1}”应写作“{2}”：用阿拉伯数字，年份写全，月、日不编虚位', name, date.value, newText),
        fixes: [{ title: t('改为“{0}”', newText), edits: [{ range: date.range, newText }], safe: true }],
      });
    }
  },
};

function formatDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
