import type { Draft, Task } from '../../dialect/model';
import { holdsPlaceholder } from '../../dialect/placeholder';
import type { DraftRule, RelatedPlace, RuleContext } from '../rule';
import { list, t } from '../../localise';

/** One task twice: in this draft, or in another of the same year with other units or another deadline. */
export const duplicate: DraftRule = {
  id: 'task/duplicate',
  summary: '任务重复',
  level: 'info',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  check(draft, { siblings }, report) {
    const seen = new Map<string, Task>();
    for (const task of draft.tasks) {
      const key = bare(task.title);
      if (key.length < 4 || holdsPlaceholder(key)) continue;
      const earlier = seen.get(key);
      if (!earlier) seen.set(key, task);
      const difference = earlier ? describe(earlier, task) : '';
      if (earlier)
        report({
          range: task.item.titleRange,
          message: t(
            '“{0}”在本稿中出现了两次{1}：请合并或区分',
            task.title,
            difference && t('，{0}', difference),
          ),
          related: [{ range: earlier.item.titleRange, message: t('前一次在这里') }],
        });
      for (const related of elsewhere(draft, task, key, siblings))
        report({
          range: task.item.titleRange,
          message: t('“{0}”{1}', task.title, related.message),
          related: [related],
        });
    }
  },
};

/** The same task in drafts of the same year that say otherwise who does it or by when. */
function elsewhere(draft: Draft, task: Task, key: string, siblings: RuleContext['siblings']): RelatedPlace[] {
  return siblings
    .filter((sibling) => sibling.draft.year !== undefined && sibling.draft.year === draft.year)
    .flatMap(({ uri, draft: other }) =>
      other.tasks
        .filter((one) => bare(one.title) === key)
        .map((one) => ({ range: one.item.titleRange, uri, message: describe(task, one) }))
        .filter(({ message }) => message !== '')
        .map((place) => ({ ...place, message: t('在同年度另一份稿件中也有，{0}', place.message) })),
    );
}

/** What two tasks of one title disagree in; empty where they do not. */
function describe(a: Task, b: Task): string {
  const units = (task: Task): string => named(task.fields.units.map(({ value }) => value));
  const deadlines = (task: Task): string =>
    named(task.fields.deadlines.map(({ date, value }) => date ?? value).filter(isSettled));
  const differing = [
    units(a) !== units(b) && units(a) !== '' && units(b) !== '' ? t('责任单位') : '',
    deadlines(a) !== deadlines(b) && deadlines(a) !== '' && deadlines(b) !== '' ? t('完成时限') : '',
  ].filter(Boolean);
  return differing.length === 0 ? '' : t('{0}不一致', list(differing));
}

/** What is still to be filled in disagrees with nothing. */
function isSettled(text: string): boolean {
  return !holdsPlaceholder(text);
}

function named(values: readonly string[]): string {
  return [...new Set(values)].sort().join('、');
}

function bare(title: string): string {
  return title.replace(/[\s，,。、；;：:“”"（）()]/g, '');
}
