import type { Directive } from '../../dialect/model';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** 忽略开始 without 忽略结束, or the other way round. */
export const unclosedRegion: DraftRule = {
  id: 'directive/unclosed-region',
  summary: '忽略开始与忽略结束不成对',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['document'],
  check(draft, _context, report) {
    const open: Directive[] = [];
    for (const directive of draft.directives) {
      if (directive.kind === 'ignore-start') open.push(directive);
      if (directive.kind !== 'ignore-end') continue;
      const closed = open.filter((start) => closes(directive, start));
      if (closed.length === 0) report({ range: directive.range, message: t('这里没有与之对应的“忽略开始”') });
      for (const start of closed) open.splice(open.indexOf(start), 1);
    }
    for (const { range } of open)
      report({ range, message: t('缺少与之对应的“忽略结束”，以下全文都将被忽略；确要如此，请用“忽略全文”') });
  },
};

function closes(end: Directive, start: Directive): boolean {
  return (
    end.rules.length === 0 || end.rules.some(({ value }) => start.rules.some((rule) => rule.value === value))
  );
}
