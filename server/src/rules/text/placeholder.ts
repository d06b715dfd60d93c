import { findPattern } from '../find-pattern';
import type { DraftRule } from '../rule';

const PLACEHOLDER =
  /(?<![A-Za-z0-9])[X×ＸxΧ]{2,}(?![A-Za-z0-9])|[?？]{2,}|_{3,}|＿{2,}|[（(【][^（）()【】]{0,6}待(?:定|补充|补|核实|填|确定|完善)[^（）()【】]{0,6}[）)】]|TODO|TBD/g;

/** What a writer left to be filled in. */
export const placeholder: DraftRule = {
  id: 'text/placeholder',
  summary: '留有未填写的内容',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  check(draft, _context, report) {
    for (const { match, range } of findPattern(draft, PLACEHOLDER))
      report({ range, message: `“${match[0]}”像是待填写的内容，印发前应补齐` });
  },
};
