import { holdsPlaceholder } from '../../dialect/placeholder';
import { mentionsOf } from '../../registry/mentions';
import { nearSpellings } from '../../registry/spelling';
import { splitJoinedNames } from '../../registry/split-names';
import { replaceNameFixes } from '../replace-name';
import type { DraftRule } from '../rule';
import { list, t } from '../../localise';

/** A unit that the registry does not have. Silent without a registry: then every unit would be one. */
export const unknown: DraftRule = {
  id: 'unit/unknown',
  summary: '单位不在名录中',
  level: 'warning',
  certainty: '疑似',
  ground: '本单位',
  scope: 'draft',
  check(draft, { registry }, report) {
    if (!registry || registry.size === 0) return;
    const mentions = mentionsOf(draft);
    for (const mention of mentions) {
      if (mention.collective || holdsPlaceholder(mention.value)) continue;
      if (registry.resolve(mention.value, { year: draft.year }).status !== 'unknown') continue;
      // Two known names run together are unit/malformed-list's.
      if (splitJoinedNames(mention.value, registry)) continue;
      const near = nearSpellings(registry, mention.value);
      const advice = near.length > 0 ? t('，相近的有{0}', list(near.map((name) => `“${name}”`))) : '';
      const fixes = near.flatMap((name) => replaceNameFixes(mention, mentions, name));
      report({ range: mention.range, message: t('名录中没有“{0}”{1}', mention.value, advice), fixes });
    }
  },
};
