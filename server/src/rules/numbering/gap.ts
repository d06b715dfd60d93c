import { numberingFaults } from '../../dialect/numbering-faults';
import { renumberFix } from '../renumber-fix';
import type { DraftRule } from '../rule';

/** Numbers missing in a sequence: 一、 二、 四、. */
export const gap: DraftRule = {
  id: 'numbering/gap',
  summary: '序号缺号',
  level: 'error',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  check(draft, _context, report) {
    for (const { fault, run } of numberingFaults(draft)) {
      const entry = run.entries[fault.index];
      if (fault.kind !== 'gap' || entry === undefined) continue;
      const missing = describeMissing(entry.write, fault.from, fault.to);
      const after = run.entries[fault.index - 1];
      report({
        range: entry.range,
        message: `“${entry.text}”之前缺${missing}，序号应连续`,
        ...(after === undefined
          ? {}
          : { related: [{ range: after.range, message: `上一个序号“${after.text}”` }] }),
        fixes: [renumberFix(draft, run)],
      });
    }
  },
};

function describeMissing(write: (number: number) => string, from: number, to: number): string {
  if (from === to) return `“${write(from)}”`;
  return `“${write(from)}”至“${write(to)}”共 ${to - from + 1} 个序号`;
}
