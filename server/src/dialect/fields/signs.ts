import { CharacterTable, type CharacterSet } from '../character-set';

/*
 * Characters, or pairs of neighbours, without which a recogniser has nothing to find. Which of them a text holds is told
 * by one pass; most texts of a plan are done with then, for most recognisers. A search that finds nothing runs to the
 * end of the text, and takes many times as long as this pass.
 */

/** The signs a text holds, a bit for each; there are more pairs than one number has bits. */
export interface Present {
  readonly characters: number;
  readonly pairs: number;
  readonly otherPairs: number;
}

/** What must be there: one bit of those that tell what is present. */
export class Sign implements Present {
  constructor(
    readonly characters: number,
    readonly pairs: number,
    readonly otherPairs: number,
  ) {}

  isIn({ characters, pairs, otherPairs }: Present): boolean {
    return ((characters & this.characters) | (pairs & this.pairs) | (otherPairs & this.otherPairs)) !== 0;
  }
}

/** Stands for the end of the text among the second characters of a pair. */
export const END = '\0';

/**
 * Characters that belong to the same signs are of one kind; those of kind 0, half of a text, belong to none. What a kind
 * belongs to stands in short tables, which stay at hand in a processor where one with a row for every character does not.
 */
const kinds = new Uint16Array(0x10000);
const MOST_KINDS = 1024;
let kindsKnown = 1;

const table = (): Int32Array => new Int32Array(MOST_KINDS);
/** By kind, a bit for each sign: of characters, of those before and behind in pairs, of the same in further pairs. */
const alone = table();
const before = table();
const behind = table();
const otherBefore = table();
const otherBehind = table();
const tables = [alone, before, behind, otherBefore, otherBehind];

/** Adds a bit to what characters belong to: those of one kind that are among them become one of their own. */
function addBit(members: string, own: Int32Array, bit: number): void {
  const added = new Map<number, number>();
  for (let i = 0; i < members.length; i++) {
    const code = members.charCodeAt(i);
    const kind = kinds[code] as number;
    if (((own[kind] as number) & bit) !== 0) continue;
    if (!added.has(kind)) added.set(kind, copyKind(kind));
    kinds[code] = added.get(kind) as number;
    own[kinds[code] as number] = (own[kind] as number) | bit;
  }
}

function copyKind(kind: number): number {
  if (kindsKnown === MOST_KINDS) throw new RangeError('the tables of signs are full');
  for (const one of tables) one[kindsKnown] = one[kind] as number;
  return kindsKnown++;
}

const signs = new Map<string, Sign>();
const pairs = new Map<string, Sign>();

/** One of these characters must be there; recognisers that name the same ones share the sign. */
export function sign(members: string): Sign {
  return shared(signs, members, () => {
    const bit = freeBit(signs.size);
    addBit(members, alone, bit);
    return new Sign(bit, 0, 0);
  });
}

/** One of the characters `first` must stand right before one of `second`. */
export function pairSign(first: string, second: string): Sign {
  return shared(pairs, `${first}\n${second}`, () => {
    const isOther = pairs.size >= BITS;
    const bit = freeBit(isOther ? pairs.size - BITS : pairs.size);
    addBit(first, isOther ? otherBefore : before, bit);
    addBit(second, isOther ? otherBehind : behind, bit);
    return isOther ? new Sign(0, 0, bit) : new Sign(0, bit, 0);
  });
}

const BITS = 32;

function freeBit(taken: number): number {
  if (taken >= BITS) throw new RangeError('there is no bit left for another sign');
  return 1 << taken;
}

/** The signs a text holds between two offsets. */
export function signsIn(text: string, start = 0, end = text.length): Present {
  let characters = 0;
  let pairs = 0;
  let otherPairs = 0;
  let last = 0;
  for (let i = start; i < end; i++) {
    const kind = kinds[text.charCodeAt(i)] as number;
    if (kind !== 0) {
      characters |= alone[kind] as number;
      pairs |= (before[last] as number) & (behind[kind] as number);
      otherPairs |= (otherBefore[last] as number) & (otherBehind[kind] as number);
    }
    last = kind;
  }
  const atEnd = kinds[END.charCodeAt(0)] as number;
  return {
    characters,
    pairs: pairs | ((before[last] as number) & (behind[atEnd] as number)),
    otherPairs: otherPairs | ((otherBefore[last] as number) & (otherBehind[atEnd] as number)),
  };
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

/** There is room for so many only: equal ones are one. */
function shared<Set>(known: Map<string, Set>, members: string, define: () => Set): Set {
  let set = known.get(members);
  if (set === undefined) known.set(members, (set = define()));
  return set;
}
