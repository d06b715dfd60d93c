import type { UnitMention } from '../../dialect/model';
import type { Collective, Registry } from '../../registry/registry';
import type { DraftRule } from '../rule';
import { ofUnitLists, type ListCheck } from '../unit-lists';
import { t } from '../../localise';

const findMembers: ListCheck = (lists, _draft, { registry }, report) => {
  if (!registry || registry.collectives.length === 0) return;
  for (const { mentions } of lists) {
    const collectives = mentions.flatMap((mention) => collectiveOf(mention, registry));
    for (const mention of mentions) {
      // As the lead a member is named for a reason: 青岭镇牵头，各乡镇配合.
      if (mention.role === 'lead') continue;
      const holder = collectives.find(({ collective }) => holds(collective, mention, registry));
      if (!holder) continue;
      report({
        range: mention.range,
        message: t('“{0}”已包含在“{1}”中', mention.value, holder.mention.value),
        related: [{ range: holder.mention.range, message: t('集合列在这里') }],
      });
    }
  }
};

/** A unit listed beside a collective that already holds it: 各乡镇（街道）、青岭镇. */
export const memberOfCollective: DraftRule = {
  id: 'unit/member-of-collective',
  summary: '单位与包含它的集合并列',
  level: 'info',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  reads: ['statements'],
  ...ofUnitLists(findMembers),
};

function collectiveOf(mention: UnitMention, registry: Registry) {
  const found = registry.resolve(mention.value);
  return found.status === 'collective' ? [{ mention, collective: found.collective }] : [];
}

function holds(collective: Collective, { value }: UnitMention, registry: Registry): boolean {
  const found = registry.resolve(value);
  return found.status === 'unit' && registry.membersOf(collective).includes(found.unit);
}
