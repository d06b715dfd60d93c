import type { Draft, UnitMention } from '../dialect/model';
import { mentionsOf } from './mentions';
import type { Registry, Resolution } from './registry';

export type UnitStatus = 'official' | 'alias' | 'former' | 'collective' | 'unknown';

/** One name as drafts write it, with every place. */
export interface UnitTally {
  readonly name: string;
  readonly status: UnitStatus;
  /** The full name of the unit it means; for an abolished unit that of its successor. */
  readonly official: string | undefined;
  readonly places: readonly { readonly draft: Draft; readonly mention: UnitMention }[];
}

/** All names of units in some drafts, the most used first. */
export function tallyUnits(
  drafts: readonly Draft[],
  registryOf: (draft: Draft) => Registry | undefined,
): readonly UnitTally[] {
  const byName = new Map<string, { draft: Draft; mention: UnitMention }[]>();
  for (const draft of drafts) {
    for (const mention of mentionsOf(draft)) {
      const places = byName.get(mention.value);
      if (places) places.push({ draft, mention });
      else byName.set(mention.value, [{ draft, mention }]);
    }
  }
  return [...byName]
    .map(([name, places]) => tally(name, places, registryOf))
    .sort((a, b) => b.places.length - a.places.length || (a.name < b.name ? -1 : 1));
}

function tally(
  name: string,
  places: UnitTally['places'],
  registryOf: (draft: Draft) => Registry | undefined,
): UnitTally {
  const [{ draft, mention }] = places as [UnitTally['places'][number]];
  const resolution = registryOf(draft)?.resolve(name, { year: draft.year });
  return { name, places, ...judge(resolution, mention) };
}

function judge(
  resolution: Resolution | undefined,
  mention: UnitMention,
): Pick<UnitTally, 'status' | 'official'> {
  if (resolution?.status === 'collective')
    return { status: 'collective', official: resolution.collective.name.value };
  if (resolution?.status === 'unit') {
    const { unit, kind } = resolution;
    const successors = unit.abolished?.successors ?? [];
    if (unit.abolished)
      return { status: 'former', official: successors.length === 1 ? successors[0]?.value : undefined };
    const official = unit.name.value;
    if (kind === 'former') return { status: 'former', official };
    return { status: kind === 'exact' || kind === 'area-variant' ? 'official' : 'alias', official };
  }
  return { status: mention.collective ? 'collective' : 'unknown', official: undefined };
}
