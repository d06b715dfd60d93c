import { headingOf } from '../../dialect/labels';
import { coverageOf } from '../../trace/coverage';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** A superior's item whose points, target or deadline the tasks that carry it out do not reach. */
export const partly: DraftRule = {
  id: 'trace/partly',
  summary: '只部分落实了上级要点的一项',
  level: 'info',
  certainty: '疑似',
  ground: '本单位',
  scope: 'draft',
  check(draft, { superiors }, report) {
    for (const { state, links, reasons, superior, place, task } of coverageOf(draft, superiors.plans)
      .entries) {
      const last = links.at(-1);
      if (state !== 'partly' || !last) continue;
      report({
        range: last.range,
        message: t(
          '{0}{1}只落实了一部分：{2}',
          superior.name,
          place,
          reasons.map((reason) => t(...reason)).join(t('；')),
        ),
        related: [{ uri: superior.uri, range: headingOf(task.item), message: task.title }],
      });
    }
  },
};
