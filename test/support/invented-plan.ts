import { formatChineseNumeral, formatCircledNumber } from '../../server/src/dialect/numerals';

/** How an invented plan writes and counts its markers. */
export interface Manner {
  readonly name: string;
  /** Writes the marker of a chapter, section or task; a plan without chapters or sections leaves them out. */
  readonly chapter?: (number: number) => string;
  readonly section?: (number: number) => string;
  readonly task: (number: number) => string;
  /** Where tasks begin to count anew. */
  readonly tasksRestart: 'never' | 'chapter' | 'section';
  /** Whether sections count through the chapters. */
  readonly sectionsRun?: boolean;
}

const chinese = (close: string) => (number: number) => `${formatChineseNumeral(number)}${close}`;
const paren = (open: string, close: string) => (number: number) =>
  `${open}${formatChineseNumeral(number)}${close}`;
const arabic = (close: string) => (number: number) => `${number}${close}`;
const ordinal = (unit: string) => (number: number) => `第${formatChineseNumeral(number)}${unit}　`;

/** The manners met in published plans of several provinces. */
export const MANNERS: readonly Manner[] = [
  {
    name: '一、（一）1．, tasks running through',
    chapter: chinese('、'),
    section: paren('（', '）'),
    task: arabic('．'),
    tasksRestart: 'never',
  },
  {
    name: '一、（一）1., tasks by section',
    chapter: chinese('、'),
    section: paren('（', '）'),
    task: arabic('.'),
    tasksRestart: 'section',
  },
  {
    name: '一、(一)1., tasks by chapter',
    chapter: chinese('、'),
    section: paren('(', ')'),
    task: arabic('.'),
    tasksRestart: 'chapter',
  },
  {
    name: '一、（一）, tasks running through',
    chapter: chinese('、'),
    task: paren('（', '）'),
    tasksRestart: 'never',
  },
  {
    name: '一、（一）, tasks by chapter',
    chapter: chinese('、'),
    task: paren('（', '）'),
    tasksRestart: 'chapter',
  },
  {
    name: '一、1、, tasks running through',
    chapter: chinese('、'),
    task: arabic('、'),
    tasksRestart: 'never',
  },
  { name: '一、1、, tasks by chapter', chapter: chinese('、'), task: arabic('、'), tasksRestart: 'chapter' },
  {
    name: '一、（一）、, tasks running through',
    chapter: chinese('、'),
    task: paren('（', '）、'),
    tasksRestart: 'never',
  },
  { name: '一、①', chapter: chinese('、'), task: formatCircledNumber, tasksRestart: 'chapter' },
  {
    name: '一、（1）, tasks by chapter',
    chapter: chinese('、'),
    task: (number) => `（${number}）`,
    tasksRestart: 'chapter',
  },
  { name: '第一章 第一条', chapter: ordinal('章'), task: ordinal('条'), tasksRestart: 'never' },
  {
    name: '第一部分 一、, tasks by part',
    chapter: ordinal('部分'),
    task: chinese('、'),
    tasksRestart: 'chapter',
  },
  {
    name: '第一部分 1., tasks running through',
    chapter: ordinal('部分'),
    task: arabic('.'),
    tasksRestart: 'never',
  },
  {
    name: '一、（一）1., sections running through',
    chapter: chinese('、'),
    section: paren('（', '）'),
    task: arabic('.'),
    tasksRestart: 'section',
    sectionsRun: true,
  },
  { name: '1. throughout', task: arabic('. '), tasksRestart: 'never' },
  { name: '一、 throughout', task: chinese('、'), tasksRestart: 'never' },
];

/** One numbered line of an invented plan; defects change the number or drop the line. */
export interface PlanLine {
  readonly kind: 'chapter' | 'section' | 'task';
  readonly number: number;
  readonly title: string;
}

/** Sizes: chapters, each with sections, each with so many tasks. */
export type Sizes = readonly (readonly number[])[];

const FIELDS = [
  '学前教育',
  '义务教育',
  '生态环境',
  '水污染防治',
  '政务公开',
  '营商环境',
  '市场监管',
  '项目审批',
];
const VERBS = ['抓好', '深化', '推进', '规范', '优化', '完善', '加强'];

/** The numbered lines of a plan of the given sizes, in good order. */
export function planLines(manner: Manner, sizes: Sizes): PlanLine[] {
  const lines: PlanLine[] = [];
  let task = 0;
  let section = 0;
  sizes.forEach((sections, chapterIndex) => {
    if (manner.chapter !== undefined) lines.push(line('chapter', chapterIndex + 1, lines.length));
    if (manner.tasksRestart === 'chapter') task = 0;
    if (manner.sectionsRun !== true) section = 0;
    for (const count of sections) {
      if (manner.section !== undefined) lines.push(line('section', ++section, lines.length));
      if (manner.tasksRestart === 'section') task = 0;
      for (let i = 0; i < count; i++) lines.push(line('task', ++task, lines.length));
    }
  });
  return lines;
}

function line(kind: PlanLine['kind'], number: number, seed: number): PlanLine {
  const title = `${VERBS[seed % VERBS.length] ?? ''}${FIELDS[(seed * 3) % FIELDS.length] ?? ''}`;
  return { kind, number, title: kind === 'task' ? title : `${title}工作` };
}

/** Texts after a task that look like markers and are none. */
const LOOK_ALIKES = [
  '2026年底前完成改造120处，覆盖率达100%。',
  '落实“1+7+N”方案，配比达1:5。',
  '一是抓摸排；二是抓整改；三是抓销号。',
  '开展5·12宣传，12345热线办结率98%，整治3.5万亩。',
];

export function writePlan(manner: Manner, lines: readonly PlanLine[]): string {
  const write = { chapter: manner.chapter, section: manner.section, task: manner.task };
  const body = lines.map(({ kind, number, title }, index) => {
    const marker = write[kind]?.(number) ?? '';
    return kind === 'task'
      ? `${marker}${title}。${LOOK_ALIKES[index % LOOK_ALIKES.length] ?? ''}`
      : marker + title;
  });
  return ['# 2026年云溪县重点工作要点', '为做好全年工作，制定本工作要点。', ...body].join('\n\n') + '\n';
}
