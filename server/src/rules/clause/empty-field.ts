import type { Clause, ClausePart, Draft } from '../../dialect/model';
import { isBlank } from '../../dialect/placeholder';
import type { Range } from '../../dialect/range';
import type { Fix, TaskRule } from '../rule';
import { t } from '../../localise';

/** A label without content: 〔责任单位：；完成时限：6月底前〕. */
export const emptyField: TaskRule = {
  id: 'clause/empty-field',
  summary: '责任条款里有空着的栏目',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  local: true,
  scope: 'task',
  check(draft, _context, report, task) {
    for (const clause of task.fields.clauses)
      for (const part of clause.parts) {
        if (!part.label || !isBlank(part.content.value)) continue;
        report({
          range: part.label.range,
          message: t('“{0}”后面没有内容：请补写，或删去这一栏', part.label.value),
          fixes: clause.parts.length > 1 ? [remove(draft, clause, part)] : [],
        });
      }
  },
};

function remove(draft: Draft, clause: Clause, part: ClausePart): Fix {
  const index = clause.parts.indexOf(part);
  const next = clause.parts[index + 1];
  const start = part.label?.range.start ?? part.content.range.start;
  const before = clause.parts[index - 1];
  const range: Range = next?.label
    ? { start, end: next.label.range.start }
    : {
        start: before?.content.range.end ?? start,
        end: Math.max(part.content.range.end, afterColon(draft, part)),
      };
  return {
    title: t('删去空着的“{0}”', part.label?.value ?? ''),
    edits: [{ range, newText: '' }],
    safe: false,
  };
}

function afterColon({ text }: Draft, part: ClausePart): number {
  const end = part.label?.range.end ?? part.content.range.end;
  return /[:：]/.test(text[end] ?? '') ? end + 1 : end;
}
