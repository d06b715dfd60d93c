import type { Registry, Unit } from './registry';
import { readPlaces, readUnitName } from './unit-name';

/**
 * The unit's full name in the manner of the draft: where the draft writes 县应急局 for 云溪县应急管理局, it is
 * 县应急管理局; where it writes 云溪县应急局, the county stays.
 */
export function spellLike(unit: Unit, written: string): string {
  const full = unit.name.value;
  const places = unit.area ? readPlaces(unit.area) : [];
  const { area } = readUnitName(written, places);
  const own = readUnitName(full, places);
  if (area.level === '' || area.place !== '' || own.area.place === '') return full;
  const bare = full.replace(/^(?:中国共产党|中共)/, '');
  const end = bare.indexOf(own.area.place) + own.area.place.length;
  return bare.includes(own.area.place) ? own.area.level + bare.slice(end) : full;
}

/** Registered names near a misspelt one, in the manner in which that is written. */
export function nearSpellings(registry: Registry, written: string): readonly string[] {
  const near = registry.nearNames(written);
  return near.map(({ name, unit }) => (name === unit.name.value ? spellLike(unit, written) : name));
}
