import { groupBy } from '../dialect/group-by';
import type { Draft, TableRow, UnitMention } from '../dialect/model';
import type { Range } from '../dialect/range';
import { within } from '../dialect/range';

/** The units named beside one another in one place: 责任单位：甲、乙、丙. */
export interface UnitList {
  readonly range: Range;
  readonly mentions: readonly UnitMention[];
}

/** Every place a draft names a unit or collective: tasks and task tables, in text order. */
export function mentionsOf(draft: Draft): readonly UnitMention[] {
  let mentions = known.get(draft);
  if (!mentions) {
    mentions = collectMentions(draft);
    known.set(draft, mentions);
  }
  return mentions;
}

/** A draft never changes, and seven rules and a dozen features ask. */
const known = new WeakMap<Draft, readonly UnitMention[]>();

function collectMentions(draft: Draft): readonly UnitMention[] {
  const all = [...taskMentions(draft), ...rowMentions(draft)].flat();
  all.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  // What is read twice (in a task and in a row of a table) is one mention.
  return all.filter((mention, index) => !isSamePlace(mention, all[index + 1]));
}

function isSamePlace(mention: UnitMention, next: UnitMention | undefined): boolean {
  return mention.range.start === next?.range.start && mention.range.end === next.range.end;
}

/** What a draft names under one name, in text order: a plan has thousands of mentions of some dozen names. */
export function mentionsByName(draft: Draft): ReadonlyMap<string, readonly UnitMention[]> {
  let names = knownNames.get(draft);
  if (!names) {
    names = groupBy(mentionsOf(draft), ({ value }) => value);
    knownNames.set(draft, names);
  }
  return names;
}

const knownNames = new WeakMap<Draft, ReadonlyMap<string, readonly UnitMention[]>>();

/** The mention that holds `offset`, its end included: a cursor behind a name still belongs to it. */
export function mentionAt(draft: Draft, offset: number): UnitMention | undefined {
  return mentionsOf(draft).find(({ range }) => range.start <= offset && offset <= range.end);
}

/** Lists of units: one a field of a clause, one a table cell; a unit in prose stands in no list. */
export function unitListsOf(draft: Draft): readonly UnitList[] {
  let lists = knownLists.get(draft);
  if (!lists) {
    lists = collectLists(draft);
    knownLists.set(draft, lists);
  }
  return lists;
}

const knownLists = new WeakMap<Draft, readonly UnitList[]>();

function collectLists(draft: Draft): readonly UnitList[] {
  const lists: UnitList[] = [];
  const add = (range: Range, mentions: readonly UnitMention[]) => {
    const listed = within(mentions, range);
    if (listed.length > 0) lists.push({ range, mentions: listed });
  };
  for (const { fields } of draft.tasks) {
    for (const clause of fields.clauses)
      for (const part of clause.parts) add(part.content.range, fields.units);
  }
  for (const row of rowsOf(draft)) for (const cell of row.cells) add(cell.range, row.units);
  return uniqueLists(lists);
}

function taskMentions(draft: Draft): readonly (readonly UnitMention[])[] {
  return draft.tasks.map(({ fields }) => fields.units);
}

function rowMentions(draft: Draft): readonly (readonly UnitMention[])[] {
  return rowsOf(draft).map(({ units }) => units);
}

function rowsOf(draft: Draft): readonly TableRow[] {
  return draft.tables.flatMap(({ rows }) => rows);
}

/** Each place once. Places that begin together are few, and stand near one another. */
function uniqueLists(lists: readonly UnitList[]): readonly UnitList[] {
  const byStart = new Map<number, UnitList[]>();
  return lists.filter((list) => {
    const { start, end } = list.range;
    const known = byStart.get(start);
    if (known === undefined) byStart.set(start, [list]);
    else if (known.some(({ range }) => range.end === end)) return false;
    else known.push(list);
    return true;
  });
}
