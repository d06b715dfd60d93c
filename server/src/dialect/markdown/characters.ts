export const TAB = 9;
export const SPACE = 32;
export const HASH = 35;
export const STAR = 42;
export const PLUS = 43;
export const DASH = 45;
export const SLASH = 47;
export const COLON = 58;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const UNDERSCORE = 95;
export const BACKTICK = 96;
export const PIPE = 124;
export const TILDE = 126;
export const BYTE_ORDER_MARK = 0xfeff;

/** White space in the sense of CommonMark's block structure: space and tab. */
export function isMarkdownSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** White space in the sense of a reader: `\s`, the full-width space (U+3000) among it. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  if (code > 0x202f) return code === 0x3000 || code === BYTE_ORDER_MARK || code === 0x205f;
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** The first offset in `[from, to)` that holds neither space nor tab; `to` where there is none. */
export function skipMarkdownSpace(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && isMarkdownSpace(text.charCodeAt(i))) i++;
  return i;
}

/** The first offset in `[from, to)` that holds no white space of any kind; `to` where there is none. */
export function skipSpace(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** The end of `[from, to)` without trailing white space of any kind. */
export function trimEnd(text: string, from: number, to: number): number {
  let i = to;
  while (i > from && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}
