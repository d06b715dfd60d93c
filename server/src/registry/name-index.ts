import type { FormerName, MatchKind, Unit } from './registry';
import { abbreviates, readParts, shortInitials } from './short-names';
import type { Area, UnitName } from './unit-name';
import { areasAgree, completeArea, readUnitName } from './unit-name';

/** One name of one unit, taken apart. */
interface IndexedName {
  readonly unit: Unit;
  readonly name: UnitName;
  /** The area the name stands in, completed from 区划前缀. */
  readonly area: Area;
  readonly source: 'full' | 'alias' | 'former';
  readonly formerName: FormerName | undefined;
}

/** A unit a name may mean, and how it was found. `rank`: lower is surer. */
export interface Candidate {
  readonly unit: Unit;
  readonly kind: MatchKind;
  readonly rank: number;
  readonly formerName: FormerName | undefined;
}

/**
 * Names by their text, by their core, and by the kind and first character of what may abbreviate them, so that a
 * look-up touches a handful of names and not all 5,000.
 */
export class NameIndex {
  private readonly byText = new Map<string, IndexedName[]>();
  private readonly byCore = new Map<string, IndexedName[]>();
  private readonly byShortInitial = new Map<string, IndexedName[]>();
  private readonly byInitial = new Map<string, IndexedName[]>();

  constructor(units: readonly Unit[], places: readonly string[]) {
    for (const unit of units) for (const name of namesOf(unit, places)) this.add(name);
  }

  private add(indexed: IndexedName): void {
    const { core } = indexed.name;
    push(this.byText, indexed.name.text, indexed);
    push(this.byCore, core, indexed);
    const { kind, stem } = readParts(core);
    if (!kind) return;
    for (const initial of shortInitials(core)) push(this.byShortInitial, kind + initial, indexed);
    push(this.byInitial, kind + stem.charAt(0), indexed);
  }

  candidates(name: UnitName): readonly Candidate[] {
    const exact = this.byText.get(name.text);
    if (exact) return exact.map((indexed) => candidateOf(indexed, 'text'));
    const sameCore = (this.byCore.get(name.core) ?? []).filter(({ area }) => areasAgree(area, name.area));
    if (sameCore.length > 0) return sameCore.map((indexed) => candidateOf(indexed, 'area'));
    return this.derived(name).map((indexed) => candidateOf(indexed, 'derived'));
  }

  /** Names that `name` abbreviates, or that abbreviate it (a list of short names meeting a full one). */
  private derived(name: UnitName): readonly IndexedName[] {
    const { kind, stem } = readParts(name.core);
    if (!kind) return [];
    const found = new Set<IndexedName>();
    for (const indexed of this.byShortInitial.get(kind + stem.charAt(0)) ?? []) {
      if (areasAgree(indexed.area, name.area) && abbreviates(name.core, indexed.name.core))
        found.add(indexed);
    }
    for (const initial of shortInitials(name.core)) {
      for (const indexed of this.byInitial.get(kind + initial) ?? []) {
        if (areasAgree(indexed.area, name.area) && abbreviates(indexed.name.core, name.core))
          found.add(indexed);
      }
    }
    return [...found];
  }
}

function namesOf(unit: Unit, places: readonly string[]): readonly IndexedName[] {
  const indexed = (text: string, source: IndexedName['source'], formerName?: FormerName): IndexedName => {
    const name = readUnitName(text, places);
    return { unit, name, area: completeArea(name.area, unit.area), source, formerName };
  };
  return [
    indexed(unit.name.value, 'full'),
    ...unit.aliases.map((alias) => indexed(alias.value, 'alias')),
    ...unit.formerNames.map((former) => indexed(former.name.value, 'former', former)),
  ];
}

const RANKS: Readonly<Record<IndexedName['source'], Readonly<Record<'text' | 'area' | 'derived', number>>>> =
  {
    full: { text: 0, area: 2, derived: 4 },
    alias: { text: 1, area: 3, derived: 5 },
    former: { text: 6, area: 7, derived: 8 },
  };

function candidateOf(indexed: IndexedName, found: 'text' | 'area' | 'derived'): Candidate {
  const { unit, source, formerName } = indexed;
  return { unit, kind: kindOf(source, found), rank: RANKS[source][found], formerName };
}

function kindOf(source: IndexedName['source'], found: 'text' | 'area' | 'derived'): MatchKind {
  if (source === 'former') return 'former';
  if (found === 'derived') return 'derived';
  if (source === 'alias') return 'alias';
  return found === 'text' ? 'exact' : 'area-variant';
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
