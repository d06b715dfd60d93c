import { applyEdits, type Range, type TextEdit } from '../dialect/range';
import { readRegistryFile } from './read-registry';
import type { Collective, RegistryFile, Unit } from './registry';
import { scalar } from './registry-yaml';
import { readYaml } from './yaml-value';

/** A registry in YAML as text and as read. */
export interface EditableRegistry {
  readonly file: RegistryFile;
  readonly text: string;
}

/** Adds a unit behind the last one. Undefined where the file is written in a way that is left to a person. */
export function addUnit(registry: EditableRegistry, name: string): readonly TextEdit[] | undefined {
  const { file, text } = registry;
  const last = lastOf(file.units);
  const edit = last
    ? insertBehind(text, last, `全称: ${scalar(name)}`, scalar(name))
    : append(text, '单位', `全称: ${scalar(name)}`);
  return checked(registry, edit, ({ units }) => units.some((unit) => unit.name.value === name));
}

export function addCollective(registry: EditableRegistry, name: string): readonly TextEdit[] | undefined {
  const { file, text } = registry;
  const last = lastOf(file.collectives);
  const edit = last
    ? insertBehind(text, last, `名称: ${scalar(name)}`, scalar(name))
    : append(text, '集合', `名称: ${scalar(name)}`);
  return checked(registry, edit, ({ collectives }) => collectives.some((each) => each.name.value === name));
}

/** Adds a short name to a unit. */
export function addAlias(
  registry: EditableRegistry,
  unit: Unit,
  alias: string,
): readonly TextEdit[] | undefined {
  const edit = aliasEdit(registry.text, unit, alias);
  return checked(registry, edit, ({ units }) =>
    units.some(
      ({ name, aliases }) => name.value === unit.name.value && aliases.some(({ value }) => value === alias),
    ),
  );
}

function aliasEdit(text: string, unit: Unit, alias: string): TextEdit {
  const last = unit.aliases.at(-1);
  if (!last) return firstAlias(text, unit, alias);
  const end = behindQuote(text, last.range.end);
  const before = lineBefore(text, last.range.start);
  if (/^\s*- +["']?$/.test(before))
    return insert(end, `${eolOf(text)}${before.replace(/["']$/, '')}${scalar(alias)}`);
  const isInList = /^\s*[,\]]/.test(text.slice(end));
  return insert(isInList ? end : last.range.end, isInList ? `, ${scalar(alias)}` : `、${alias}`);
}

/** A unit written as a bare name becomes an entry; in `{ 全称: … }` the key goes behind the name, else on a line of its own. */
function firstAlias(text: string, unit: Unit, alias: string): TextEdit {
  const { range } = unit.name;
  const list = `[${scalar(alias)}]`;
  if (unit.range.start >= range.start - 1) {
    const whole = { start: unit.range.start, end: behindQuote(text, unit.range.end) };
    const start = text.charAt(whole.start - 1).match(/["']/) ? whole.start - 1 : whole.start;
    return {
      range: { start, end: whole.end },
      newText: `{ 全称: ${scalar(unit.name.value)}, 简称: ${list} }`,
    };
  }
  const end = behindQuote(text, range.end);
  if (text.charAt(unit.range.start) === '{') return insert(end, `, 简称: ${list}`);
  const column = lineBefore(text, unit.range.start).length;
  return insert(lineEnd(text, end), `${eolOf(text)}${' '.repeat(column)}简称: ${list}`);
}

/** A new entry of a list behind `last`: on a line of its own, or within brackets. */
function insertBehind(text: string, last: Unit | Collective, entry: string, bare: string): TextEdit {
  const before = lineBefore(text, last.range.start).replace(/["']$/, '');
  const end = text.slice(0, last.range.end).trimEnd().length;
  if (/^\s*- +$/.test(before)) return insert(lineEnd(text, end), `${eolOf(text)}${before}${entry}`);
  // `各镇: [甲镇]` in the short form of 集合.
  if (/^\s+$/.test(before) && 'members' in last)
    return insert(lineEnd(text, end), `${eolOf(text)}${before}${bare}: []`);
  return insert(behindQuote(text, end), `, ${text.charAt(last.range.start) === '{' ? `{ ${entry} }` : bare}`);
}

function append(text: string, key: string, entry: string): TextEdit {
  const eol = eolOf(text);
  const gap = text === '' || /\n$/.test(text) ? '' : eol;
  return insert(text.length, `${gap}${key}:${eol}  - ${entry}${eol}`);
}

/** An edit that does not read back as it should, or breaks something, is not made. */
function checked(
  { file, text }: EditableRegistry,
  edit: TextEdit,
  isThere: (file: RegistryFile) => boolean,
): readonly TextEdit[] | undefined {
  const after = readRegistryFile(file.uri, readYaml(applyEdits(text, [edit])));
  const loses = after.units.length < file.units.length || after.collectives.length < file.collectives.length;
  return isThere(after) && !loses && after.problems.length <= file.problems.length ? [edit] : undefined;
}

function lastOf<T extends { readonly range: Range }>(entries: readonly T[]): T | undefined {
  return entries.reduce<T | undefined>(
    (last, entry) => (last && last.range.start > entry.range.start ? last : entry),
    undefined,
  );
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

function behindQuote(text: string, offset: number): number {
  return /["']/.test(text.charAt(offset)) ? offset + 1 : offset;
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function lineEnd(text: string, offset: number): number {
  const end = text.slice(offset).search(/\r?\n|$/);
  return offset + end;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
