import type { UnitMention } from '../../dialect/model';
import type { Registry } from '../../registry/registry';
import type { DraftRule, Fix } from '../rule';
import { ofUnitLists, type ListCheck } from '../unit-lists';
import { t } from '../../localise';

interface Ranked {
  readonly mention: UnitMention;
  readonly order: number;
}

const findMisplaced: ListCheck = (lists, _draft, { registry, options }, report) => {
  if (!registry) return;
  for (const { mentions } of lists) {
    const listed = mentions.filter(({ role }) => role !== 'lead');
    const hasLead = listed.length < mentions.length;
    const free = options['首位不计'] !== false && !hasLead ? 1 : 0;
    const ranked = rank(listed.slice(free), registry);
    const misplaced = ranked.find(
      (entry, index) => index > 0 && entry.order < (ranked[index - 1] as Ranked).order,
    );
    if (!misplaced) continue;
    const before = ranked.find((entry) => entry.order > misplaced.order) as Ranked;
    report({
      range: misplaced.mention.range,
      message: t('“{0}”按建制序应排在“{1}”之前', misplaced.mention.value, before.mention.value),
      related: [{ range: before.mention.range, message: t('应排在它之前') }],
      fixes: [sortFix(ranked)],
    });
  }
};

/** Units listed in another order than the registry's (建制序). Off by default: many lists put the lead first. */
export const order: DraftRule = {
  id: 'unit/order',
  summary: '单位未按建制序排列',
  level: 'off',
  certainty: '疑似',
  ground: '惯例',
  options: {
    首位不计: {
      type: 'boolean',
      default: true,
      description: '一列单位的第一个常是牵头单位，不参加排序。',
    },
  },
  scope: 'draft',
  reads: ['statements'],
  ...ofUnitLists(findMisplaced),
};

function rank(mentions: readonly UnitMention[], registry: Registry): readonly Ranked[] {
  return mentions.flatMap((mention) => {
    const found = registry.resolve(mention.value);
    const place = found.status === 'unit' ? found.unit.order : undefined;
    return place === undefined ? [] : [{ mention, order: place }];
  });
}

/** Puts the names into one another's places; what stands between them stays. */
function sortFix(ranked: readonly Ranked[]): Fix {
  const sorted = [...ranked].sort((a, b) => a.order - b.order);
  const edits = ranked.flatMap(({ mention }, index) => {
    const newText = (sorted[index] as Ranked).mention.value;
    return newText === mention.value ? [] : [{ range: mention.range, newText }];
  });
  return { title: t('按建制序重新排列'), edits, safe: false };
}
