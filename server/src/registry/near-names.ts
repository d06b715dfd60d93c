import { editDistance } from './edit-distance';
import type { NearName, Unit } from './registry';
import type { UnitName } from './unit-name';
import { readUnitName } from './unit-name';

interface Spelling {
  readonly unit: Unit;
  /** The name as the registry writes it. */
  readonly name: string;
  /** Level and core: what is compared, so that 奉节县 and 县 are not counted as a difference. */
  readonly bare: string;
  /** The place's own name, where it says one. */
  readonly place: string;
}

/** How many spellings that share the most characters are measured. */
const MEASURED = 100;
const KEPT = 5;

/** Finds registered names that look like a misspelt one, by the characters they share and then by edit distance. */
export class NearNameIndex {
  private readonly spellings: Spelling[] = [];
  private readonly byCharacter = new Map<string, number[]>();

  constructor(units: readonly Unit[], places: readonly string[]) {
    for (const unit of units) {
      if (unit.abolished) continue;
      for (const { value } of [unit.name, ...unit.aliases]) this.add(unit, value, places);
    }
  }

  private add(unit: Unit, name: string, places: readonly string[]): void {
    const read = readUnitName(name, places);
    const bare = bareOf(read);
    const index = this.spellings.push({ unit, name, bare, place: read.area.place }) - 1;
    for (const character of new Set(bare)) {
      const list = this.byCharacter.get(character);
      if (list) list.push(index);
      else this.byCharacter.set(character, [index]);
    }
  }

  find(name: UnitName): readonly NearName[] {
    const bare = bareOf(name);
    const limit = limitFor(bare);
    const found = new Map<Unit, NearName>();
    for (const { unit, name: spelling, bare: other, place } of this.sharing(bare, limit)) {
      // Of two counties' offices of the same name the one of the county that is written is nearer.
      const elsewhere = name.area.place !== '' && place !== '' && place !== name.area.place ? 0.1 : 0;
      const distance = editDistance(bare, other, limit) + elsewhere;
      if (distance === Infinity || distance >= (found.get(unit)?.distance ?? Infinity)) continue;
      found.set(unit, { name: spelling, unit, distance });
    }
    return [...found.values()].sort((a, b) => a.distance - b.distance).slice(0, KEPT);
  }

  /** Spellings that share enough characters to be within `limit` edits, those that share most first. */
  private sharing(bare: string, limit: number): readonly Spelling[] {
    const shared = new Map<number, number>();
    const characters = new Set(bare);
    for (const character of characters) {
      for (const index of this.byCharacter.get(character) ?? [])
        shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    // A like-sounding character costs 0.4, so `limit` edits may replace 2.5 times as many characters.
    const needed = Math.max(1, characters.size - Math.floor(limit / 0.4));
    return [...shared]
      .filter(([, count]) => count >= needed)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MEASURED)
      .map(([index]) => this.spellings[index] as Spelling);
  }
}

function bareOf(name: UnitName): string {
  return name.area.level + name.core;
}

/** How many edits still look like a slip: 1 in a short name, up to 3 in a long one. */
function limitFor(name: string): number {
  if (name.length <= 4) return 1;
  return name.length <= 9 ? 2 : 3;
}
