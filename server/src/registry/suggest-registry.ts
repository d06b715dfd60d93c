import type { Draft, UnitMention } from '../dialect/model';
import { mentionsOf } from './mentions';
import { groupRelatedNames } from './name-groups';
import type { Registry } from './registry';
import type { PlannedCollective, PlannedUnit, RegistryPlan } from './registry-yaml';
import { guessCategory, CATEGORIES } from './guess-category';
import { readPlaces } from './unit-name';

/**
 * Drafts a registry from the units that drafts name: short names beside their full names, collectives apart, each
 * with the number of places. What `known` has already is left out.
 */
export function suggestRegistry(drafts: readonly Draft[], known?: Registry): RegistryPlan {
  const units = new Map<string, number>();
  const collectives = new Map<string, number>();
  for (const mention of drafts.flatMap(mentionsOf)) {
    if (known && known.resolve(mention.value).status !== 'unknown') continue;
    count(mention.collective ? collectives : units, mention);
  }
  const planned = groupRelatedNames([...units.keys()]).map((names) => planUnit(names, units));
  return {
    remarks: [
      `根据 ${drafts.length} 份稿件起草的单位名录，井号后是稿中出现的次数。请核对：`,
      '删去不是单位的行，把“全称”改成规范全称，补上漏登的简称、曾用名、撤销和建制序（序）。',
    ],
    area: commonArea(drafts),
    units: planned.sort((a, b) => a.rank - b.rank || b.count - a.count).map(({ unit }) => unit),
    collectives: planCollectives(collectives),
  };
}

function count(names: Map<string, number>, { value }: UnitMention): void {
  names.set(value, (names.get(value) ?? 0) + 1);
}

/** The fullest of the names is taken for the full one, the others for its short names. */
function planUnit(
  names: readonly string[],
  counts: ReadonlyMap<string, number>,
): { unit: PlannedUnit; rank: number; count: number } {
  const [name, ...aliases] = [...names].sort((a, b) => b.length - a.length) as [string, ...string[]];
  const times = (of: string) => counts.get(of) ?? 0;
  const category = guessCategory(name);
  const remark = [`${times(name)} 次`, ...aliases.map((alias) => `${alias} ${times(alias)} 次`)].join('，');
  return {
    unit: { name, aliases, more: [['类别', category]], remark },
    rank: CATEGORIES.indexOf(category),
    count: names.reduce((sum, each) => sum + times(each), 0),
  };
}

/** 县安委会各成员单位 and 县安委会成员单位 are one collective, under the name that is used most. */
function planCollectives(counts: ReadonlyMap<string, number>): readonly PlannedCollective[] {
  const groups = new Map<string, [string, number][]>();
  for (const entry of [...counts].sort((a, b) => b[1] - a[1])) {
    const key = entry[0].normalize('NFKC').replaceAll('各', '');
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((names) => {
    const [[name], ...others] = names as [[string, number], ...[string, number][]];
    const remark = names.map(([each, times], index) => (index === 0 ? `${times} 次` : `${each} ${times} 次`));
    return { name, aliases: others.map(([alias]) => alias), remark: remark.join('，') };
  });
}

/** The place all drafts are from (奉节县人民政府, 奉节县2025年…工作要点); undefined where they are from several. */
function commonArea(drafts: readonly Draft[]): string | undefined {
  const places = drafts.map(({ notice, title }) =>
    readPlaces(notice.issuer?.value ?? title?.value.replace(/^\d{4}年/, '') ?? ''),
  );
  const [first] = places;
  const area = first?.join('');
  return area && places.every((each) => each.join('') === area) ? area : undefined;
}
