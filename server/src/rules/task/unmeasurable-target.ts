import { readFrequencies, readTargets } from '../../dialect/fields';
import { holdsPlaceholder } from '../../dialect/placeholder';
import type { TaskRule } from '../rule';
import { t } from '../../localise';

/** What a finished piece of work leaves behind is as measurable as a number: a plan issued, a system in use. */
const deliverable =
  /(?:出台|印发|制定|修订|编制|建成|建立|完成|投入使用|投用|上线|开通|竣工|开工|挂牌|发布|通过|获批|验收|设立|成立|举办|召开)/;

/** A target field that names nothing one could check: 〔目标：进一步提升〕. */
export const unmeasurableTarget: TaskRule = {
  id: 'task/unmeasurable-target',
  summary: '目标无法衡量',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  local: true,
  scope: 'task',
  check(_draft, _context, report, task) {
    for (const { parts } of task.fields.clauses)
      for (const { field, label, content } of parts) {
        if (field !== 'target' || !label || content.value === '' || isMeasurable(content.value)) continue;
        // Not written yet: `text/placeholder` tells of it.
        if (holdsPlaceholder(content.value)) continue;
        report({
          range: content.range,
          message: t('“{0}”无法衡量是否完成：请写出数量、比例，或完成后能看到的成果', content.value),
        });
      }
  },
};

function isMeasurable(text: string): boolean {
  return (
    /[\d０-９]/.test(text) ||
    deliverable.test(text) ||
    readTargets(text).length > 0 ||
    readFrequencies(text).length > 0
  );
}
