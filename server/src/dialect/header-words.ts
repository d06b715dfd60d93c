import type { Located } from './range';

/*
 * What the heads of a task table's columns are called. A header of a number column needs no proof; one without it is
 * told from prose and from cells by its words alone, so that they have to match entirely.
 */

const about =
  '(?:年度|全年|重点|主要|具体|总体|改革|项目|任务|目标|工作|整治|建设|实施|民生|实事|攻坚|公开|检查|考核|量化|细化|阶段|推进|创建|整改|专项|行业)*';
const what =
  '(?:名称|任务|内容|事项|项目|工作|目标|要求|措施|举措|指标|标准|成果|成效|领域|类别|类型|分类|方面|实事|要点|任务安排)';
const duty =
  '(?:市级|县级|区级|省级|总)?(?:牵头负责|牵头责任|协同责任|责任|牵头|配合|协办|主办|主责|落实|承办|实施|负责|主管|协同|参与|参加|分管|联系|包抓)';
const who = '(?:单位|部门|科室|处室|股室|科所|站所|办所|科办|主体|机构|领导|人|人员|院系)';
const when =
  '(?:计划|预计|任务|工作|整改|推进|办理|拟|第?[一二三四1-4]季度)*(?:完成|落实)?(?:的)?(?:时限|时间|期限|日期|节点|时间节点|进度|进度安排|时间安排|时限要求|时间要求|完成情况)';
const headerWord = new RegExp(
  `^(?:序号|编号|备注|说明|责任分工|${about}${what}|牵头|配合|协办|主办|${duty}${who}(?:[及和与/、（(]+${duty}?${who}[）)]?)?|(?:领导|科室|单位|部门)|${when})$`,
);

const longestHeader = 12;

export function isHeaderWord(text: string): boolean {
  if (text.length > longestHeader * 2 || text === '') return false;
  const bare = text.replace(/[\s\u3000]/g, '');
  return bare.length <= longestHeader && mayBeHeader(bare) && headerWord.test(bare);
}

/** Most short lines are titles, and done with by a look at their ends. */
function mayBeHeader(bare: string): boolean {
  return (beginnings.has(bare.charAt(0)) || bare.charAt(1) === '季') && endings.has(bare.slice(-1));
}

/** Of all header words but those that begin with a quarter: 二季度. */
const beginnings: ReadonlySet<string> = new Set(
  '序编备说年全重主具总改项任目工整建实民攻公检考量细阶推创专行名内事要措举指标成领类分方牵配协市县区省责落承负参联包科单部计预办拟第完的时期日节进',
);
const endings: ReadonlySet<string> = new Set(
  '号注明称务容项目作标工求施措准果效域别型类面事点排头合办位门室所体构导人员系）)限间期度况',
);

/**
 * Headers with what narrow columns broke over two lines joined: what is no header without its other half (责任 / 单位),
 * then, while there are more than columns (if that is known), what can be one header.
 */
export function joinBrokenHeaders(lines: readonly Located[], width = lines.length): readonly Located[] {
  const cells = [...lines];
  const joins = (_: Located, i: number): boolean =>
    i > 0 && isHeaderWord(`${cells[i - 1]?.value}${cells[i]?.value}`);
  const halves = (cell: Located, i: number): boolean =>
    joins(cell, i) && !isHeaderWord(cells[i - 1]?.value ?? '');
  for (let at = cells.findIndex(halves); at > 0; at = cells.findIndex(halves)) joinAt(cells, at);
  for (let at = cells.findIndex(joins); at > 0 && cells.length > width; at = cells.findIndex(joins))
    joinAt(cells, at);
  return cells;
}

function joinAt(cells: Located[], at: number): void {
  const [first, second] = [cells[at - 1] as Located, cells[at] as Located];
  const range = { start: first.range.start, end: second.range.end };
  cells.splice(at - 1, 2, { value: first.value + second.value, range });
}
