import { withDescendants } from './all-items';
import { classifyLabel } from './fields/labels';
import { assignsDuty } from './framing';
import { groupBy } from './group-by';
import type { ClauseField, Item, Table } from './model';

/**
 * The items that are tasks: leaves outside framing chapters. Sub-points belong to their task: levels 4 and 5 do, unless
 * their section leaves it to them to say who does what, and so do points that each say what one field of a task says.
 * `tables`: those among the items, in text order.
 */
export function findTaskItems(
  items: readonly Item[],
  tables: readonly Pick<Table, 'line'>[],
  text: string,
): readonly Item[] {
  const tasks: Item[] = [];
  const all = withDescendants(items);
  const collecting = {
    text,
    runThrough: pointsRunThrough(all, text),
    partsAlike: itemsOfPartsAlike(all),
    headings: headingsOfTables(all, tables),
  };
  for (const item of items) collect(item, tasks, collecting);
  return tasks;
}

interface Collecting {
  readonly text: string;
  readonly runThrough: boolean;
  readonly partsAlike: ReadonlySet<Item>;
  readonly headings: ReadonlySet<Item>;
}

function collect(item: Item, tasks: Item[], collecting: Collecting): void {
  const { text, runThrough, partsAlike, headings } = collecting;
  if (item.children.length > 0 && !partsAlike.has(item) && (runThrough || !ownsItsPoints(item, text))) {
    for (const child of item.children) collect(child, tasks, collecting);
    return;
  }
  if (!item.isFraming && !isEmpty(item) && !headings.has(item)) tasks.push(item);
}

/** 主要目标指标, 重点工作举措. */
const part = /^[^，。；：:\d]{0,8}(?:目标|指标|任务|内容|举措|措施|要求|安排|分工|成效)$/;

/** Whether a title may be that of a part of what an item says, and of such a part of others. */
export function namesPart(title: string): boolean {
  return title.length <= 10 && part.test(title);
}

/**
 * （一）健康促进 1.主要目标 2.重点举措 （二）强基惠民 1.主要目标 2.重点举措: where several items are divided into parts of
 * the same names, the items are the tasks and not their parts.
 */
function itemsOfPartsAlike(all: readonly Item[]): ReadonlySet<Item> {
  const divided = all.filter(
    ({ children }) => children.length > 1 && children.every(({ title }) => namesPart(title)),
  );
  const byParts = groupBy(divided, ({ children }) => children.map(({ title }) => title).join('\n'));
  return new Set([...byParts.values()].filter((alike) => alike.length > 1).flat());
}

/** （一）防汛抗旱 and a table of tasks below it: the rows are the tasks, and what stands over them is none. */
function headingsOfTables(all: readonly Item[], tables: readonly Pick<Table, 'line'>[]): ReadonlySet<Item> {
  const headings = new Set<Item>();
  let below = 0;
  for (const { line } of tables) {
    while (below < all.length && (all[below] as Item).line < line) below++;
    const above = all[below - 1];
    if (above !== undefined && isTitleAlone(above)) headings.add(above);
  }
  return headings;
}

/** （1）（2） under one section and （3）（4） under the next: what is counted through the plan are its tasks, not points of each. */
function pointsRunThrough(all: readonly Item[], text: string): boolean {
  const owners = all.filter((item) => item.children.length > 0 && ownsItsPoints(item, text));
  if (owners.length < 2) return false;
  const points = owners.flatMap(({ children }) => children);
  return points.every(({ number }, index) => number === index + 1);
}

/** A marker that Enter has just put there says nothing yet: no rule may ask it for a target. */
function isEmpty(item: Item): boolean {
  return item.title === '' && isTitleAlone(item);
}

function isTitleAlone({ runIn, paragraphs, children }: Item): boolean {
  return !runIn && paragraphs.length === 0 && children.length === 0;
}

function ownsItsPoints(item: Item, text: string): boolean {
  if (item.children.some((child) => child.children.length > 0 && !ownsItsPoints(child, text))) return false;
  const first = item.children[0] as Item;
  // （1） and ① under a numbered item are its points; directly under a chapter they are the tasks themselves.
  if (first.level >= 4) return item.level > 2 || (item.level === 2 && !leavesDutyToPoints(item, text));
  return statesByPoints(item.children.map(({ title }) => title));
}

/** （一）经济发展 ①…责任科室：… ②…责任科室：…: a section whose points name, each by itself, who does them. */
function leavesDutyToPoints(section: Item, text: string): boolean {
  const named = section.children.filter((point) => namesDuty(point, text));
  return named.length > 1 && named.length * 2 > section.children.length && !namesDuty(section, text);
}

function namesDuty({ lineRange, paragraphs }: Item, text: string): boolean {
  return [lineRange, ...paragraphs.map(({ range }) => range)].some(({ start, end }) =>
    assignsDuty(text.slice(start, end)),
  );
}

/**
 * 1.目标任务。… 2.责任单位：… 3.完成时限：…: points that bear the names of fields say, one each, what a task says. Told by
 * their titles.
 */
export function statesByPoints(titles: readonly string[]): boolean {
  // Goals and measures are what tasks are called, too; and nearly always a look at the titles is all.
  if (!titles.some((title) => namesWhoOrWhen.test(title))) return false;
  const fields = titles.flatMap((title) => fieldOfPoint(title) ?? []);
  return (
    fields.length >= 2 && fields.length * 2 > titles.length && fields.some((field) => WHO_AND_WHEN.has(field))
  );
}

const namesWhoOrWhen = /^[^：:]{0,8}(?:单位|部门|科室|处室|股室|领导|[任责]人|时限|期限|时间)(?:$|[：:])/;
const WHO_AND_WHEN: ReadonlySet<ClauseField> = new Set(['lead', 'unit', 'support', 'leader', 'deadline']);

/** What a point says of its task, by its title: a label alone, or before a colon. */
function fieldOfPoint(title: string): ClauseField | undefined {
  const colon = title.search(/[：:]/);
  return classifyLabel(colon < 0 ? title : title.slice(0, colon));
}
