import type {
  DraftOverview,
  OutlineNode,
  Range,
  TaskInfo,
  TaskSummary,
  WorkspaceDraft,
} from '../../../server/src/protocol';
import { shownName } from '../draft-name';
import type { Message } from '../localise';

/** A row of the 要点大纲 view, before it is dressed for VS Code. */
export interface TreeNode {
  /** Unique in the tree, and the same after an edit that does not move it: keeps rows expanded. */
  readonly id: string;
  readonly label: string;
  /** What stands behind the label, in words: state is never shown by colour alone. */
  readonly description: string;
  readonly kind:
    'plan' | 'chapter' | 'section' | 'group' | 'complete' | 'incomplete' | 'point' | 'attachment';
  /** The draft it is of. */
  readonly uri: string;
  /** Whether it stands at its place in the text, so that it can be moved from there. */
  readonly movable: boolean;
  /** Of a task: what it lacks. */
  readonly lacks: readonly RequiredField[];
  readonly range: Range | undefined;
  readonly selectionRange: Range | undefined;
  readonly children: readonly TreeNode[];
}

export type RequiredField = keyof TaskInfo['complete'];

export const groupings = ['chapter', 'unit', 'deadline', 'state'] as const;
export type Grouping = (typeof groupings)[number];

export interface TreeOptions {
  readonly grouping: Grouping;
  /** 只看缺项. */
  readonly onlyMissing: boolean;
  /** ISO date of today, to tell what is overdue. */
  readonly today: string;
}

type Translate = (message: Message, ...values: (string | number)[]) => string;

/** The row of a draft above its own rows, where there are several. */
export function planNode(
  { uri, title, summary }: WorkspaceDraft,
  rows: readonly TreeNode[],
  t: Translate,
): TreeNode {
  return {
    id: uri,
    label: shownName({ title, uri }),
    description: counts(summary, t),
    kind: 'plan',
    ...ofWhole(uri),
    children: rows,
  };
}

/** Builds the rows from an overview; `t` puts the words into the user's language. */
export function buildTree(overview: DraftOverview, options: TreeOptions, t: Translate): TreeNode[] {
  if (options.grouping === 'chapter') return byChapter(overview, options, t);
  const shown = overview.tasks.filter((task) => !options.onlyMissing || missing(task, t).length > 0);
  const groups = {
    unit: () => byUnit(shown, t),
    deadline: () => byDeadline(shown, options.today, t),
    state: () => byState(shown, t),
  }[options.grouping]();
  const rows = groups.map(({ label, tasks, note }): TreeNode => ({
    id: `${options.grouping}:${label}`,
    label,
    description: note ? `${counts(summarise(tasks), t)} · ${note}` : counts(summarise(tasks), t),
    kind: 'group',
    ...ofWhole(overview.uri),
    children: tasks.map((task) =>
      taskNode(task, { path: `${options.grouping}:${label}`, uri: overview.uri }, t),
    ),
  }));
  return unique(rows);
}

/** A row that stands for no place in the text. */
function ofWhole(uri: string): Pick<TreeNode, 'uri' | 'movable' | 'lacks' | 'range' | 'selectionRange'> {
  return { uri, movable: false, lacks: [], range: undefined, selectionRange: undefined };
}

/** `6项 · 缺2项`. */
export function counts({ tasks, complete }: TaskSummary, t: Translate): string {
  if (tasks === 0) return '';
  return complete === tasks ? t('{0}项 · 完整', tasks) : t('{0}项 · 缺{1}项', tasks, tasks - complete);
}

/** What a task lacks, in words: 目标、单位、时限. */
export function missing(task: TaskInfo, t: Translate): string[] {
  return lacksOf(task).map((field) => fieldName(field, t));
}

export function fieldName(field: RequiredField, t: Translate): string {
  return { target: t('目标'), unit: t('责任单位'), deadline: t('完成时限') }[field];
}

function lacksOf({ complete }: TaskInfo): RequiredField[] {
  return (['target', 'unit', 'deadline'] as const).filter((field) => !complete[field]);
}

interface Group {
  readonly label: string;
  readonly tasks: readonly TaskInfo[];
  readonly note?: string;
}

function byChapter(overview: DraftOverview, options: TreeOptions, t: Translate): TreeNode[] {
  const build = (node: OutlineNode, path: string): TreeNode[] => {
    const id = `${path}/${node.label}`;
    const task = node.task === undefined ? undefined : overview.tasks[node.task];
    if (options.onlyMissing && !leadsToGap(node, overview)) return [];
    const children = node.children.flatMap((child) => build(child, id));
    const { uri } = overview;
    if (task)
      return [{ ...taskNode(task, { path, uri }, t), id, range: node.range, movable: true, children }];
    return [
      {
        id,
        label: node.label,
        description: node.summary ? counts(node.summary, t) : '',
        kind: node.kind === 'table' ? 'attachment' : node.kind === 'task' ? 'point' : node.kind,
        uri,
        movable: node.kind !== 'attachment' && node.kind !== 'table',
        lacks: [],
        range: node.range,
        selectionRange: node.selectionRange,
        children,
      },
    ];
  };
  return unique(overview.outline.flatMap((node) => build(node, 'chapter:')));
}

