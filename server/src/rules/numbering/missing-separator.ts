import { allMarkers } from '../../dialect/all-items';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** A number without the mark after it: 21强化… after 20. */
export const missingSeparator: DraftRule = {
  id: 'numbering/missing-separator',
  summary: '序号后缺少标点',
  level: 'warning',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  reads: ['document', 'structure'],
  check(draft, _context, report) {
    for (const { flaws, text, range, expected } of allMarkers(draft)) {
      if (!flaws.includes('missing-separator')) continue;
      report({
        range,
        message: t('序号“{0}”后缺少标点，应写作“{1}”，否则会与正文的数字混淆', text, expected),
        fixes: [{ title: t('改为“{0}”', expected), edits: [{ range, newText: expected }], safe: true }],
      });
    }
  },
};
