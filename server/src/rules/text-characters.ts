import { CharacterTable } from '../dialect/character-set';

/** The table that rules define their sets of characters in. */
export const textCharacters = new CharacterTable();
