import { open, type FileHandle } from 'node:fs/promises';

/** Name records that name a family: 1, and 16 where the family has more than four styles (OpenType `name`). */
const FAMILY_IDS: readonly number[] = [1, 16];
const UNICODE = 0;
const WINDOWS = 3;
/** Bytes; damaged files may claim more than they hold. */
const LONGEST_TABLE = 1024 * 1024;
const MOST_FONTS = 256;
const MOST_TABLES = 256;

/** The family names in a font file (.ttf, .otf) or collection (.ttc), in all languages; none of a damaged file. */
export async function readFamilyNames(path: string): Promise<readonly string[]> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const names = new Set<string>();
    for (const offset of await fontOffsets(file))
      for (const name of await namesAt(file, offset)) names.add(name);
    return [...names];
  } catch {
    return [];
  } finally {
    await file?.close();
  }
}

async function fontOffsets(file: FileHandle): Promise<readonly number[]> {
  const head = await readAt(file, 0, 12);
  if (head.toString('latin1', 0, 4) !== 'ttcf') return [0];
  const count = Math.min(head.readUInt32BE(8), MOST_FONTS);
  const offsets = await readAt(file, 12, 4 * count);
  return Array.from({ length: count }, (_, i) => offsets.readUInt32BE(4 * i));
}

async function namesAt(file: FileHandle, offset: number): Promise<readonly string[]> {
  const count = Math.min((await readAt(file, offset, 12)).readUInt16BE(4), MOST_TABLES);
  const directory = await readAt(file, offset + 12, 16 * count);
  for (let at = 0; at < directory.length; at += 16) {
    if (directory.toString('latin1', at, at + 4) !== 'name') continue;
    const length = Math.min(directory.readUInt32BE(at + 12), LONGEST_TABLE);
    return namesIn(await readAt(file, directory.readUInt32BE(at + 8), length));
  }
  return [];
}

/** Records of 12 bytes: platform, encoding, language, name, length, offset into the strings. */
function namesIn(table: Buffer): readonly string[] {
  const names: string[] = [];
  const strings = table.readUInt16BE(4);
  for (let i = 0, at = 6; i < table.readUInt16BE(2); i++, at += 12) {
    const platform = table.readUInt16BE(at);
    if (platform !== UNICODE && platform !== WINDOWS) continue;
    if (!FAMILY_IDS.includes(table.readUInt16BE(at + 6))) continue;
    const start = strings + table.readUInt16BE(at + 10);
    names.push(decodeUtf16(table.subarray(start, start + table.readUInt16BE(at + 8))));
  }
  return names;
}

function decodeUtf16(bytes: Buffer): string {
  return new TextDecoder('utf-16be').decode(bytes);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
