import { headingOf } from '../../dialect/labels';
import { coverageOf } from '../../trace/coverage';
import { currentLabel, followItems, keepNumber } from '../../trace/follow-items';
import type { DraftRule, Fix } from '../rule';
import { t } from '../../localise';

/** A statement whose item of the superior's plan, as somebody looked at it, bears another number now. */
export const renumbered: DraftRule = {
  id: 'trace/renumbered',
  summary: '上级要点的这一项换了项号',
  level: 'info',
  certainty: '疑似',
  ground: '本单位',
  scope: 'draft',
  check(draft, { superiors }, report) {
    const { links } = coverageOf(draft, superiors.plans);
    const moved = links.filter(({ formerly }) => formerly !== undefined);
    if (moved.length === 0) return;
    const follow = asFix(t('按上级现在的项号改写各处“落实”'), followItems(draft, links));
    for (const link of moved) {
      const { superior, target, label } = link;
      if (!superior || !target) continue;
      const keep = asFix(t('就是现在的{0}，记下它的内容', label), keepNumber(draft, link));
      report({
        range: link.range,
        message: t('上级重新编了号：原来的{0}现在是{1}', label, currentLabel(link)),
        related: [{ uri: superior.uri, range: headingOf(target), message: target.title }],
        fixes: [...follow, ...keep],
      });
    }
  },
};

function asFix(title: string, edits: Fix['edits']): Fix[] {
  return edits.length === 0 ? [] : [{ title, edits, safe: false }];
}
