import type { Draft, DeadlineMention, Task, UnitMention } from '../dialect/model';
import { applyEdits, contains, type Located, type Range } from '../dialect/range';
import { textWithout } from './task-content';
import type { TaskPair } from './match-tasks';
import { wordDiff, type WordChange } from './word-diff';

/** What a task states several of; in the order in which it states them, as written. */
export type ListField =
  | 'targets'
  | 'leads'
  | 'units'
  | 'supports'
  | 'collectives'
  | 'deadlines'
  | 'frequencies'
  | 'clauses'
  | 'rows';

export interface ListChange {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface WordingChange {
  readonly from: string;
  readonly to: string;
  readonly words: readonly WordChange[];
}

/** What changed in a task; what is absent did not change. */
export type FieldChanges = { readonly [field in ListField]?: ListChange } & {
  readonly title?: WordingChange;
  /** The text after the title, apart from what another field says. */
  readonly wording?: WordingChange;
};

export interface ComparedDrafts {
  readonly old: Draft;
  readonly new: Draft;
}

/** What a unit's name in a draft of a year stands for; two names for one unit are no change. */
export type UnitOf = (name: string, year: number | undefined) => string;

/** Something stated, as written, and what it is told from others by. */
interface Statement {
  readonly value: string;
  readonly key: string;
}

type Stated = Readonly<Record<ListField, readonly Statement[]>>;

export function compareFields(drafts: ComparedDrafts, pair: TaskPair, unitOf: UnitOf): FieldChanges {
  const [before, now] = [
    new StatementReader(drafts.old, unitOf).read(pair.old),
    new StatementReader(drafts.new, unitOf).read(pair.new),
  ];
  const fields = Object.keys(before) as ListField[];
  const differ = (part: keyof Statement): ListField[] =>
    fields.filter((field) => !isSameSet(partsOf(before, field, part), partsOf(now, field, part)));
  const changed = differ('key');
  // A clause is said to have changed where none of what it states has: the order of units, a leader's name.
  const told = changed.some((field) => CLAUSE_FIELDS.includes(field))
    ? changed.filter((field) => field !== 'clauses')
    : changed;
  return {
    ...titleChange(pair),
    ...Object.fromEntries(
      told.map((field) => [
        field,
        { from: partsOf(before, field, 'value'), to: partsOf(now, field, 'value') },
      ]),
    ),
    // What is only written otherwise is no change of the wording either.
    ...wordingChange(drafts, pair, [...told, ...differ('value')]),
  };
}

const CLAUSE_FIELDS: readonly ListField[] = [
  'targets',
  'leads',
  'units',
  'supports',
  'collectives',
  'deadlines',
  'frequencies',
];

function partsOf(stated: Stated, field: ListField, part: keyof Statement): string[] {
  return stated[field].map((statement) => statement[part]);
}

/** Reads what tasks of one draft state. */
class StatementReader {
  constructor(
    private readonly draft: Draft,
    private readonly unitOf: UnitOf,
  ) {}

  read({ fields, rows }: Task): Stated {
    const named = fields.units.filter(({ collective }) => !collective);
    return {
      targets: unique(fields.targets.map((target) => this.passage([target], fields.units))),
      leads: this.units(named.filter(({ role }) => role === 'lead')),
      units: this.units(named),
      supports: this.units(named.filter(({ role }) => role === 'support')),
      collectives: this.units(fields.units.filter(({ collective }) => collective)),
      deadlines: asWritten(fields.deadlines),
      frequencies: asWritten(fields.frequencies),
      clauses: fields.clauses
        .filter(({ kind }) => kind === 'bracket')
        .map(({ content }) => this.passage([content], fields.units)),
      rows: rows.map(({ cells, no, units }) =>
        this.passage(
          cells.filter((cell) => cell !== no && cell.value !== ''),
          units,
        ),
      ),
    };
  }

  private units(mentions: readonly UnitMention[]): Statement[] {
    return unique(mentions.map(({ value }) => ({ value, key: this.nameOf(value) })));
  }

