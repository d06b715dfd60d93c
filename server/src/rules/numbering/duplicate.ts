import { numberingFaults } from '../../dialect/numbering-faults';
import { renumberFix } from '../renumber-fix';
import type { DraftRule } from '../rule';

/** One number borne twice: （二） （二） （三）. */
export const duplicate: DraftRule = {
  id: 'numbering/duplicate',
  summary: '序号重复',
  level: 'error',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  check(draft, _context, report) {
    for (const { fault, run } of numberingFaults(draft)) {
      if (fault.kind !== 'duplicate') continue;
      const [entry, other] = [run.entries[fault.index], run.entries[fault.other]];
      if (entry === undefined || other === undefined) continue;
      const many = fault.length > 1 ? `起连续 ${fault.length} 个序号` : '';
      report({
        range: entry.range,
        message: `序号“${entry.text}”${many}与第 ${other.line} 行重复，序号不得重复使用`,
        related: [{ range: other.range, message: `同一序号“${other.text}”` }],
        fixes: [renumberFix(draft, run)],
      });
    }
  },
};