function leadsToGap(node: OutlineNode, overview: DraftOverview): boolean {
  const task = node.task === undefined ? undefined : overview.tasks[node.task];
  if (task) return Object.values(task.complete).includes(false);
  return node.children.some((child) => leadsToGap(child, overview));
}

/** Two items may bear the same number and title; rows need different ids. */
function unique(nodes: readonly TreeNode[], seen = new Set<string>()): TreeNode[] {
  return nodes.map((node) => {
    let id = node.id;
    for (let copy = 2; seen.has(id); copy++) id = `${node.id}#${copy}`;
    seen.add(id);
    return { ...node, id, children: unique(node.children, seen) };
  });
}

function taskNode(
  task: TaskInfo,
  { path, uri }: { readonly path: string; readonly uri: string },
  t: Translate,
): TreeNode {
  const gaps = missing(task, t);
  return {
    id: `${path}/${task.marker}${task.title}`,
    label: `${task.marker}${task.title}`,
    description: gaps.length === 0 ? t('完整') : t('缺{0}', gaps.join(t('、'))),
    kind: gaps.length === 0 ? 'complete' : 'incomplete',
    uri,
    movable: false,
    lacks: lacksOf(task),
    range: task.range,
    selectionRange: task.selectionRange,
    children: [],
  };
}

/** The units by the number of their tasks, each with how many it leads; tasks without a unit last. */
function byUnit(tasks: readonly TaskInfo[], t: Translate): Group[] {
  const load = new Map<string, { tasks: TaskInfo[]; leads: number }>();
  for (const task of tasks) {
    const leads = new Set(task.leads.map(({ text }) => text));
    const named = [...task.leads, ...task.units, ...task.supports, ...task.collectives].map(
      ({ text }) => text,
    );
    for (const name of new Set(named)) {
      const entry = load.get(name) ?? { tasks: [], leads: 0 };
      entry.tasks.push(task);
      if (leads.has(name)) entry.leads++;
      load.set(name, entry);
    }
  }
  const groups: Group[] = [...load]
    .sort(([, a], [, b]) => b.tasks.length - a.tasks.length)
    .map(([label, { tasks, leads }]) => ({
      label,
      tasks,
      note: leads > 0 ? t('牵头 {0}', leads) : undefined,
    }));
  return withRest(
    groups,
    t('未明确责任单位'),
    tasks.filter(({ complete }) => !complete.unit),
  );
}

/** By the month of the last deadline; overdue ones and those without a date are told apart. */
function byDeadline(tasks: readonly TaskInfo[], today: string, t: Translate): Group[] {
  const months = new Map<string, TaskInfo[]>();
  const undated: TaskInfo[] = [];
  const none: TaskInfo[] = [];
  for (const task of tasks) {
    const dates = task.deadlines.flatMap(({ date }) => date ?? []).sort();
    const last = dates.at(-1);
    if (last) months.set(last.slice(0, 7), [...(months.get(last.slice(0, 7)) ?? []), task]);
    else (task.complete.deadline ? undated : none).push(task);
  }
  const groups: Group[] = [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, tasks]) => ({
      label: t('{0}年{1}月', Number(month.slice(0, 4)), Number(month.slice(5))),
      tasks,
      note: month < today.slice(0, 7) ? t('已到期') : undefined,
    }));
  return withRest(withRest(groups, t('时限没有具体日期'), undated), t('未写完成时限'), none);
}

function byState(tasks: readonly TaskInfo[], t: Translate): Group[] {
  const lacking = (field: keyof TaskInfo['complete']): TaskInfo[] =>
    tasks.filter((task) => !task.complete[field]);
  const groups: Group[] = [];
  for (const [label, members] of [
    [t('缺目标'), lacking('target')],
    [t('缺责任单位'), lacking('unit')],
    [t('缺完成时限'), lacking('deadline')],
    [t('完整'), tasks.filter(({ complete }) => complete.target && complete.unit && complete.deadline)],
  ] as const) {
    groups.push(...withRest([], label, members));
  }
  return groups;
}

function withRest(groups: readonly Group[], label: string, tasks: readonly TaskInfo[]): Group[] {
  return tasks.length > 0 ? [...groups, { label, tasks }] : [...groups];
}

function summarise(tasks: readonly TaskInfo[]): TaskSummary {
  const lacks = (field: keyof TaskInfo['complete']): number =>
    tasks.filter((task) => !task.complete[field]).length;
  const complete = tasks.filter(
    ({ complete }) => complete.target && complete.unit && complete.deadline,
  ).length;
  return {
    tasks: tasks.length,
    complete,
    missing: { target: lacks('target'), unit: lacks('unit'), deadline: lacks('deadline') },
  };
}
