import type { Located } from '../dialect/range';
import { COLUMN_HEADS } from './registry-keys';
import type { MapEntry, MapValue, RegistryProblem, TextValue, Value } from './value';
import { located, splitEnumeration } from './value';
import type { YamlReading } from './yaml-value';
import { t } from '../localise';

type Head = (typeof COLUMN_HEADS)[string];
type Row = readonly (Located | undefined)[];

/**
 * Reads a list kept in a spreadsheet and saved as CSV into what the same registry would be in YAML. Lines above the
 * heads (a title over the table) and columns nobody knows (联系人、电话) are passed over.
 */
export function readCsv(text: string): YamlReading {
  const rows = readRows(text);
  const headIndex = rows.findIndex((row) => headsOf(row).includes('全称'));
  if (headIndex < 0) return readBareList(rows, text);
  const heads = headsOf(rows[headIndex] as Row);
  const keys = rows[headIndex] as Row;
  const units = rows
    .slice(headIndex + 1)
    .filter((row) => row.some((cell) => cell !== undefined))
    .map((row) => unitOf(row, heads, keys));
  return { value: listOf(units, text), problems: [] };
}

/** A file of one column without a head is a list of full names. */
function readBareList(rows: readonly Row[], text: string): YamlReading {
  const names = rows.map((row) => row.filter((cell) => cell !== undefined));
  if (names.every((row) => row.length <= 1)) {
    return { value: listOf(names.flat().map(asText), text), problems: [] };
  }
  const problem: RegistryProblem = {
    code: 'missing-name',
    level: 'error',
    message: t('找不到“全称”一列：请在表头写“全称”“简称”“曾用名”“撤销日期”“职责划入”“类别”“序”“上级”等。'),
    range: names[0]?.[0]?.range ?? { start: 0, end: 0 },
  };
  return { value: undefined, problems: [problem] };
}

function headsOf(row: Row): readonly (Head | undefined)[] {
  const heads = row.map((cell) => (cell ? COLUMN_HEADS[cell.value.replace(/\s+|[（(].*$/g, '')] : undefined));
  // 单位 and 名称 both mean the full name; where a list has several such columns the first one counts.
  return heads.map((head, index) => (heads.indexOf(head) === index ? head : undefined));
}

function unitOf(row: Row, heads: readonly (Head | undefined)[], keys: Row): MapValue {
  const entries: MapEntry[] = [];
  const abolition: MapEntry[] = [];
  row.forEach((cell, index) => {
    const head = heads[index];
    const key = keys[index];
    if (!cell || !head || !key) return;
    const at = { ...key, value: ABOLITION_KEY[head] ?? head };
    if (ABOLITION_KEY[head]) abolition.push({ key: at, value: asText(cell) });
    else entries.push({ key: at, value: head === '曾用名' ? formerNamesOf(cell) : asText(cell) });
  });
  const range = rangeOfRow(row);
  if (abolition.length > 0) {
    const [first] = abolition as [MapEntry];
    entries.push({ key: { ...first.key, value: '撤销' }, value: { kind: 'map', entries: abolition, range } });
  }
  return { kind: 'map', entries, range };
}

const ABOLITION_KEY: Readonly<Record<string, string>> = {
  撤销日期: '日期',
  职责划入: '职责划入',
  文件: '文件',
};

/** `县安监局（2019-03-01）、县安办` names two former names, the first with its last day. */
function formerNamesOf(cell: Located): Value {
  const items = splitEnumeration(cell).map((item): Value => {
    const dated = /^(.+?)[（(](\d{4}[^（()）]*?)(?:止|以前|前)?[）)]$/.exec(item.value);
    if (!dated) return asText(item);
    const [, name, date] = dated as unknown as [string, string, string];
    const nameAt = located(name, item.range.start);
    const dateAt = located(date, item.range.start + name.length + 1);
    const entries = [
      { key: { value: '名称', range: nameAt.range }, value: asText(nameAt) },
      { key: { value: '至', range: dateAt.range }, value: asText(dateAt) },
    ];
    return { kind: 'map', entries, range: item.range };
  });
  return { kind: 'list', items, range: cell.range };
}

function asText(cell: Located): TextValue {
  return { kind: 'text', value: cell.value, range: cell.range };
}

function listOf(items: readonly Value[], text: string): Value {
  return { kind: 'list', items, range: { start: 0, end: text.length } };
}

function rangeOfRow(row: Row): { start: number; end: number } {
  const cells = row.filter((cell) => cell !== undefined);
  return { start: cells[0]?.range.start ?? 0, end: cells.at(-1)?.range.end ?? 0 };
}

/** RFC 4180 with the separators that spreadsheets use (comma, semicolon, tab); empty cells are undefined. */
function readRows(text: string): Row[] {
  const separator = separatorOf(text);
  const rows: (Located | undefined)[][] = [];
  let row: (Located | undefined)[] = [];
  let position = 0;
  while (position < text.length) {
    const cell = readCell(text, position, separator);
    row.push(cell.content);
    position = cell.end;
    if (text.charAt(position) === separator) {
      position++;
      if (position < text.length) continue;
    }
    rows.push(row);
    row = [];
    if (text.charAt(position) === '\r') position++;
    if (text.charAt(position) === '\n') position++;
  }
  return rows;
}

function readCell(
  text: string,
  start: number,
  separator: string,
): { content: Located | undefined; end: number } {
  if (text.charAt(start) === '"') return readQuoted(text, start + 1, separator);
  let end = start;
  while (end < text.length && !`${separator}\r\n`.includes(text.charAt(end))) end++;
  return { content: trimmed(text.slice(start, end), start), end };
}

function readQuoted(
  text: string,
  start: number,
  separator: string,
): { content: Located | undefined; end: number } {
  let end = start;
  while (end < text.length && (text.charAt(end) !== '"' || text.charAt(end + 1) === '"')) {
    end += text.charAt(end) === '"' ? 2 : 1;
  }
  const raw = text.slice(start, end);
  const content = trimmed(raw, start);
  // What follows the closing quote up to the separator is no content.
  let next = Math.min(end + 1, text.length);
  while (next < text.length && !`${separator}\r\n`.includes(text.charAt(next))) next++;
  return { content: content && { ...content, value: content.value.replaceAll('""', '"') }, end: next };
}

function trimmed(raw: string, start: number): Located | undefined {
  const value = raw.trim();
  return value ? located(value, start + raw.indexOf(value)) : undefined;
}

function separatorOf(text: string): string {
  const firstLine = text.slice(0, 2000).split(/\r?\n/, 5).join('\n');
  const count = (character: string) => firstLine.split(character).length - 1;
  return [',', '\t', ';'].reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best));
}
