/**
 * What a text says, in eight letters: FNV-1a of 32 bits; it finds changes, it does not guard against forgery. Letters
 * only, because YAML would take some other digests for numbers.
 */
export function digestText(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash
    .toString(16)
    .padStart(8, '0')
    .replace(/./gu, (digit) => String.fromCharCode(0x61 + parseInt(digit, 16)));
}
