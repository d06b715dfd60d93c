import { numberingFaults } from '../../dialect/numbering-faults';
import { renumberFix } from '../renumber-fix';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** A number that does not fit its neighbours: 1. 3. 2. 4., or a count that begins anew in the middle. */
export const outOfOrder: DraftRule = {
  id: 'numbering/out-of-order',
  summary: '序号顺序颠倒或中途重新编号',
  level: 'error',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  reads: ['document', 'structure'],
  check(draft, _context, report) {
    for (const { fault, run } of numberingFaults(draft)) {
      const entry = run.entries[fault.index];
      if (fault.kind !== 'out-of-order' || entry === undefined) continue;
      const expected = entry.write(run.start + fault.index);
      report({
        range: entry.range,
        message: fault.restart
          ? t('序号从“{0}”重新开始，此处应接续为“{1}”', entry.text, expected)
          : t('序号“{0}”与前后不衔接，此处应为“{1}”', entry.text, expected),
        fixes: [renumberFix(draft, () => run)],
      });
    }
  },
};
