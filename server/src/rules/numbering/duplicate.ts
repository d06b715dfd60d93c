import { repeatedNumbers } from '../../dialect/numbering-faults';
import { renumberFix } from '../renumber-fix';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** One number borne twice: （二） （二） （三）. */
export const duplicate: DraftRule = {
  id: 'numbering/duplicate',
  summary: '序号重复',
  level: 'error',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  reads: ['document', 'structure', 'lines'],
  check(draft, _context, report) {
    for (const { fault, entry, other, run } of repeatedNumbers(draft)) {
      const many = fault.length > 1 ? t('起连续 {0} 个序号', fault.length) : '';
      report({
        range: entry.range,
        message: t('序号“{0}”{1}与第 {2} 行重复，序号不得重复使用', entry.text, many, other.line),
        related: [{ range: other.range, message: t('同一序号“{0}”', other.text) }],
        fixes: [renumberFix(draft, run)],
      });
    }
  },
};
