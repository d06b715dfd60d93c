import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** What the parts of a workbook may come to when unpacked: a list of units is far smaller, a “zip bomb” far larger. */
const LARGEST_PART_BYTES = 64 * 1024 * 1024;

/**
 * The first sheet of a workbook as CSV, one line a row (so that a line's number is the row's).
 * ECMA-376 Part 1, 18.3 (worksheets) and 18.4 (shared strings). Synchronous, and without the weight of a library that
 * also writes workbooks, because the command line reads a registry before every check.
 */
export function readWorkbookAsCsv(bytes: Uint8Array): string {
  const parts = unpack(bytes);
  const strings = sharedStringsOf(parts);
  const sheet = parse(parts, firstSheetPath(parts));
  const rows = listOf(child(child(sheet, 'worksheet'), 'sheetData'), 'row');
  const lines: string[] = [];
  for (const row of rows) {
    const number = Number(attribute(row, 'r')) || lines.length + 1;
    while (lines.length < number - 1) lines.push('');
    lines.push(cellsOf(row, strings).map(quote).join(','));
  }
  return lines.join('\n') + '\n';
}

type Parts = Readonly<Record<string, Uint8Array>>;
/** An XML element as the parser gives it: children and `@`-attributes by name. */
type Element = Readonly<Record<string, unknown>>;

function unpack(bytes: Uint8Array): Parts {
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (
        !/^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/.test(
          name,
        )
      ) {
        return false;
      }
      if (originalSize > LARGEST_PART_BYTES) throw new RangeError(`${name} is too large`);
      return true;
    },
  });
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  removeNSPrefix: true,
});

function parse(parts: Parts, path: string): Element {
  const part = parts[path];
  if (!part) throw new Error(`no part ${path}`);
  return parser.parse(strFromU8(part)) as Element;
}

function firstSheetPath(parts: Parts): string {
  const sheets = listOf(child(child(parse(parts, 'xl/workbook.xml'), 'workbook'), 'sheets'), 'sheet');
  const id = sheets[0] && attribute(sheets[0], 'id');
  const relations = listOf(
    child(parse(parts, 'xl/_rels/workbook.xml.rels'), 'Relationships'),
    'Relationship',
  );
  const target = relations.map((relation) =>
    attribute(relation, 'Id') === id ? attribute(relation, 'Target') : '',
  );
  const path = target.find((value) => value);
  if (!path) throw new Error('no sheet');
  return path.startsWith('/') ? path.slice(1) : `xl/${path}`;
}

function sharedStringsOf(parts: Parts): readonly string[] {
  if (!parts['xl/sharedStrings.xml']) return [];
  return listOf(child(parse(parts, 'xl/sharedStrings.xml'), 'sst'), 'si').map(textOf);
}

function cellsOf(row: Element, strings: readonly string[]): string[] {
  const cells: string[] = [];
  for (const cell of listOf(row, 'c')) {
    const column = columnOf(attribute(cell, 'r')) ?? cells.length;
    while (cells.length < column) cells.push('');
    cells[column] = valueOf(cell, strings);
  }
  return cells;
}

function valueOf(cell: Element, strings: readonly string[]): string {
  const type = attribute(cell, 't');
  if (type === 'inlineStr') return textOf(child(cell, 'is'));
  const value = plain(cell['v']);
  return type === 's' ? (strings[Number(value)] ?? '') : value;
}

/** The text of a string item: plain, or in runs of different formats; phonetic guides are no text. */
function textOf(item: Element): string {
  if ('t' in item) return plain(item['t']);
  return listOf(item, 'r')
    .map((run) => plain(run['t']))
    .join('');
}

/** `AB12` → 27: columns counted from 0. Undefined for columns beyond what a sheet has. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function child(element: Element, name: string): Element {
  const value = element[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Element) : {};
}

function listOf(element: Element, name: string): readonly Element[] {
  const value = element[name];
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map((item) => (typeof item === 'object' && item !== null ? item : { t: item }) as Element);
}

function attribute(element: Element, name: string): string {
  return plain(element[`@${name}`]);
}

function plain(value: unknown): string {
  if (typeof value === 'object' && value !== null) return plain((value as Element)['#text']);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""').replace(/\r?\n/g, '、')}"` : cell;
}
