import { CharacterTable, type CharacterSet, type Present } from '../character-set';

/*
 * Characters without which a recogniser has nothing to find. Which of them a text holds is told by one pass; most
 * texts of a plan are done with then, for most recognisers.
 */

const table = new CharacterTable();
const signs = new Map<string, CharacterSet>();

/** The characters of which one must be there; recognisers that name the same ones share the sign. */
export function sign(members: string): CharacterSet {
  return shared(table, signs, members);
}

/** The signs a text holds. */
export function signsIn(text: string): Present {
  return table.presentIn(text);
}

const places = new CharacterTable();
const sets = new Map<string, CharacterSet>();

/** Characters that are only asked for at one place, not in a text. */
export function characters(members: string): CharacterSet {
  return shared(places, sets, members);
}

/** A table has room for 32 sets: equal ones are one. */
function shared(table: CharacterTable, known: Map<string, CharacterSet>, members: string): CharacterSet {
  let set = known.get(members);
  if (!set) known.set(members, (set = table.define(members)));
  return set;
}
