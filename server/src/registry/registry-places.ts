import type { Located } from '../dialect/range';
import type { Collective, RegistryFile, Unit } from './registry';

/** A name in a registry file: where it stands and which entry it stands for. */
export interface RegistryPlace {
  readonly text: Located;
  readonly role: 'name' | 'alias' | 'former' | 'superior' | 'successor' | 'member';
  /** The entry it stands in. */
  readonly entry: Unit | Collective;
}

/** Every name that a registry file states, in text order. */
export function registryPlaces({ units, collectives }: RegistryFile): readonly RegistryPlace[] {
  const places = [...units.flatMap(placesOfUnit), ...collectives.flatMap(placesOfCollective)];
  return places.sort((a, b) => a.text.range.start - b.text.range.start);
}

export function registryPlaceAt(file: RegistryFile, offset: number): RegistryPlace | undefined {
  return registryPlaces(file).find(({ text: { range } }) => range.start <= offset && offset <= range.end);
}

function placesOfUnit(unit: Unit): readonly RegistryPlace[] {
  const place = (role: RegistryPlace['role']) => (text: Located) => ({ text, role, entry: unit });
  return [
    place('name')(unit.name),
    ...unit.aliases.map(place('alias')),
    ...unit.formerNames.map(({ name }) => place('former')(name)),
    ...(unit.superior ? [place('superior')(unit.superior)] : []),
    ...(unit.abolished?.successors ?? []).map(place('successor')),
  ];
}

function placesOfCollective(collective: Collective): readonly RegistryPlace[] {
  const place = (role: RegistryPlace['role']) => (text: Located) => ({ text, role, entry: collective });
  return [
    place('name')(collective.name),
    ...collective.aliases.map(place('alias')),
    ...collective.members.map(place('member')),
  ];
}
