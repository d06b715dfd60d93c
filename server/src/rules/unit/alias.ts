import type { Draft, UnitMention } from '../../dialect/model';
import { namedUnits } from '../../registry/mentions';
import type { NameGroup } from '../../registry/name-groups';
import { unitsWithSeveralNames } from '../../registry/name-groups';
import type { Registry } from '../../registry/registry';
import { spellLike } from '../../registry/spelling';
import { replaceAllFix, replaceNameFixes } from '../replace-name';
import type { DraftRule, Finding, Report } from '../rule';
import { list, t } from '../../localise';

/** Two names for one unit in one draft; and a short name where the registry wants the full one. */
export const alias: DraftRule = {
  id: 'unit/alias',
  summary: '同一单位写法不一，或用了简称',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  reads: ['document', 'units'],
  check(draft, { registry }, report) {
    const groups = unitsWithSeveralNames(draft, registry);
    for (const group of groups) report(severalNames(group));
    const told = new Set(groups.flatMap(({ names }) => names.map(({ name }) => name)));
    if (registry) reportShortNames(draft, registry, told, report);
  },
};

/** One finding a unit, at the first place of the rarer name. */
function severalNames({ names, proper, unit }: NameGroup): Finding {
  const [usual, rarer] = names as [NameGroup['names'][number], NameGroup['names'][number]];
  const [first] = rarer.mentions as [UnitMention];
  const counted = list(names.map(({ name, mentions }) => t('“{0}”{1} 处', name, mentions.length)));
  const others = names.filter(({ name }) => name !== proper).flatMap(({ mentions }) => mentions);
  const toUsual = names.filter(({ name }) => name !== usual.name).flatMap(({ mentions }) => mentions);
  return {
    range: first.range,
    message: t(
      '同一单位有{0}种写法：{1}，一份文件宜统一',
      names.length === 2 ? t('两') : names.length,
      counted,
    ),
    ...(unit?.aliasesAllowed ? { level: 'info' as const } : {}),
    related: [
      { range: (usual.mentions as readonly [UnitMention])[0].range, message: t('“{0}”首见于此', usual.name) },
    ],
    fixes: [
      replaceAllFix(others, proper, unit !== undefined),
      ...(usual.name === proper ? [] : [replaceAllFix(toUsual, usual.name)]),
    ],
  };
}

function reportShortNames(draft: Draft, registry: Registry, told: ReadonlySet<string>, report: Report): void {
  for (const named of namedUnits(draft)) {
    const { written } = named;
    if (told.has(written)) continue;
    const found = registry.resolve(written, { year: draft.year });
    if (found.status !== 'unit' || (found.kind !== 'alias' && found.kind !== 'derived')) continue;
    if (found.unit.aliasesAllowed) continue;
    const name = spellLike(found.unit, written);
    const fixesOf = replaceNameFixes(named.mentions, [name], found.kind === 'alias');
    const message = t('“{0}”是简称，名录中的全称是“{1}”', written, name);
    for (const mention of named.mentions)
      if (!mention.collective)
        report({ range: mention.range, level: 'info', message, fixes: fixesOf(mention) });
  }
}
