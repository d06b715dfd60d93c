/*
 * Fonts named …_GB2312 hold the 6,763 characters of GB/T 2312 and no other: 〇 and 喆, 堃, 玥 in names come out in
 * whatever font a program finds. The font of the same make without the ending has them.
 */

const ENDING = /_GB2312$/;

/** A piece of a text and the font that has its characters. */
export interface FontPiece {
  readonly text: string;
  readonly font: string;
}

/** A text in pieces, so that none has Chinese characters that its font lacks. */
export function splitByFont(text: string, font: string): readonly FontPiece[] {
  if (!ENDING.test(font) || !hasRare(text)) return [{ text, font }];
  const whole = font.replace(ENDING, '');
  const pieces: { text: string; font: string }[] = [];
  for (const char of text) {
    const fits = isRare(char) ? whole : font;
    const last = pieces.at(-1);
    if (last?.font === fits) last.text += char;
    else pieces.push({ text: char, font: fits });
  }
  return pieces;
}

function hasRare(text: string): boolean {
  for (const char of text) if (isRare(char)) return true;
  return false;
}

const HAN = /\p{Script=Han}/u;

function isRare(char: string): boolean {
  common ??= readCommon();
  return !common.has(char) && HAN.test(char);
}

let common: ReadonlySet<string> | undefined;

/** Rows 16 to 87 of the standard, as its encoding has them. */
function readCommon(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) if (row !== 0xd7 || cell <= 0xf9) bytes.push(row, cell);
  return new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)));
}
