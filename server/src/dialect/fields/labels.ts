import type { ClauseField } from '../model';
import { remember } from '../remember';
import { toSimplified } from '../simplified';

/** Words that name a kind of unit in a label: 责任单位, 牵头处室, 配合科室. */
const body =
  '(?:单位|部门|科室|处室|股室|室站|站所|机构|主体|院系|学院|系部|支部|党支部|专班|工作组|组|处|科|股|方|部室|委办局|企业|公司|镇街|乡镇|' +
  '办所|站办所|科办|办公室|岗位|条线|班组|车间|党组织|村居|村社|村（社区）|社区|街道)';
const lead = '(?:总牵头|牵头|主办|主责|主抓|主牵头|第一责任|首要责任|主要责任)';
const responsible =
  '(?:责任|落实|承办|实施|执行|承担|完成|负责|具体责任|具体负责|责任落实|组织实施|推进|主管|所属)';
const support = '(?:配合|协办|协同|协助|协作|参与|参加|会办|支持|联动|会同|共同责任)';
/** Whose: 省级责任单位, 市直责任部门. */
const whose = '(?:省级|市级|县级|区级|市县|省直|市直|县直|区直|镇级|村级|属地|本级|主要|具体|共同)?';
const and = '(?:及|和|与|、|/|（|）|\\(|\\))?';

/**
 * What a label says its field holds. Order matters: 牵头领导 is a person, 牵头责任单位 leads. Every pattern is
 * matched against one short label without white space, so its cost is bounded.
 */
const patterns: readonly (readonly [ClauseField, RegExp])[] = [
  [
    'leader',
    /^(?:[牵头责任分管主联系包抓具体直接第一总市县区校院镇乡局厅部公司省级委政府党及和、]{0,8})(?:领导|责任人|负责人|联系人|责任同志|负责同志|校长|院长|领导同志|领导干部|人员)$/,
  ],
  [
    'support',
    new RegExp(
      `^${whose}${support}${and}(?:责任|落实|实施)?${body}${and}${body}?$|^配合$|^协办$|^协同$|^协助$|^参与$`,
    ),
  ],
  [
    'lead',
    new RegExp(
      `^${whose}${lead}${and}(?:责任|负责|落实|组织实施|实施|组织)?${body}${and}(?:${responsible}?${body})?$|^责任（牵头）${body}$|^责任\\(牵头\\)${body}$|^牵头$|^主办$`,
    ),
  ],
  [
    'unit',
    new RegExp(
      `^${whose}${responsible}${and}(?:牵头|配合|协办|落实)?${and}${body}${and}(?:${responsible}?${body})?(?:及分工|分工|及责任人)?$|^责任[村镇办岗]$|^(?:责任|职责|任务|部门)分工$|^责任$|^责任落实$|^责任归属$`,
    ),
  ],
  ['frequency', /^(?:工作|检查|监测|报送|督查|更新|开展)?(?:频次|频率|周期)$/],
  [
    'deadline',
    /^(?:拟|预计|计划|目标|任务|工作|整改|推进|落实|实施|办理|办结|完成|最后|最终)*(?:时限|时间|期限|时间节点|时限要求|时间要求|时间安排|时间进度|进度|进度安排|进度要求|日期|时间表|节点)$|^完成时限和进度$/,
  ],
  [
    'target',
    /^(?:工作|年度|全年|总体|主要|绩效|预期|阶段|阶段性|任务|量化|考核|具体|核心|本年|今年|约束性|预期性|完成|[0-9]{4}年)*(?:目标|指标|目标任务|任务目标|目标值|指标值|目标要求|成效目标|成果|成果形式|预期成效|目标成效|完成标志|完成标准)$/,
  ],
  [
    'other',
    /^(?:工作措施|主要措施|具体措施|工作内容|主要内容|任务内容|具体内容|工作任务|重点任务|主要任务|具体任务|工作举措|重点举措|主要举措|具体举措|工作要求|任务来源|任务依据|依据|备注|说明|保障措施|资金来源|考核方式|责任清单|(?:督导|督查|监督|督办|指导|审核|评价|考核|验收|报送|审批)(?:单位|部门))$/,
  ],
];

const longestLabel = 14;

