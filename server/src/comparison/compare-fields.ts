import type { Draft, DeadlineMention, Task, UnitMention } from '../dialect/model';
import type { Located, Range } from '../dialect/range';
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

type Stated = Readonly<Record<ListField, readonly string[]>>;

export function compareFields(drafts: ComparedDrafts, pair: TaskPair): FieldChanges {
  const [from, to] = [statedBy(pair.old), statedBy(pair.new)];
  const changed = (Object.keys(from) as ListField[]).filter((field) => !isSameSet(from[field], to[field]));
  // A clause is said to have changed where none of what it states has: the order of units, a leader's name.
  const told = changed.some((field) => CLAUSE_FIELDS.includes(field))
    ? changed.filter((field) => field !== 'clauses')
    : changed;
  return {
    ...titleChange(pair),
    ...Object.fromEntries(told.map((field) => [field, { from: from[field], to: to[field] }])),
    ...wordingChange(drafts, pair, told),
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

function statedBy({ fields, rows }: Task): Stated {
  const named = fields.units.filter(({ collective }) => !collective);
  return {
    targets: valuesOf(fields.targets),
    leads: valuesOf(named.filter(({ role }) => role === 'lead')),
    units: valuesOf(named),
    supports: valuesOf(named.filter(({ role }) => role === 'support')),
    collectives: valuesOf(fields.units.filter(({ collective }) => collective)),
    deadlines: valuesOf(fields.deadlines),
    frequencies: valuesOf(fields.frequencies),
    clauses: fields.clauses.filter(({ kind }) => kind === 'bracket').map(({ content }) => content.value),
    rows: rows.map(({ cells, no }) =>
      cells
        .filter((cell) => cell !== no && cell.value !== '')
        .map(({ value }) => value)
        .join('；'),
    ),
  };
}

/** Each once, in the order of the text. */
function valuesOf(mentions: readonly (Located | UnitMention | DeadlineMention)[]): string[] {
  return [...new Set(mentions.map(({ value }) => value))];
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
