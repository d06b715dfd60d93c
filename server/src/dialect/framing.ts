/**
 * Chapters that frame a plan and hold no tasks: what it is for and how it is carried out. A title counts by its
 * first phrase, with a leading verb taken off: 切实加强组织领导，确保落实 → 组织领导.
 */
export const DEFAULT_FRAMING_TITLES: readonly string[] = [
  '总体思路',
  '总体要求',
  '总体目标',
  '总体部署',
  '总体安排',
  '指导思想',
  '基本思路',
  '基本原则',
  '工作思路',
  '工作原则',
  '工作目标',
  '主要目标',
  '目标要求',
  '预期目标',
  '年度目标',
  '发展目标',
  '经营目标',
  '工作总体要求',
  '工作总体思路',
  '总体思路和目标',
  '总体要求和目标',
  '总体要求和主要目标',
  '总体思路和主要目标',
  '指导思想和工作目标',
  '指导思想和总体目标',
  '指导思想和主要目标',
  '形势与任务',
  '工作回顾',
  '保障措施',
  '组织保障',
  '工作保障',
  '保障机制',
  '组织领导',
  '组织实施',
  '工作要求',
  '有关要求',
  '相关要求',
  '几点要求',
  '工作步骤',
  '实施步骤',
  '方法步骤',
  '时间安排',
  '进度安排',
  '行事历',
  '总则',
  '附则',
];

/** Sections that open a plan are framing also where they stand one level down (一、总体要求 may be missing). */
const OPENING_TITLES = new Set([
  '指导思想',
  '总体要求',
  '总体思路',
  '工作目标',
  '主要目标',
  '总体目标',
  '基本原则',
  '工作原则',
  '工作思路',
  '基本思路',
  '总体思路和目标',
]);

const beginsOpening = new Set([...OPENING_TITLES].map((title) => title.charAt(0)));

const LEADING =
  /^(?:(?:20\d\d年)?度?(?:切实|进一步|全面|不断|着力|认真|严格|全力)*(?:加强|强化|健全|完善|抓好|压实|落实|做好|严格|提升|狠抓|夯实|明确)*)/;

export function isFramingTitle(title: string, level: number, extra: readonly string[] = []): boolean {
  // Nearly every title is a task's.
  if (level !== 1 && extra.length === 0 && !beginsOpening.has(title.trimStart().charAt(0))) return false;
  const phrase = (/^[^，,；;：:]*/.exec(title)?.[0] ?? '').replace(/[\s\u3000]/g, '');
  // 总体要求（略） is what it is without the remark.
  const stripped = phrase.replace(/[（(].*$/, '').replace(LEADING, '');
  if (extra.includes(phrase) || extra.includes(stripped)) return true;
  if (level === 1) return isListed(phrase) || isListed(stripped);
  return OPENING_TITLES.has(phrase);
}

const OVERVIEW_TITLES = new Set([
  ...['主要任务', '总体任务', '目标任务', '工作任务', '总体工作', '形势任务'],
  ...['监督考核', '监督及考核', '监督与考核', '督查考核', '督导考核', '检查考核', '考核奖惩', '督查督办'],
]);
/** 一、任务分工表: the rows of the table below are the tasks. */
const namesTable = /(?:安排|分工|分解|任务|进度|一览|清单)表$/;

/** A chapter that says in a paragraph what the plan is about or how it is watched; above items the same holds tasks. */
export function isOverviewTitle(title: string): boolean {
  const bare = title.replace(/[\s\u3000]|^20\d\d年/g, '');
  return OVERVIEW_TITLES.has(bare) || namesTable.test(bare);
}

const assignment =
  /(?:责任|牵头|主办|承办|落实)(?:单位|部门|科室|处室|股室|办所|站所|科办|办公室|岗位?|村居?|社区)\*{0,2}\s*[：:]/;

/** Whether a line says by a label who is to do something. */
export function assignsDuty(line: string): boolean {
  return assignment.test(line);
}

/** Goals frame a plan, unless units are named for them one by one: then they are what is to be done. */
export function maySetTasks(title: string): boolean {
  return title.includes('目标');
}

/** 各月工作安排, 月度重点工作计划: what the chapters above say, once more by months. */
const byMonths =
  /^(?:各|逐|每|分|按)?月(?:度|份)?(?:重点|主要|具体)?(?:工作|活动)?(?:安排|计划|日程|行事历|一览)表?$/;

function isListed(phrase: string): boolean {
  const bare = phrase.replace(/^20\d\d年/, '').replace(/^(?:安全生产)?工作的?总体/, '总体');
  return DEFAULT_FRAMING_TITLES.includes(bare) || byMonths.test(bare);
}
