import { numberingFaults } from '../../dialect/numbering-faults';
import { renumberFix } from '../renumber-fix';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** Numbers missing in a sequence: 一、 二、 四、. */
export const gap: DraftRule = {
  id: 'numbering/gap',
  summary: '序号缺号',
  level: 'error',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  reads: ['document', 'structure'],
  check(draft, _context, report) {
    for (const { fault, run } of numberingFaults(draft)) {
      const entry = run.entries[fault.index];
      if (fault.kind !== 'gap' || entry === undefined) continue;
      const missing = describeMissing(entry.write, fault.from, fault.to);
      const after = run.entries[fault.index - 1];
      report({
        range: entry.range,
        message: t('“{0}”之前缺{1}，序号应连续', entry.text, missing),
        ...(after === undefined
          ? {}
          : { related: [{ range: after.range, message: t('上一个序号“{0}”', after.text) }] }),
        fixes: [renumberFix(draft, () => run)],
      });
    }
  },
};

function describeMissing(write: (number: number) => string, from: number, to: number): string {
  if (from === to) return `“${write(from)}”`;
  return t('“{0}”至“{1}”共 {2} 个序号', write(from), write(to), to - from + 1);
}
