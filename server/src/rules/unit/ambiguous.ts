import { mentionsOf } from '../../registry/mentions';
import { replaceNameFixes } from '../replace-name';
import type { DraftRule } from '../rule';

/** A name that fits several registered units. */
export const ambiguous: DraftRule = {
  id: 'unit/ambiguous',
  summary: '单位名称可指几个单位',
  level: 'warning',
  certainty: '必错',
  ground: '本单位',
  scope: 'draft',
  check(draft, { registry }, report) {
    if (!registry) return;
    const mentions = mentionsOf(draft);
    for (const mention of mentions) {
      if (mention.collective) continue;
      const found = registry.resolve(mention.value, { year: draft.year });
      if (found.status !== 'ambiguous') continue;
      const names = found.candidates.map(({ unit }) => unit.name.value);
      report({
        range: mention.range,
        message: `“${mention.value}”可以指${names.map((name) => `“${name}”`).join('、')}，请写明是哪一个`,
        fixes: names.flatMap((name) => replaceNameFixes(mention, mentions, name)),
      });
    }
  },
};
