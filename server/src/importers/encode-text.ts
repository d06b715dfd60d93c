import type { TextEncoding } from './decode-text';

/** Writes a text in the encoding it was read in, byte order mark included where there was one. */
export function encodeText(text: string, encoding: TextEncoding, withMark: boolean): Uint8Array {
  const content = withMark ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(content);
  if (encoding === 'gb18030') return encodeGb18030(content);
  return encodeUtf16(content, encoding === 'utf-16le' ? 0 : 1);
}

function encodeUtf16(text: string, lowAt: 0 | 1): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[2 * i + lowAt] = code & 0xff;
    bytes[2 * i + 1 - lowAt] = code >> 8;
  }
  return bytes;
}

/** U+FFFD, for the few private characters (U+E5E5 …) that have no code the platform's decoder reads back. */
const REPLACEMENT: readonly number[] = [0x84, 0x31, 0xa4, 0x37];

function encodeGb18030(text: string): Uint8Array {
  const table = basicPlane();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(code > 0xffff ? supplementary(code) : (table.get(code) ?? REPLACEMENT)));
  }
  return Uint8Array.from(bytes);
}

/** Above the basic plane GB18030 simply counts on from 90 30 81 30 (GB 18030-2022, annex on code allocation). */
function supplementary(code: number): number[] {
  return fourBytes(code - 0x10000, 0x90);
}

function fourBytes(index: number, firstByte: number): number[] {
  return [
    firstByte + Math.floor(index / 12600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}

let table: Map<number, readonly number[]> | undefined;

/** The platform decodes GB18030 but does not encode it: the table is the decoder turned round, made at first use. */
function basicPlane(): Map<number, readonly number[]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030', { ignoreBOM: true });
  const add = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    const code = character.codePointAt(0) as number;
    if (character.length === 1 && code !== 0xfffd && !table?.has(code)) table?.set(code, bytes);
  };
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) add([first, second]);
  }
  for (let index = 0; index < 39420; index++) add(fourBytes(index, 0x81));
  return table;
}
