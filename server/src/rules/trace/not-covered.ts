import { headingOf } from '../../dialect/labels';
import { coverageOf, type CoverageEntry } from '../../trace/coverage';
import type { DraftRule } from '../rule';
import { list, t } from '../../localise';

/** So many items are named in the message; all of them are related places. */
const NAMED = 5;

/** Items of a superior's plan that no task states to carry out; told once a plan, where the front matter names it. */
export const notCovered: DraftRule = {
  id: 'trace/not-covered',
  summary: '上级要点有的项还没有任务落实',
  level: 'info',
  certainty: '疑似',
  ground: '本单位',
  scope: 'draft',
  check(draft, { superiors }, report) {
    for (const superior of superiors.plans) {
      const open = coverageOf(draft, superiors.plans).entries.filter(
        (entry) => entry.superior === superior && entry.state === 'not-covered',
      );
      if (open.length === 0) continue;
      report({
        range: superior.named.range,
        message: t('{0}有 {1} 项还没有任务写明落实：{2}', superior.name, open.length, namesOf(open)),
        related: open.map(({ task, place }) => ({
          uri: superior.uri,
          range: headingOf(task.item),
          message: t('{0}：{1}', superior.name + place, task.title),
        })),
      });
    }
  },
};

function namesOf(entries: readonly CoverageEntry[]): string {
  const names = entries.slice(0, NAMED).map(({ place }) => place);
  return list(names) + (entries.length > NAMED ? t('等') : '');
}
