import { formatChineseNumeral } from '../../server/src/dialect/numerals';

/**
 * Invented plans of any length in the shapes of published ones: front matter, chapters, sections, run-in titles, field
 * clauses, paragraphs without any, tables of tasks at the end, and about one defect in four tasks. The same length
 * gives the same text.
 */
export function generatePlan(characters: number): string {
  const parts = [FRONT_MATTER];
  let length = FRONT_MATTER.length;
  const tables = Math.round(characters * TABLE_SHARE);
  let task = 0;
  for (let chapter = 2; length < characters - tables; chapter++) {
    const from = task;
    const text = generateChapter(chapter, () => task++);
    parts.push(text);
    length += text.length;
    if (from === task) throw new Error('a chapter without tasks would never end');
  }
  parts.push(generateTable(characters - length, task));
  return parts.join('');
}

/** `count` plans of different lengths around that of published ones. */
export function generatePlans(count: number): string[] {
  return Array.from({ length: count }, (_, index) => generatePlan(2000 + ((index * 977) % 7000)));
}

const TABLE_SHARE = 0.15;

const FRONT_MATTER = `---
文种: 工作要点
发文机关: 云溪县人民政府
发文字号: 云溪府发〔2026〕3号
主送: 各乡镇人民政府、街道办事处，县政府各部门
成文日期: 2026年2月10日
年度: 2026
---

# 2026年云溪县重点工作要点

为做好2026年全县重点工作，制定本工作要点。

一、总体要求

坚持统筹发展和安全，以压实责任为主线，全年重点任务按期完成率达100%。

`;

const SECTIONS_A_CHAPTER = 3;
const TASKS_A_SECTION = 5;

function generateChapter(chapter: number, nextTask: () => number): string {
  const lines = [`${formatChineseNumeral(chapter)}、${pick(VERBS, chapter)}${pick(FIELDS, chapter * 3)}工作`];
  for (let section = 1; section <= SECTIONS_A_CHAPTER; section++) {
    lines.push(
      `（${formatChineseNumeral(section)}）${pick(VERBS, section + chapter)}${pick(FIELDS, chapter + section)}`,
    );
    for (let i = 0; i < TASKS_A_SECTION; i++) lines.push(...generateTask(nextTask()));
  }
  return lines.join('\n\n') + '\n\n';
}

function generateTask(task: number): string[] {
  const number = task % 23 === 22 ? task + 2 : task + 1;
  const { lead, others, deadline } = fieldsOf(task);
  const clause = `〔牵头单位：${lead}；责任单位：${others}；完成时限：${deadline}〕`;
  const own = `${number}．${titleOf(task)}。${sentence(task)}${sentence(task * 3 + 1)}${task % 6 === 5 ? '' : clause}`;
  const below = task % 3 === 0 ? [`${sentence(task + 2)}${sentence(task * 11)}`] : [];
  return [spoil(own, task), ...below];
}

function titleOf(task: number): string {
  return `${pick(VERBS, task)}${pick(FIELDS, task * 5)}${pick(OBJECTS, task * 7)}`;
}

function fieldsOf(task: number): { lead: string; others: string; deadline: string } {
  return {
    lead: unit(task),
    others: `${unit(task + 3)}、${unit(task + 8)}`,
    deadline: `2026年${(task % 12) + 1}月底前`,
  };
}

/** What writers do wrong, one kind after another. */
function spoil(line: string, task: number): string {
  switch (task % 16) {
    case 3:
      return line.replace('；责任单位：', ';责任单位:');
    case 7:
      return line.replace('）', '').replace('，', ',');
    case 11:
      return line.replace('〕', '');
    case 15:
      return line.replace('月底前', '月32日前');
    default:
      return line;
  }
}

function sentence(seed: number): string {
  const amount = (seed % 90) + 10;
  switch (seed % 5) {
    case 0:
      return `建设${pick(FIELDS, seed)}示范点${amount}个，覆盖率达${amount}%以上。`;
    case 1:
      return `每季度至少开展${(seed % 4) + 1}次${pick(FIELDS, seed)}联合检查，发现问题限期整改到位。`;
    case 2:
      return `各乡镇（街道）按照“谁主管、谁负责”的原则，建立${pick(FIELDS, seed)}问题清单、任务清单、责任清单。`;
    case 3:
      return `由${unit(seed)}牵头，${unit(seed + 5)}配合，于2026年${(seed % 12) + 1}月底前完成${pick(FIELDS, seed)}摸底。`;
    default:
      return `坚持问题导向，持续完善${pick(FIELDS, seed)}长效机制，推动${pick(OBJECTS, seed)}提质增效。`;
  }
}

/** An attachment with the rows that fit into so many characters. */
function generateTable(characters: number, tasks: number): string {
  const head = `附件：1．重点任务责任分解表\n\n附件1\n\n重点任务责任分解表\n\n| 序号 | 名称 | 目标 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- | --- |\n`;
  const rows: string[] = [];
  let left = characters - head.length;
  for (let row = 0; left > 0; row++) {
    const task = row % Math.max(1, tasks);
    // Every tenth row disagrees with its task.
    const { lead, others, deadline } = fieldsOf(row % 10 === 9 ? task + 1 : task);
    const text = `| ${row + 1} | ${titleOf(task)} | 完成${(row % 40) + 1}处 | ${lead}牵头，${others}负责 | ${deadline} |\n`;
    rows.push(text);
    left -= text.length;
  }
  return head + rows.join('');
}

function unit(seed: number): string {
  return `县${pick(UNITS, seed)}`;
}

function pick(words: readonly string[], seed: number): string {
  return words[seed % words.length] as string;
}

const words = (text: string): string[] => text.split(' ');
const VERBS = words('抓好 深化 推进 规范 优化 完善 加强 提升 健全 落实 强化');
const OBJECTS = words('专项整治 能力建设 制度体系 示范创建 信息平台 服务保障 监督检查 应急演练 队伍建设');
const FIELDS = words(
  '道路交通 建设施工 城镇燃气 消防安全 水污染防治 义务教育 政务公开 营商环境 市场监管 项目审批 河湖管护 乡村振兴 养老服务',
);

/** The units that plans name, without the county's 县. */
export const UNITS = words(
  '应急管理局 住房城乡建设局 交通运输局 公安局 水利局 教育局 财政局 司法局 民政局 农业农村局 卫生健康局 市场监督管理局 生态环境局 自然资源局 统计局 审计局 融媒体中心',
);

/** A registry that knows most of them: the rest are unknown, as happens. */
export function generateUnitRegistry(): string {
  const known = UNITS.slice(0, -1).map(
    (name, index) => `  - 全称: 县${name}\n    类别: 政府\n    序: ${index + 1}`,
  );
  return `单位:\n${known.join('\n')}\n`;
}
