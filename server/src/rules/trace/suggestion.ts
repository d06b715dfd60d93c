import { headingOf } from '../../dialect/labels';
import { coverageOf, type CoverageEntry } from '../../trace/coverage';
import { addStatement } from '../../trace/statements';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** A task whose content is that of a superior's item which no task states to carry out. */
export const suggestion: DraftRule = {
  id: 'trace/suggestion',
  summary: '任务可能落实上级要点的某一项，没有写明',
  level: 'info',
  certainty: '疑似',
  ground: '本单位',
  scope: 'draft',
  check(draft, { superiors }, report) {
    for (const entry of coverageOf(draft, superiors.plans).entries) {
      if (!entry.suggestion) continue;
      const { task } = entry.suggestion;
      const label = labelOf(entry);
      report({
        range: headingOf(task.item),
        message: t('内容与{0}“{1}”相近，若是落实它，请写明', label, entry.task.title),
        related: [
          {
            uri: entry.superior.uri,
            range: headingOf(entry.task.item),
            message: t('{0}：{1}', label, entry.task.title),
          },
        ],
        fixes: [
          { title: t('写明“落实：{0}”', label), edits: [addStatement(draft, task, label)], safe: false },
        ],
      });
    }
  },
};

function labelOf({ superior, place }: CoverageEntry): string {
  return superior.name + place;
}
