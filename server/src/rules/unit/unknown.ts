import { holdsPlaceholder } from '../../dialect/placeholder';
import { namedUnits } from '../../registry/mentions';
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
  reads: ['document', 'units'],
  check(draft, { registry }, report) {
    if (!registry || registry.size === 0) return;
    for (const named of namedUnits(draft)) {
      const { written } = named;
      if (!named.isUnit || holdsPlaceholder(written)) continue;
      if (registry.resolve(written, { year: draft.year }).status !== 'unknown') continue;
      // Two known names run together are unit/malformed-list's.
      if (splitJoinedNames(written, registry)) continue;
      const near = nearSpellings(registry, written);
      const advice = near.length > 0 ? t('，相近的有{0}', list(near.map((name) => `“${name}”`))) : '';
      const message = t('名录中没有“{0}”{1}', written, advice);
      const fixesOf = replaceNameFixes(named.mentions, near);
      for (const mention of named.mentions)
        if (!mention.collective) report({ range: mention.range, message, fixes: fixesOf(mention) });
    }
  },
};
