/*
 * What a punctuation mark means for the extent of a phrase, as a table: recognisers look at every character of a plan
 * several times.
 */

export const Mark = {
  None: 0,
  /** Ends a part of a sentence: 。，；：… */
  Ends: 1,
  /** 、 between things of one kind. */
  Pause: 2,
  Opens: 3,
  Closes: 4,
  OpensQuotation: 5,
  ClosesQuotation: 6,
} as const;

const table = new Uint8Array(0x10000);
const marks: readonly (readonly [string, number])[] = [
  ['。；;！!？?\n\r，,：:"', Mark.Ends],
  ['、', Mark.Pause],
  ['（(〔[［【〖', Mark.Opens],
  ['）)〕]］】〗', Mark.Closes],
  ['“', Mark.OpensQuotation],
  ['”', Mark.ClosesQuotation],
];
for (const [characters, mark] of marks)
  for (const character of characters) table[character.charCodeAt(0)] = mark;

export function markAt(text: string, offset: number): number {
  return table[text.charCodeAt(offset)] ?? Mark.None;
}

/** A cheap way past most characters: an ideograph is no mark, no white space and no digit. */
export function isIdeograph(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code >= 0x3400 && code <= 0x9fff;
}
