import { headingOf } from '../../dialect/labels';
import { coverageOf } from '../../trace/coverage';
import { rememberDigests } from '../../trace/remember-digests';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** A statement whose superior item says something else than when somebody last looked. */
export const outdated: DraftRule = {
  id: 'trace/outdated',
  summary: '上级要点的这一项在核对以后改过',
  level: 'info',
  certainty: '疑似',
  ground: '本单位',
  scope: 'draft',
  check(draft, { superiors }, report) {
    for (const link of coverageOf(draft, superiors.plans).links) {
      const { superior, target, label } = link;
      if (!link.outdated || !superior || !target) continue;
      report({
        range: link.range,
        message: t('{0}在核对以后改过，请看这项任务是否还与它相符', label),
        related: [{ uri: superior.uri, range: headingOf(target), message: t('现在是：{0}', target.title) }],
        fixes: [
          {
            title: t('已核对，记下{0}现在的内容', label),
            edits: rememberDigests(draft, [link]),
            safe: false,
          },
        ],
      });
    }
  },
};
