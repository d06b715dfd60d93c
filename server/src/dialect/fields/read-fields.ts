import type { Clause, ClausePart, DeadlineMention, TaskFields, UnitMention, UnitRole } from '../model';
import { moveDeadline } from '../move-fields';
import { intersects, sortByStart, type Located } from '../range';
import { readClauses, unitsOfClause } from './clauses';
import { isBareDate, readDeadlineField, readDeadlines } from './deadlines';
import { readFrequencies } from './frequencies';
import { readProse } from './prose';
import { readTargets } from './targets';
import { characters, signsIn, type Present } from './signs';
import { readUnitList } from './unit-list';

export interface FieldOptions {
  /** The plan's year, against which 6月底前 and 年底 resolve. */
  readonly year?: number | undefined;
}

/**
 * What one piece of a task's text (its title, a paragraph, a clause on a line of its own) states: clauses, units,
 * deadlines, frequencies, targets. Ranges are relative to the piece. A pure function of text and year.
 */
export function readFields(text: string, options: FieldOptions = {}): TaskFields {
  const signs = signsIn(text);
  const clauses = readClauses(text, signs);
  const rest = withoutPlaces(text, clauses);
  const own = { text: rest, signs: rest === text ? signs : signsIn(rest) };
  const prose = readProse(own.text, clauses, own.signs);
  // A clause nearly always closes its text: in this order nothing is left to sort.
  return {
    clauses: prose.clauses.length === 0 ? clauses : sortByStart([...prose.clauses, ...clauses]),
    units: clauses.length === 0 ? prose.units : sortByStart([...prose.units, ...unitsOf(clauses)]),
    deadlines: deadlinesOf(own, clauses, options.year),
    frequencies: readFrequencies(own.text, own.signs),
    targets: targetsOf(own, clauses),
  };
}

function unitsOf(clauses: readonly Clause[]): readonly UnitMention[] {
  const [only] = clauses;
  return clauses.length === 1 && only ? unitsOfClause(only) : clauses.flatMap(unitsOfClause);
}

/** A text with the signs it holds. */
interface SignedText {
  readonly text: string;
  readonly signs: Present;
}

/** 落实：市要点第3、5项 counts nothing and names nobody; everything else keeps its place. */
function withoutPlaces(text: string, clauses: readonly Clause[]): string {
  let rest = text;
  for (const { parts } of clauses) {
    for (const { field, label, content } of parts) {
      if (field !== 'carries-out') continue;
      const start = label?.range.start ?? content.range.start;
      const { end } = content.range;
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    }
  }
  return rest;
}

/** Those of prose, and those that only a clause makes one: 完成时限：2025年12月, （甲负责，6月）. */
function deadlinesOf(
  { text, signs }: SignedText,
  clauses: readonly Clause[],
  year: number | undefined,
): DeadlineMention[] {
  const inProse = readDeadlines(text, year, signs);
  let all = inProse;
  for (const { parts } of clauses) {
    for (const part of parts) {
      const { range } = part.content;
      // What fills the whole field overlaps whatever else could be found in it.
      if (inProse.some((one) => one.range.start <= range.start && range.end <= one.range.end)) continue;
      const found = part.field === 'deadline' ? fieldDeadlines(part, year) : looseDates(part, year);
      const own = found.filter((one) => !inProse.some((other) => intersects(one.range, other.range)));
      if (own.length > 0) all = [...all, ...own];
    }
  }
  return sortByStart(all);
}

function fieldDeadlines({ content }: ClausePart, year: number | undefined): DeadlineMention[] {
  return readDeadlineField(content.value, year).map((one) => moveDeadline(one, content.range.start));
}

/** Spaces part what a list holds, but not the numbers of a date from their units: 11 月 30 日. */
const datesAmongNames =
  /(?<=^|[，,；;、\s])(?:[^，,；;、\s]|(?<=[\d０-９])\s(?=[年月日])|(?<=[年月])\s(?=[\d０-９])){2,16}(?=$|[，,；;。\s])/g;
const NONE: readonly DeadlineMention[] = [];
const inDate = characters('月季年持长常');
/** 持续推进: done all the time, which answers when. */
const ongoing = /^(?:长期|持续|常态化?)(?:坚持|推进|实施|开展)$/;

/** A date among the units of a clause. */
function looseDates({ content, field }: ClausePart, year: number | undefined): readonly DeadlineMention[] {
  if (field !== 'unit' && field !== 'lead' && field !== 'support') return NONE;
  if (!inDate.isIn(content.value)) return NONE;
  return [...content.value.matchAll(datesAmongNames)]
    .filter(([value]) => ongoing.test(value) || isBareDate(value.replace(/\s/g, '')))
    .flatMap(({ 0: value, index }) =>
      readDeadlineField(value, year).map((one) => moveDeadline(one, content.range.start + index)),
    );
}

/** Up to the clause that follows without a stop: 建成3所（县教育局负责）. */
function beforeClause(target: Located, clauses: readonly Clause[]): Located {
  const { start, end } = target.range;
  const clause = clauses.find(({ range }) => start < range.start && range.start < end && end <= range.end);
  if (clause === undefined) return target;
  const value = target.value.slice(0, clause.range.start - start).trimEnd();
  return { value, range: { start, end: start + value.length } };
}

/** What a target field says is a target though no number is in it. */
function targetsOf({ text, signs }: SignedText, clauses: readonly Clause[]): Located[] {
  const found = readTargets(text, signs).map((target) => beforeClause(target, clauses));
  const all = [...found];
  for (const { parts } of clauses) {
    for (const { field, label, content } of parts) {
      if (field !== 'target' || !label || content.value === '') continue;
      if (!found.some((one) => intersects(one.range, content.range))) all.push(content);
    }
  }
  return sortByStart(all);
}

/** A 责任单位 cell of a table; `role` is what its column says of names no 牵头 or 配合 follows. */
export function readUnitCell(cell: string, role: UnitRole = 'responsible'): UnitMention[] {
  // A new line parts names as 、 does.
  const text = cell.replace(/\n/g, '、');
  const clauses = readClauses(text);
  if (clauses.some((clause) => clause.parts.some((part) => part.label)))
    return unitsOf(clauses).map((unit) => ({ ...unit, source: 'row' }));
  // Behind a full stop a cell says what they do: 局公开办7月底前完善制度。
  const stop = text.indexOf('。');
  const end = stop < 0 ? text.length : stop;
  const list = readUnitList(text, 0, end, { role, source: 'row', strict: false });
  if (end >= text.length - 1) return list;
  return [...list, ...readUnitList(text, end + 1, text.length, { role, source: 'row', strict: true })];
}
