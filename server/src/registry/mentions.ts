import { groupBy } from '../dialect/group-by';
import type { Draft, TableRow, Task, UnitMention } from '../dialect/model';
import { contentsOf, moveUnit } from '../dialect/move-fields';
import { once } from '../dialect/once';
import { sortByStart, within, type Range } from '../dialect/range';
import { statedOn, wholeReadingOf, type Stated, type WholeReading } from '../dialect/reread/reread-draft';
import { PerDraft } from '../dialect/reread/per-draft';

/** The units named beside one another in one place: 责任单位：甲、乙、丙. */
export interface UnitList {
  readonly range: Range;
  readonly mentions: readonly UnitMention[];
}

/** Every place a draft names a unit or collective: tasks and task tables, in text order. */
export function mentionsOf(draft: Draft): readonly UnitMention[] {
  return known.of(draft);
}

/** A draft never changes, and seven rules and a dozen features ask. */
const known = new PerDraft(collectMentions);

function collectMentions(draft: Draft): readonly UnitMention[] {
  const all: UnitMention[] = [];
  for (const { fields } of draft.tasks) for (const mention of fields.units) all.push(mention);
  for (const { rows } of draft.tables)
    for (const { units } of rows) for (const mention of units) all.push(mention);
  return inOrder(all);
}

/** What is read twice (in a task and in a row of a table) is one mention. */
function inOrder(all: UnitMention[]): readonly UnitMention[] {
  if (!areAscending(all)) all.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return all.filter((mention, index) => !isSamePlace(mention, all[index + 1]));
}

/** Tables nearly always follow the tasks. */
function areAscending(all: readonly { readonly range: Range }[]): boolean {
  let end = 0;
  for (const { range } of all) {
    if (range.start < end) return false;
    end = range.end;
  }
  return true;
}

function isSamePlace(mention: UnitMention, next: UnitMention | undefined): boolean {
  return mention.range.start === next?.range.start && mention.range.end === next.range.end;
}

/** What a draft names under one name: a plan has thousands of mentions of some dozen names. */
export interface NamedUnit {
  readonly written: string;
  /** In text order. */
  readonly mentions: readonly UnitMention[];
  /** Whether one of them at least is no collective. */
  readonly isUnit: boolean;
}

/** The names a draft has for units and collectives, in the order in which they first appear. */
export function namedUnits(draft: Draft): readonly NamedUnit[] {
  return knownNames.of(draft);
}

const knownNames = new PerDraft((draft) => movedNames(draft) ?? groupNames(draft));

function groupNames(draft: Draft): readonly NamedUnit[] {
  const groups = groupBy(mentionsOf(draft), ({ value }) => value);
  return [...groups].map(([written, mentions]) => ({ written, mentions, isUnit: mentions.some(isUnit) }));
}

function isUnit({ collective }: UnitMention): boolean {
  return !collective;
}

/** Those of a draft of which a few tasks alone were read again; mentions elsewhere are moved when somebody asks. */
function movedNames(draft: Draft): readonly NamedUnit[] | undefined {
  const whole = wholeReadingOf(draft);
  if (whole === undefined) return undefined;
  const gone = new Set(unitsIn(whole.changedIn('before')));
  const come = groupBy(inOrder(unitsIn(whole.changedIn('now'))), ({ value }) => value);
  const known = new Map(namedUnits(whole.draft).map((named) => [named.written, named.mentions]));
  const names = [...new Set([...known.keys(), ...come.keys()])].flatMap((written) => {
    const [before, own] = [known.get(written) ?? [], come.get(written) ?? []];
    const stays = (mention: UnitMention): boolean => !gone.has(mention);
    const first = before.find(stays);
    const start = Math.min(
      first ? whole.map.at(first.range.start) : Infinity,
      own[0]?.range.start ?? Infinity,
    );
    const mentions = once(() => sortByStart([...moveAll(before.filter(stays), whole), ...own]));
    const named = {
      written,
      get mentions() {
        return mentions();
      },
      isUnit: own.some(isUnit) || before.some((mention) => isUnit(mention) && stays(mention)),
    };
    return start < Infinity ? [{ start, named }] : [];
  });
  return names.sort((a, b) => a.start - b.start).map(({ named }) => named);
}

function unitsIn({ tasks, rows }: Stated): UnitMention[] {
  return [...tasks.map(({ fields }) => fields.units), ...rows.map(({ units }) => units)].flat();
}

function moveAll(mentions: readonly UnitMention[], { draft, map }: WholeReading): UnitMention[] {
  return mentions.map((mention) => moveUnit(mention, map.shiftOf(draft.lines.lineAt(mention.range.start))));
}

/** The mention that holds `offset`, its end included: a cursor behind a name still belongs to it. */
export function mentionAt(draft: Draft, offset: number): UnitMention | undefined {
  const near = unitsIn(statedOn(draft, draft.lines.lineAt(offset)));
  return inOrder(near).find(({ range }) => range.start <= offset && offset <= range.end);
}

/** Lists of units: one a field of a clause, one a table cell; a unit in prose stands in no list. */
export function unitListsOf(draft: Draft): readonly UnitList[] {
  return knownLists.of(draft);
}

const knownLists = new PerDraft(collectLists);

function collectLists(draft: Draft): readonly UnitList[] {
  const lists: UnitList[] = [];
  for (const task of draft.tasks) addListsIn(task, lists);
  for (const { rows } of draft.tables) for (const row of rows) addListsInRow(row, lists);
  return uniqueLists(lists);
}

/** The lists in one task's text. */
export function unitListsIn(task: Task): UnitList[] {
  const lists: UnitList[] = [];
  addListsIn(task, lists);
  return lists;
}

export function unitListsInRow(row: TableRow): UnitList[] {
  const lists: UnitList[] = [];
  addListsInRow(row, lists);
  return lists;
}

function addListsIn({ fields }: Task, lists: UnitList[]): void {
  const { units } = fields;
  for (const range of units.length > 0 ? contentsOf(fields) : []) addList(lists, range, units);
}

function addListsInRow({ cells, units }: TableRow, lists: UnitList[]): void {
  for (const cell of cells) addList(lists, cell.range, units);
}

function addList(lists: UnitList[], range: Range, mentions: readonly UnitMention[]): void {
  const listed = within(mentions, range);
  if (listed.length > 0) lists.push({ range, mentions: listed });
}

/** Each place once. Nearly always the lists stand one behind the other, and none is told twice. */
function uniqueLists(lists: readonly UnitList[]): readonly UnitList[] {
  if (areAscending(lists)) return lists;
  const byStart = new Map<number, number[]>();
  return lists.filter(({ range: { start, end } }) => {
    const ends = byStart.get(start);
    if (ends?.includes(end) === true) return false;
    if (ends === undefined) byStart.set(start, [end]);
    else ends.push(end);
    return true;
  });
}
