import type { Draft, UnitMention } from '../dialect/model';
import { namedUnits, type NamedUnit } from './mentions';
import type { Registry, Unit } from './registry';
import { relate } from './same-unit';
import { readParts, shortInitials } from './short-names';
import { spellLike } from './spelling';
import { readUnitName } from './unit-name';

/** The names a draft has for one unit, the most used first. */
export interface NameGroup {
  /** The unit, where a registry knows it. */
  readonly unit: Unit | undefined;
  readonly names: readonly { readonly name: string; readonly mentions: readonly UnitMention[] }[];
  /** The name to keep: the registry's, else the fullest. */
  readonly proper: string;
}

/** Units that a draft names in more than one way; spellings that differ in the area's name only are one way. */
export function unitsWithSeveralNames(draft: Draft, registry: Registry | undefined): readonly NameGroup[] {
  const byName = new Map(namedUnits(draft).map((named) => [named.written, named]));
  const known = new Map<Unit, string[]>();
  const strange: string[] = [];
  for (const { written: name, isUnit } of byName.values()) {
    if (!isUnit) continue;
    const found = registry?.resolve(name, { year: draft.year });
    if (found?.status === 'unit' && found.kind !== 'former') push(known, found.unit, name);
    else if (!found || found.status === 'unknown') strange.push(name);
  }
  const groups = [
    ...[...known].map(([unit, names]) => ({ unit, names })),
    ...groupRelatedNames(strange).map((names) => ({ unit: undefined, names })),
  ].filter(({ names }) => haveSeveralCores(names));
  return groups.map(({ unit, names }) => groupOf(names, byName, unit));
}

function haveSeveralCores(names: readonly string[]): boolean {
  const [first = ''] = names;
  const { core } = readUnitName(first);
  return names.some((name) => readUnitName(name).core !== core);
}

/** Sets of names that are short and full forms of one another; a short form of two different names is left alone. */
export function groupRelatedNames(names: readonly string[]): readonly (readonly string[])[] {
  const groups = new RelatedNames();
  for (const name of [...names].sort((a, b) => b.length - a.length)) groups.add(name);
  return groups.all;
}

/** Groups found by the first character a short form can have, so that a name is compared with a handful only. */
class RelatedNames {
  readonly all: string[][] = [];
  private readonly byInitial = new Map<string, Set<string[]>>();

  /** Longer names are added first: a short form finds its full name there. */
  add(name: string): void {
    const { area, core } = readUnitName(name);
    const { kind, stem } = readParts(core);
    const near = this.byInitial.get(`${area.level} ${kind} ${stem.charAt(0)}`) ?? [];
    const fitting = [...near].filter((group) =>
      group.some((other) => ['short-of', 'same'].includes(relate(name, other))),
    );
    const group = (fitting.length === 1 && fitting[0]) || [];
    if (group.length === 0) this.all.push(group);
    group.push(name);
    for (const initial of [stem.charAt(0), ...shortInitials(core)]) {
      const key = `${area.level} ${kind} ${initial}`;
      const known = this.byInitial.get(key);
      if (known) known.add(group);
      else this.byInitial.set(key, new Set([group]));
    }
  }
}

function groupOf(
  names: readonly string[],
  byName: ReadonlyMap<string, NamedUnit>,
  unit: Unit | undefined,
): NameGroup {
  const entries = names.map((name) => {
    return { name, mentions: (byName.get(name)?.mentions ?? []).filter(({ collective }) => !collective) };
  });
  entries.sort((a, b) => b.mentions.length - a.mentions.length);
  const fullest = names.reduce((best, name) => (name.length > best.length ? name : best), '');
  return { unit, names: entries, proper: unit ? spellLike(unit, fullest) : fullest };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
