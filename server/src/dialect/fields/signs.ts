import { CharacterSet, CharacterTable } from '../character-set';

/*
 * Characters, or pairs of neighbours, without which a recogniser has nothing to find. Which of them a text holds is told
 * by one pass; most texts of a plan are done with then, for most recognisers. A search that finds nothing runs to the
 * end of the text, and takes many times as long as this pass.
 */

/** The signs a text holds, a bit for each. */
export interface Present {
  readonly characters: number;
  readonly pairs: number;
}

/** What must be there. */
export interface Sign {
  isIn(present: Present): boolean;
}

/** One of a set of characters, which can also be asked for at one place. */
class CharacterSign extends CharacterSet implements Sign {
  isIn(present: Present): boolean {
    return (present.characters & this.bit) !== 0;
  }
}

/** One of a set of characters right before one of another. */
class PairSign implements Sign {
  constructor(private readonly bit: number) {}

  isIn(present: Present): boolean {
    return (present.pairs & this.bit) !== 0;
  }
}

/** Stands for the end of the text among the second characters of a pair. */
export const END = '\0';

const alone = new CharacterTable();
const firsts = new CharacterTable();
const seconds = new CharacterTable();
const signs = new Map<string, CharacterSign>();
const pairs = new Map<string, PairSign>();

/** The characters of which one must be there; recognisers that name the same ones share the sign. */
export function sign(members: string): CharacterSign {
  return shared(signs, members, () => new CharacterSign(alone.sets, alone.define(members).bit));
}

/** One of `before` must stand right before one of `behind`. */
export function pairSign(before: string, behind: string): Sign {
  return shared(pairs, `${before}\n${behind}`, () => {
    const { bit } = firsts.define(before);
    seconds.define(behind);
    return new PairSign(bit);
  });
}

/** The signs a text holds between two offsets. */
export function signsIn(text: string, start = 0, end = text.length): Present {
  let characters = 0;
  let pairs = 0;
  let before = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    characters |= alone.sets[code] as number;
    pairs |= before & (seconds.sets[code] as number);
    before = firsts.sets[code] as number;
  }
  return { characters, pairs: pairs | (before & (seconds.sets[0] as number)) };
}

let places = new CharacterTable();
const sets = new Map<string, CharacterSet>();

/** Characters that are only asked for at one place, not in a text. */
export function characters(members: string): CharacterSet {
  return shared(sets, members, () => {
    if (places.isFull) places = new CharacterTable();
    return places.define(members);
  });
}

/** A table has room for 32 sets: equal ones are one. */
function shared<Set>(known: Map<string, Set>, members: string, define: () => Set): Set {
  let set = known.get(members);
  if (set === undefined) known.set(members, (set = define()));
  return set;
}
