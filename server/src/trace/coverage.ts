import type { Draft, Item, Task } from '../dialect/model';
import { contains } from '../dialect/range';
import { PerDraft } from '../dialect/reread/per-draft';
import type { Saying } from '../localise';
import { placeOf } from './find-place';
import { concerns, readTrace, type TraceLink } from './read-trace';
import { suggestCarriers, type Suggestion } from './suggest-carriers';
import type { Superior } from './superiors';

export type CoverageState = 'covered' | 'partly' | 'not-covered' | 'outdated';

/** What becomes of one task of a superior's plan in a draft. */
export interface CoverageEntry {
  readonly superior: Superior;
  readonly task: Task;
  /** As people quote it: 第12项. */
  readonly place: string;
  readonly state: CoverageState;
  /** The statements of tasks that carry it out. */
  readonly links: readonly TraceLink[];
  /** For `partly` and `outdated`: what is left to do. */
  readonly reasons: readonly Saying[];
  /** For `not-covered`: the task of the draft that may carry it out, judged by its content. */
  readonly suggestion: Suggestion | undefined;
}

export interface Coverage {
  readonly entries: readonly CoverageEntry[];
  /** Statements that lead nowhere. */
  readonly orphans: readonly TraceLink[];
  readonly links: readonly TraceLink[];
}

const NONE: Coverage = { entries: [], orphans: [], links: [] };

const known = new PerDraft((): { superiors?: readonly Superior[]; coverage: Coverage } => ({
  coverage: NONE,
}));

/**
 * What a draft carries out of its superiors' plans; found once for a draft and the same plans. Where there are no
 * plans, no statement can lead astray.
 */
export function coverageOf(draft: Draft, superiors: readonly Superior[]): Coverage {
  if (superiors.length === 0) return NONE;
  const found = known.of(draft);
  if (found.superiors === superiors) return found.coverage;
  const links = readTrace(draft, superiors);
  const entries = superiors.flatMap((superior) => entriesOf(superior, draft, links));
  const coverage = { entries, links, orphans: links.filter(({ fault }) => fault !== undefined) };
  Object.assign(found, { superiors, coverage });
  return coverage;
}

function entriesOf(superior: Superior, draft: Draft, links: readonly TraceLink[]): CoverageEntry[] {
  const own = links.filter((link) => link.superior === superior);
  const suggestions = suggestCarriers(superior.draft, draft);
  return superior.draft.tasks.map((task) => {
    const carriers = own.filter((link) => concerns(link, task.item));
    const changed = carriers.filter(({ outdated }) => outdated);
    const gaps = carriers.length === 0 ? [] : gapsOf(task, carriers);
    return {
      superior,
      task,
      place: placeOf(superior.draft, task.item),
      state: stateOf(carriers.length, changed.length, gaps.length),
      links: carriers,
      reasons: changed.length > 0 ? [['上级这一项在核对以后改过'], ...gaps] : gaps,
      suggestion: carriers.length === 0 ? suggestions.get(task) : undefined,
    };
  });
}

function stateOf(carriers: number, changed: number, gaps: number): CoverageState {
  if (carriers === 0) return 'not-covered';
  if (changed > 0) return 'outdated';
  return gaps > 0 ? 'partly' : 'covered';
}

/** What a superior's task asks for that none of the tasks that carry it out has. */
function gapsOf(task: Task, links: readonly TraceLink[]): Saying[] {
  const carriers = links.map((link) => link.task);
  const left = pointsLeft(task.item, links);
  const gaps: Saying[] =
    left.length === 0 ? [] : [['没有落实其中的{0}', left.map(({ marker }) => marker.expected).join('')]];
  if (task.complete.target && !carriers.some(({ complete }) => complete.target))
    gaps.push(['上级写明了目标，本稿没有写']);
  const [asked, ours] = [lastDay([task]), lastDay(carriers)];
  if (asked !== undefined && ours === undefined && !carriers.some(({ complete }) => complete.deadline))
    gaps.push(['上级要求 {0} 前完成，本稿没有写时限', asked]);
  if (asked !== undefined && ours !== undefined && ours > asked)
    gaps.push(['上级要求 {0} 前完成，本稿定在 {1}', asked, ours]);
  return gaps;
}

/** Points of the item that nobody carries out, where statements name only some of them. */
function pointsLeft({ children }: Item, links: readonly TraceLink[]): readonly Item[] {
  const targets = links.flatMap(({ target }) => target ?? []);
  const isCovered = (point: Item): boolean => targets.some((target) => contains(target.range, point.range));
  return children.some(isCovered) ||
    targets.some((target) => children.some((point) => contains(point.range, target.range)))
    ? children.filter((point) => !isCovered(point))
    : [];
}

function lastDay(tasks: readonly Task[]): string | undefined {
  return tasks
    .flatMap(({ fields, rows }) => [...fields.deadlines, ...rows.flatMap((row) => row.deadlines)])
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
}
