import { holdsPlaceholder } from '../../dialect/placeholder';
import { mentionsByName } from '../../registry/mentions';
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
  reads: 'statements',
  check(draft, { registry }, report) {
    if (!registry || registry.size === 0) return;
    for (const [written, all] of mentionsByName(draft)) {
      const mentions = all.filter(({ collective }) => !collective);
      if (mentions.length === 0 || holdsPlaceholder(written)) continue;
      if (registry.resolve(written, { year: draft.year }).status !== 'unknown') continue;
      // Two known names run together are unit/malformed-list's.
      if (splitJoinedNames(written, registry)) continue;
      const near = nearSpellings(registry, written);
      const advice = near.length > 0 ? t('，相近的有{0}', list(near.map((name) => `“${name}”`))) : '';
      const message = t('名录中没有“{0}”{1}', written, advice);
      const fixesOf = replaceNameFixes(all, near);
      for (const mention of mentions) report({ range: mention.range, message, fixes: fixesOf(mention) });
    }
  },
};
