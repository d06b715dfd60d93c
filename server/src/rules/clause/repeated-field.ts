import type { ClausePart } from '../../dialect/model';
import type { TaskRule } from '../rule';
import { t } from '../../localise';

/** One field twice in a clause: 〔责任单位：甲；责任单位：乙〕. */
export const repeatedField: TaskRule = {
  id: 'clause/repeated-field',
  summary: '责任条款里同一栏目写了两次',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  local: true,
  scope: 'task',
  check(_draft, _context, report, task) {
    for (const { parts } of task.fields.clauses) {
      // One label always means one field: nearly every clause has each field once.
      if (parts.every(({ field }, index) => parts.findIndex((part) => part.field === field) === index))
        continue;
      const first = new Map<string, ClausePart>();
      for (const part of parts) {
        if (!part.label || part.field === 'other' || part.field === 'leader') continue;
        const label = part.label.value.replace(/\s/g, '');
        const earlier = first.get(label);
        if (!earlier?.label) first.set(label, part);
        else
          report({
            range: part.label.range,
            message: t('“{0}”在同一条款里写了两次：请合并，或改用“牵头单位”“配合单位”区分', label),
            related: [{ range: earlier.label.range, message: t('前一次在这里') }],
          });
      }
    }
  },
};
