import { soughtPattern } from '../../dialect/pattern-search';
import { findPattern, overlooksAllBut } from '../find-pattern';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** 书名号 that hold more than the title: 《…实施方案的通知》 without 关于 is a plan's title with its notice's tail. */
const MISPLACED = soughtPattern(
  /《([^《》]{2,60}?(?:方案|意见|办法|规划|规定|细则|要点|计划|预案|制度|措施|清单|标准|规范|指南|条例|规程)(?:[（(][^（）()]{1,10}[）)])?)的?通知》/g,
  ['通知》'],
);
const NESTED = soughtPattern(/《([^《》]*)《([^《》]*)》([^《》]*)》/g, ['《']);

export const bookTitle: DraftRule = {
  id: 'text/book-title',
  summary: '书名号位置或嵌套不当',
  level: 'warning',
  certainty: '疑似',
  ground: '国标',
  local: true,
  scope: 'draft',
  reads: ['prose'],
  overlooks: overlooksAllBut(MISPLACED, NESTED),
  check(draft, _context, report) {
    for (const { match, range } of findPattern(draft, MISPLACED)) {
      const title = match[1] ?? '';
      if (/关于|印发|转发/.test(title)) continue;
      const fix = {
        title: t('改为《{0}》的通知', title),
        edits: [{ range, newText: `《${title}》的通知` }],
        safe: false,
      };
      report({
        range,
        message: t(
          '书名号位置不当：“的通知”不属于“{0}”的名称，应在书名号之外，或写全通知标题《关于印发…的通知》',
          title,
        ),
        fixes: [fix],
      });
    }
    for (const { match, range } of findPattern(draft, NESTED)) {
      const [, before = '', inner = '', after = ''] = match;
      const newText = `《${before}〈${inner}〉${after}》`;
      report({
        range,
        message: t('书名号里面还要用书名号时，里层用单书名号〈 〉（GB/T 15834）'),
        fixes: [{ title: t('里层改为〈 〉'), edits: [{ range, newText }], safe: true }],
      });
    }
  },
};