  private nameOf(name: string): string {
    return this.unitOf(name, this.draft.year);
  }

  /** Text with the units in it by what their names stand for. */
  private passage(parts: readonly Located[], units: readonly UnitMention[]): Statement {
    const keyOf = ({ value, range }: Located): string => {
      const within = units.filter((unit) => contains(range, unit.range));
      // A value that is not its range's text (a cell over several lines) is compared as it is.
      if (this.draft.text.slice(range.start, range.end) !== value) return value;
      const edits = within.map((unit) => ({ range: unit.range, newText: this.nameOf(unit.value) }));
      return applyEdits(
        value,
        edits.map((edit) => ({ ...edit, range: shift(edit.range, -range.start) })),
      );
    };
    return { value: parts.map(({ value }) => value).join('；'), key: parts.map(keyOf).join('；') };
  }
}

function shift({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function asWritten(mentions: readonly (Located | DeadlineMention)[]): Statement[] {
  return unique(mentions.map(({ value }) => ({ value, key: value })));
}

/** Each once, in the order of the text. */
function unique(statements: readonly Statement[]): Statement[] {
  return statements.filter(({ key }, i) => statements.findIndex((other) => other.key === key) === i);
}

function isSameSet(from: readonly string[], to: readonly string[]): boolean {
  return from.length === to.length && from.every((value) => to.includes(value));
}

function titleChange({ old, new: current }: TaskPair): Pick<FieldChanges, 'title'> {
  const [from, to] = [old.title, current.title];
  return squeeze(from) === squeeze(to) ? {} : { title: { from, to, words: wordDiff(from, to) } };
}

/** A target that went from 90公里 to 120公里 is told as a target: the wording is what changed besides. */
function wordingChange(
  drafts: ComparedDrafts,
  pair: TaskPair,
  told: readonly ListField[],
): Pick<FieldChanges, 'wording'> {
  const rest = (draft: Draft, task: Task): string =>
    squeeze(textWithout(draft.text, textRange(task), holesOf(task, told), FILLER));
  if (rest(drafts.old, pair.old) === rest(drafts.new, pair.new)) return {};
  const [from, to] = [textOf(drafts.old, pair.old), textOf(drafts.new, pair.new)];
  return { wording: { from, to, words: wordDiff(from, to) } };
}

/** Stands for what is told elsewhere. */
const FILLER = '\u{fffc}';

function holesOf(task: Task, told: readonly ListField[]): Range[] {
  const { fields } = task;
  const mentions: Readonly<Partial<Record<ListField, readonly Located[]>>> = {
    targets: fields.targets,
    deadlines: fields.deadlines,
    frequencies: fields.frequencies,
    units: fields.units.filter(({ collective }) => !collective),
    collectives: fields.units.filter(({ collective }) => collective),
  };
  return [
    ...clauseRanges(task),
    ...markersWithin(task),
    ...told.flatMap((field) => (mentions[field] ?? []).map(({ range }) => range)),
  ];
}

/** A task's text after its title, without bracketed clauses, as people read it. */
export function textOf(draft: Draft, task: Task): string {
  return textWithout(draft.text, textRange(task), clauseRanges(task))
    .replace(/^[。．.|\s]+|[|\s]+$/g, '')
    .replace(/[^\S\n]*[|\t][^\S\n]*/g, '；')
    .replace(/[^\S\n]*\n\s*/g, '\n')
    .trim();
}

function textRange({ item, range }: Task): Range {
  return { start: item.titleRange.end, end: range.end };
}

function clauseRanges({ fields }: Task): Range[] {
  return fields.clauses.filter(({ kind }) => kind === 'bracket').map(({ range }) => range);
}

/** Sub-points that are only renumbered have not changed. */
function markersWithin({ item }: Task): Range[] {
  const below = (items: Task['item']['children']): Range[] =>
    items.flatMap((child) => [child.marker.range, ...below(child.children)]);
  return below(item.children);
}

/** White space is layout. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
