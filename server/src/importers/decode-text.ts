import { t } from '../localise';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  /** Without byte order mark; bytes that mean nothing are U+FFFD. */
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly hasMark: boolean;
  /** Bytes that mean nothing in this encoding; a text with any must not be written back. */
  readonly problems: readonly DecodingProblem[];
}

export interface DecodingProblem {
  /** Offset of the first bad byte in the file, counted from 0. */
  readonly byteOffset: number;
  /** Offset in `text` of the replacement character that stands for it. */
  readonly offset: number;
  readonly message: string;
}

/** The bytes are no text at all (an image, an archive, a Word document). */
export class NotTextError extends Error {
  constructor(readonly looksLike: 'zip' | 'ole' | 'pdf' | 'binary') {
    super(looksLike);
  }
}

/**
 * Decodes a text file whose encoding nobody has said: UTF-8, UTF-16 of either order, with byte order mark or without,
 * or GB18030 (which holds GBK and GB2312). Pure.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return decodeAs(marked.encoding, bytes, marked.mark.length);
  rejectKnownFormats(bytes);
  const utf8 = tryUtf8(bytes, 0);
  return utf8 && !looksMistaken(utf8.text) ? utf8 : decodeAs(guessEncoding(bytes), bytes, 0);
}

/** Nearly every file is good UTF-8; the platform tells faster than we do. */
function tryUtf8(bytes: Uint8Array, markLength: number): DecodedText | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
    const text = decoder.decode(bytes.subarray(markLength));
    return { text, encoding: 'utf-8', hasMark: markLength > 0, problems: [] };
  } catch {
    return undefined;
  }
}

/** A short GB18030 text can be good UTF-8 by chance (“10.强” is “10.ǿ”), but then of other scripts than Chinese. */
function looksMistaken(text: string): boolean {
  return !/[\u2e80-\uffff]/u.test(text) && /[\u0080-\u07ff]/u.test(text);
}

function guessEncoding(bytes: Uint8Array): TextEncoding {
  const wide = guessUtf16(bytes);
  if (wide) return wide;
  if (bytes.includes(0)) throw new NotTextError('binary');
  const { characters, bad } = scanUtf8(bytes);
  // UTF-8 with a broken byte still holds Chinese characters; GB18030 read so breaks at every other one.
  return characters > 0 && characters >= 2 * bad.length ? 'utf-8' : 'gb18030';
}

const MARKS: readonly { readonly encoding: TextEncoding; readonly mark: readonly number[] }[] = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
  { encoding: 'gb18030', mark: [0x84, 0x31, 0x95, 0x33] },
];

function decodeAs(encoding: TextEncoding, bytes: Uint8Array, markLength: number): DecodedText {
  const utf8 = encoding === 'utf-8' ? tryUtf8(bytes, markLength) : undefined;
  if (utf8) return utf8;
  const content = bytes.subarray(markLength);
  const decode = (end: number): string =>
    new TextDecoder(encoding, { ignoreBOM: true }).decode(content.subarray(0, end));
  const problems = scan(encoding, content)
    .slice(0, MOST_PROBLEMS)
    .map((start): DecodingProblem => {
      const byte = (content[start] as number).toString(16).toUpperCase().padStart(2, '0');
      const byteOffset = markLength + start;
      const message = t(
        '字节 0x{0}（文件的第 {1} 个字节）不合 {2} 编码，读不成字',
        byte,
        byteOffset + 1,
        NAMES[encoding],
      );
      // What comes before decodes to the same characters by itself: the place is where it ends.
      return { byteOffset, offset: decode(start).length, message };
    });
  return { text: decode(content.length), encoding, hasMark: markLength > 0, problems };
}

/** More would only repeat that the file is damaged. */
const MOST_PROBLEMS = 20;

const NAMES: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
};

function rejectKnownFormats(bytes: Uint8Array): void {
  const starts = (...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) throw new NotTextError('zip');
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new NotTextError('ole');
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) throw new NotTextError('pdf');
}

/**
 * UTF-16 without a mark shows in two ways: line ends, digits and spaces leave a zero byte on one side of each pair;
 * and read the right way round nearly all characters are Chinese, which GB18030 or UTF-8 bytes read so never are.
 */