/** The field a label names (`责任单位`, `完 成 时 限`), or undefined where it is no known label. */
export function classifyLabel(label: string): ClauseField | undefined {
  return label.length > longestLabel * 2 ? undefined : (readLabel(label) ?? undefined);
}

const readLabel = remember((label): ClauseField | null => {
  const bare = toSimplified(label.replace(/\s+/g, ''));
  if (bare.length < 2 || bare.length > longestLabel) return null;
  return fieldOf(bare) ?? fieldOf(bare.replace(/[（(][^（()）]*[）)]/g, '')) ?? null;
});

const carriesOut = /^(?:落实|对应|承接)(?:上级)?(?:要点|任务)?$/;
/** A place in a plan, directly or behind the plan's name: 市要点第12项, 《…工作要点》第二部分（三）. */
const placeInPlan = new RegExp(
  '^\\s*(?:《[^》]{2,60}》|[^\\s；;。，,、：:〔〕（）()第]{0,20})' +
    '(?:第\\s*[（(]?[\\d一二三四五六七八九十百]{1,5}(?:[、，,—–～~至到-]\\s*第?\\d{1,3}){0,20}[）)]?(?:项|部分|章|节|条|款|点|个?任务)' +
    '|[（(][\\d一二三四五六七八九十]{1,4}[）)])',
);

/** Whether a label is the one for items of a superior's plan. As 落实 has other uses, see `opensPlace` too. */
export function isCarriesOutLabel(label: string): boolean {
  return carriesOut.test(label.replace(/\s+/g, ''));
}

/** Whether what stands behind a colon begins with a place in a plan: 〔落实：县教育局〕 says who and not what. */
export function opensPlace(behind: string): boolean {
  return placeInPlan.test(behind);
}

function fieldOf(label: string): ClauseField | undefined {
  const usual = usualLabels.get(label);
  if (usual !== undefined) return usual;
  const mayBe = beginsLabel.has(label.charAt(0)) && endsLabel.has(label.charAt(label.length - 1));
  return mayBe ? fieldByPattern(label) : undefined;
}

export function fieldByPattern(label: string): ClauseField | undefined {
  return patterns.find(([, pattern]) => pattern.test(label))?.[0];
}

/** What plans write most: an engine takes longer to compile the patterns than to read a whole short plan. */
export const usualLabels: ReadonlyMap<string, ClauseField> = new Map([
  ['牵头单位', 'lead'],
  ['牵头部门', 'lead'],
  ['责任单位', 'unit'],
  ['责任部门', 'unit'],
  ['责任科室', 'unit'],
  ['配合单位', 'support'],
  ['配合部门', 'support'],
  ['协办单位', 'support'],
  ['完成时限', 'deadline'],
  ['完成时间', 'deadline'],
  ['时限', 'deadline'],
  ['目标', 'target'],
  ['工作目标', 'target'],
  ['责任领导', 'leader'],
  ['责任人', 'leader'],
  ['频次', 'frequency'],
]);

/** The first characters of all labels. */
const beginsLabel: ReadonlySet<string> = new Set(
  '牵头责任分管主联系包抓具体直接第一总市县区校院镇乡局厅部公司省级委政府党及和、领负人村属本共配协参会支首落承实执完组推所职频周工检监报督更开拟预计目整办最时期进日节年全绩阶量考核今约指成重依备说保资审评验0123456789',
);
/** The last characters of all labels. */
const endsLabel: ReadonlySet<string> = new Set(
  '导人志长部员位门室站所构体系院班组处科股方局业司街镇及和与、/（）()合办同头工任实属次率期限间点求排度表标务值果式效准施容措源据注明单助织居社村区道线岗',
);

/** A label alone and with these endings says that a clause was meant: what a writer may have mistyped. */
export const canonicalLabels: Readonly<Record<Exclude<ClauseField, 'other'>, string>> = {
  target: '目标',
  lead: '牵头单位',
  unit: '责任单位',
  support: '配合单位',
  deadline: '完成时限',
  leader: '责任领导',
  frequency: '频次',
  'carries-out': '落实',
};

/** The order of fields in a clause. */
export const fieldOrder: readonly ClauseField[] = [
  'target',
  'leader',
  'lead',
  'unit',
  'support',
  'frequency',
  'deadline',
  'carries-out',
  'other',
];
