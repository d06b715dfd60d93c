import { namedUnits } from '../../registry/mentions';
import { replaceNameFixes } from '../replace-name';
import type { DraftRule } from '../rule';
import { list, t } from '../../localise';

/** Beyond so many a list of candidates helps nobody choose. */
const MOST_NAMES = 5;

/** A name that fits several registered units. */
export const ambiguous: DraftRule = {
  id: 'unit/ambiguous',
  summary: '单位名称可指几个单位',
  level: 'warning',
  certainty: '必错',
  ground: '本单位',
  scope: 'draft',
  reads: ['document', 'units'],
  check(draft, { registry }, report) {
    if (!registry) return;
    for (const named of namedUnits(draft)) {
      const { written } = named;
      const found = registry.resolve(written, { year: draft.year });
      if (found.status !== 'ambiguous') continue;
      const names = found.candidates.slice(0, MOST_NAMES).map(({ unit }) => unit.name.value);
      const more = found.candidates.length > names.length ? t('等 {0} 个单位', found.candidates.length) : '';
      const message = t(
        '“{0}”可以指{1}{2}，请写明是哪一个',
        written,
        list(names.map((name) => `“${name}”`)),
        more,
      );
      const fixesOf = replaceNameFixes(named.mentions, names);
      for (const mention of named.mentions)
        if (!mention.collective) report({ range: mention.range, message, fixes: fixesOf(mention) });
    }
  },
};
