import { CharacterTable, type CharacterSet, type Present } from '../character-set';

/*
 * Characters without which a recogniser has nothing to find. Which of them a text holds is told by one pass; most
 * texts of a plan are done with then, for most recognisers.
 */

const table = new CharacterTable();
const known = new Map<string, CharacterSet>();

/** The characters of which one must be there; recognisers that name the same ones share the sign. */
export function sign(characters: string): CharacterSet {
  let set = known.get(characters);
  if (!set) known.set(characters, (set = table.define(characters)));
  return set;
}

/** The signs a text holds. */
export function signsIn(text: string): Present {
  return table.presentIn(text);
}

const places = new CharacterTable();

/** Characters that are only asked for at one place, not in a text. */
export function characters(members: string): CharacterSet {
  return places.define(members);
}
