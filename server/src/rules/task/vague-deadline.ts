import type { Draft, Task } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import type { TaskRule } from '../rule';
import { t } from '../../localise';

/** Words that put off without a day. */
const vague = '适时|尽快|尽早|早日|及早|择机|择期|近期|视情|适当时候|条件成熟时|待定|有条件时';
/** In prose they are vague where they say when something is done, in a task that names no other time. */
const inProse = new RegExp(
  `(?:${vague})(?=(?:全面|正式|组织)?(?:完成|出台|启动|开工|建成|印发|制定|修订|推出|发布|竣工|投用|投入使用|上线|开通|落地|办结|开展|组织|举办|召开|实施))`,
  'g',
);
const inField = new RegExp(`^(?:${vague})`);

/** A deadline that names no time: 完成时限：适时, 尽快出台. */
export const vagueDeadline: TaskRule = {
  id: 'task/vague-deadline',
  summary: '完成时限含糊',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'task',
  check(draft, _context, report, task) {
    const inText = task.complete.deadline ? [] : vagueProse(draft, task);
    for (const range of [...vagueFields(task), ...inText]) {
      const word = draft.text.slice(range.start, range.end);
      report({
        range,
        message: t('“{0}”说不清什么时候完成：请写明日期，如“{1}年6月底前”', word, draft.year ?? 2025),
      });
    }
  },
};

function vagueFields(task: Task): Range[] {
  const found: Range[] = [];
  for (const { parts } of task.fields.clauses)
    for (const { label, field, content } of parts)
      if (label && field === 'deadline' && inField.test(content.value)) found.push(content.range);
  return found;
}

/** Only for a task that states no time: 尽快 adds to one. */
function vagueProse(draft: Draft, task: Task): Range[] {
  const text = draft.text.slice(task.range.start, task.range.end);
  return [...text.matchAll(inProse)].map((match) => ({
    start: task.range.start + match.index,
    end: task.range.start + match.index + match[0].length,
  }));
}
