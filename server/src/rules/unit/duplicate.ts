import type { Draft, UnitMention } from '../../dialect/model';
import type { Registry, Unit } from '../../registry/registry';
import { relate } from '../../registry/same-unit';
import type { DraftRule, Fix } from '../rule';
import { ofUnitLists, type ListCheck } from '../unit-lists';
import { t } from '../../localise';

const findRepeated: ListCheck = (lists, draft, { registry }, report) => {
  for (const { mentions } of lists) {
    for (let index = 1; index < mentions.length; index++) {
      const mention = mentions[index] as UnitMention;
      const earlier = findEarlier(mentions, index, registry);
      if (!earlier) continue;
      const known = earlier.value === mention.value ? '' : t('，与“{0}”是同一单位', earlier.value);
      report({
        range: mention.range,
        message: t('“{0}”在这里列了两次{1}', mention.value, known),
        related: [{ range: earlier.range, message: t('前一次列在这里') }],
        fixes: removal(draft, mentions[index - 1] as UnitMention, mention, earlier.value === mention.value),
      });
    }
  }
};

/** The first mention of a list that means the same unit as the one at `index`, and stands before it. */
function findEarlier(
  mentions: readonly UnitMention[],
  index: number,
  registry: Registry | undefined,
): UnitMention | undefined {
  const mention = mentions[index] as UnitMention;
  for (let place = 0; place < Math.min(index, LONGEST_LIST); place++) {
    const other = mentions[place] as UnitMention;
    if (areSame(mention, other, registry)) return other;
  }
  return undefined;
}

/** A unit named twice in one list. */
export const duplicate: DraftRule = {
  id: 'unit/duplicate',
  summary: '同一处重复列了单位',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['statements'],
  ...ofUnitLists(findRepeated),
};

/** Names further on are compared with so many only: no plan has a longer list, and a pasted one must not take for ever. */
const LONGEST_LIST = 200;

function areSame(a: UnitMention, b: UnitMention, registry: Registry | undefined): boolean {
  // A牵头，A、B分工负责: once as the lead and once among all is no repetition.
  if (a.role !== b.role) return false;
  if (a.value === b.value) return true;
  if (a.collective || b.collective) return false;
  const [left, right] = [unitOf(a, registry), unitOf(b, registry)];
  if (left || right) return left === right;
  return relate(a.value, b.value) !== 'different';
}

function unitOf({ value }: UnitMention, registry: Registry | undefined): Unit | undefined {
  const found = registry?.resolve(value);
  return found?.status === 'unit' ? found.unit : undefined;
}

/** Takes the name out with the separator before it; only where nothing else stands between. */
function removal(draft: Draft, before: UnitMention, mention: UnitMention, safe: boolean): readonly Fix[] {
  const between = draft.text.slice(before.range.end, mention.range.start);
  if (!/^\s*[、，,；;]\s*$/.test(between)) return [];
  const range = { start: before.range.end, end: mention.range.end };
  return [{ title: t('删去重复的“{0}”', mention.value), edits: [{ range, newText: '' }], safe }];
}