function guessUtf16(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, 4096);
  const little = commonShare(sample, 1);
  const big = commonShare(sample, 0);
  if (Math.max(little, big) < 0.9) return undefined;
  if (Math.abs(little - big) > 0.3) return little > big ? 'utf-16le' : 'utf-16be';
  // A few letters and digits look Chinese the wrong way round as well (0x31 0x00).
  const lean = countZeros(sample, 1) - countZeros(sample, 0);
  return lean === 0 ? undefined : lean > 0 ? 'utf-16le' : 'utf-16be';
}

function countZeros(bytes: Uint8Array, parity: 0 | 1): number {
  return bytes.filter((byte, index) => byte === 0 && index % 2 === parity).length;
}

/** The share of characters usual in Chinese text when the high byte stands at `highAt` of each pair. */
function commonShare(bytes: Uint8Array, highAt: 0 | 1): number {
  let common = 0;
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const code = ((bytes[i + highAt] as number) << 8) | (bytes[i + 1 - highAt] as number);
    if (isCommon(code)) common++;
  }
  return common / Math.floor(bytes.length / 2);
}

function isCommon(code: number): boolean {
  if (code < 0x7f) return code >= 0x20 || code === 9 || code === 10 || code === 13;
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2460 && code <= 0x249b)
  );
}

function scan(encoding: TextEncoding, bytes: Uint8Array): number[] {
  if (encoding === 'utf-8') return scanUtf8(bytes).bad;
  if (encoding === 'gb18030') return scanGb18030(bytes);
  return scanUtf16(bytes, encoding === 'utf-16le' ? 1 : 0);
}

/** Offsets of bytes that begin no well-formed sequence (Unicode 15.0, table 3-7); counts those of three bytes. */
function scanUtf8(bytes: Uint8Array): { bad: number[]; characters: number } {
  const bad: number[] = [];
  let characters = 0;
  for (let i = 0; i < bytes.length;) {
    const length = (bytes[i] as number) < 0x80 ? 1 : utf8Length(bytes, i);
    if (length === 3) characters++;
    if (length > 0) i += length;
    else {
      bad.push(i++);
      // The rest of a broken sequence is one fault with its start.
      while (i < bytes.length && ((bytes[i] as number) & 0xc0) === 0x80) i++;
    }
  }
  return { bad, characters };
}

function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0;
  for (let k = 1; k < length; k++) if (((bytes[at + k] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0;
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0;
  return length;
}

/** Offsets of bytes that begin no GB18030 character (one, two or four bytes; GB 18030-2022, 5.2). */
function scanGb18030(bytes: Uint8Array): number[] {
  const bad: number[] = [];
  const within = (at: number, low: number, high: number): boolean => {
    const byte = bytes[at];
    return byte !== undefined && byte >= low && byte <= high;
  };
  for (let i = 0; i < bytes.length;) {
    // A lone 0x80 is Windows' euro sign.
    if ((bytes[i] as number) <= 0x80) i++;
    else if (!within(i, 0x81, 0xfe)) bad.push(i++);
    else if (within(i + 1, 0x40, 0xfe) && bytes[i + 1] !== 0x7f) i += 2;
    else if (within(i + 1, 0x30, 0x39) && within(i + 2, 0x81, 0xfe) && within(i + 3, 0x30, 0x39)) i += 4;
    else bad.push(i++);
  }
  return bad;
}

/** Offsets of surrogates without their partner, and of an odd last byte. */
function scanUtf16(bytes: Uint8Array, highAt: 0 | 1): number[] {
  const bad: number[] = [];
  const high = (pair: number): number => bytes[pair + highAt] ?? 0;
  const even = bytes.length - (bytes.length % 2);
  for (let i = 0; i < even; i += 2) {
    if (high(i) < 0xd8 || high(i) > 0xdf) continue;
    if (high(i) <= 0xdb && i + 2 < even && high(i + 2) >= 0xdc && high(i + 2) <= 0xdf) i += 2;
    else bad.push(i);
  }
  if (even < bytes.length) bad.push(even);
  return bad;
}
