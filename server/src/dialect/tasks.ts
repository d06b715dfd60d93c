import { withDescendants } from './all-items';
import { classifyLabel } from './fields/labels';
import { assignsDuty } from './framing';
import type { ClauseField, Item } from './model';

/**
 * The items that are tasks: leaves outside framing chapters. Sub-points belong to their task: levels 4 and 5 do, unless
 * their section leaves it to them to say who does what, and so do points that each say what one field of a task says.
 */
export function findTaskItems(items: readonly Item[], text: string): readonly Item[] {
  const tasks: Item[] = [];
  const partsAlike = itemsOfPartsAlike(items);
  const runThrough = pointsRunThrough(items, text);
  for (const item of items) collect(item, tasks, { text, runThrough, partsAlike });
  return tasks;
}

interface Collecting {
  readonly text: string;
  readonly runThrough: boolean;
  readonly partsAlike: ReadonlySet<Item>;
}

function collect(item: Item, tasks: Item[], collecting: Collecting): void {
  const { text, runThrough, partsAlike } = collecting;
  if (item.children.length > 0 && !partsAlike.has(item) && (runThrough || !ownsItsPoints(item, text))) {
    for (const child of item.children) collect(child, tasks, collecting);
    return;
  }
  if (!item.isFraming && !isEmpty(item)) tasks.push(item);
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
function itemsOfPartsAlike(items: readonly Item[]): ReadonlySet<Item> {
  const byParts = new Map<string, Item[]>();
  for (const item of withDescendants(items)) {
    const { children } = item;
    if (children.length < 2 || !children.every(({ title }) => namesPart(title))) continue;
    const names = children.map(({ title }) => title).join('\n');
    byParts.set(names, [...(byParts.get(names) ?? []), item]);
  }
  return new Set([...byParts.values()].filter((alike) => alike.length > 1).flat());
}

/** （1）（2） under one section and （3）（4） under the next: what is counted through the plan are its tasks, not points of each. */
function pointsRunThrough(items: readonly Item[], text: string): boolean {
  const owners = withDescendants(items).filter(
    (item) => item.children.length > 0 && ownsItsPoints(item, text),
  );
  if (owners.length < 2) return false;
  const points = owners.flatMap(({ children }) => children);
  return points.every(({ number }, index) => number === index + 1);
}

/** A marker that Enter has just put there says nothing yet: no rule may ask it for a target. */
function isEmpty({ title, runIn, paragraphs, children }: Item): boolean {
  return title === '' && !runIn && paragraphs.length === 0 && children.length === 0;
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
