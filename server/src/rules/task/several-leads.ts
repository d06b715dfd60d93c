import type { Clause, Draft, Task, UnitMention } from '../../dialect/model';
import { within } from '../../dialect/range';
import type { TaskRule } from '../rule';
import { t } from '../../localise';

/** Two units that lead one task, where nothing says which part is whose. */
export const severalLeads: TaskRule = {
  id: 'task/several-leads',
  summary: '一项任务有几个牵头单位',
  level: 'hint',
  certainty: '疑似',
  ground: '惯例',
  local: true,
  scope: 'task',
  check(draft, _context, report, task) {
    if (countLeads(task) < 2) return;
    for (const clause of task.fields.clauses) {
      const leads = leadsOf(task, clause);
      const [first, second] = leads;
      if (!first || !second || isShared(draft, clause)) continue;
      report({
        range: { start: first.range.start, end: (leads.at(-1) ?? second).range.end },
        message: t(
          '“{0}”有 {1} 个牵头单位：宜明确一个总牵头，或写“分别牵头”说明各负其责',
          task.title,
          leads.length,
        ),
      });
    }
  },
};

function countLeads({ fields }: Task): number {
  let count = 0;
  for (const unit of fields.units) if (isLead(unit)) count++;
  return count;
}

function leadsOf(task: Task, { range }: Clause): UnitMention[] {
  return within(task.fields.units, range).filter(isLead);
}

function isLead({ role, collective }: UnitMention): boolean {
  return role === 'lead' && !collective;
}

/** 分别牵头, 甲、乙会同丙: the clause itself says how they share. */
function isShared(draft: Draft, { range }: Clause): boolean {
  return /分别|共同|联合|会同|各自|双牵头/.test(draft.text.slice(range.start, range.end));
}
