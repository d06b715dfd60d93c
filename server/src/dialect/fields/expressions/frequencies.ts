import { DIGITS, WHITE_SPACE } from '../../character-set';
import { digits, type Expression } from './expression';

/** What follows 每 in a frequency: 每季度, 每半年, 每两周, 每3个月. */
const period = `(?:个?工作日|日|天|周|旬|半个?月|双月|个?月|季度?|半年|年|学期|学年|(?:${digits}{1,2}\\s?|[两二三四五六])(?:个?月|天|日|周|年|小时))`;
/** What a plan does by the month or quarter: 月通报, 季督查, 年考核. */
const routine =
  '(?:通报|督查|督导|督办|考核|考评|报告|述职|调度|检查|巡查|排查|抽查|会商|研判|分析|例会|评估|评价|总结|小结|点评|盘点|晾晒|统计|更新|上报|汇总|反馈|公示|公开|评比|排名|复盘|清零|推进|走访|提醒|体检|监测|报送|约谈|普查)';
/** What they begin with. */
const routineBeginnings = '通督考报述调检巡排抽会研分例评总小点盘晾统更上汇反公复清推走提体监约普';

export interface FrequencyExpression extends Expression {
  /** In every match one of the first characters stands right before one of the second. */
  readonly signs: readonly [firsts: string, seconds: string];
  /** Whether what is to be done follows and belongs to the phrase (每月至少开展1次检查), or the pattern is all. */
  readonly extends: boolean;
}

export const frequencyExpressions: readonly FrequencyExpression[] = [
  {
    name: '每某时',
    signs: ['每', `隔个工日天周旬月半双季年学两二三四五六${DIGITS}${WHITE_SPACE}`],
    // What must not stand before is asked behind 每: a pattern that begins by looking back does so at every character.
    pattern: `每(?<!每每|每[生人户亩村校家名]每)(?:隔|\\s)?${period}(?!${digits}+元)`,
    extends: true,
    examples: [
      { text: '校长【每学期至少开展2次家访】，' },
      { text: '【每半年组织一次评估】。' },
      { text: '【每3个月更新一次目录】。' },
      { text: '【每 3 个月更新一次目录】。' },
      { text: '每个村、每名干部都要参加' },
      { text: '每生每年1000元' },
    ],
  },
  {
    name: '月通报',
    signs: ['日周旬月季年', routineBeginnings],
    pattern: `[日周旬月季年](?<![\\d０-９一二三四五六七八九十上中下本当次产年今去明两双安全半节假近昨生即青少老成历往学新常多每幼童壮春夏秋冬雨旺淡按逐传].|[\\d０-９]\\s.)${routine}`,
    extends: true,
    examples: [
      { text: '实行【月调度】、【季通报】、【年考核】' },
      { text: '落实6月通报要求' },
      { text: '落实 6 月通报要求' },
      { text: '安全生产月检查' },
      { text: '节日走访、冬季巡查、老年体检' },
    ],
  },
  {
    name: '季度例会',
    signs: ['周旬度年', '工动联专述例会通评调研考督报分'],
    pattern: `(?:每?周|旬|月度|季度|半年)(?:工作)?(?:动态|联席|工作|专题|述职)?(?:例会|会议|会商|通报|评估|述职|调度|研判|考评|督查|报告|联席会议|分析)(?:制度|机制)?`,
    extends: true,
    examples: [{ text: '坚持【季度例会制度】' }, { text: '实行【月度会商】' }],
  },
  {
    name: '一月一',
    signs: ['一', '日周旬月季年'],
    pattern: `一[日周旬月季年]一(?!度|样|个|次)[\\u4e00-\\u9fff]{1,2}`,
    extends: false,
    examples: [{ text: '做到【一月一调度】' }, { text: '一年一度的会议' }],
  },
  {
    name: '按季度',
    signs: ['按逐', '日周旬月季半年学'],
    pattern: `(?:按|逐)(?:日|周|旬|月|季度?|半年|年|学期)(?:度)?(?:${routine}|开展|组织|召开|公布|发布)`,
    extends: true,
    examples: [
      { text: '【按季度通报进展】。' },
      { text: '【按季度开展政策落实情况评估】；' },
      { text: '按月份排列' },
      { text: '按年龄组织活动' },
    ],
  },
  {
    name: '日、周、月',
    signs: ['日', '、'],
    pattern: '[“"]?日、周、月[”"]?',
    extends: true,
    examples: [{ text: '落实【“日、周、月”排查】' }],
  },
  {
    name: '全年若干次',
    signs: ['全年期', '年度内'],
    pattern: `(?:全年|每年度|年度内?|学期内)(?=[^，。；、]{0,16}${digits}+[余多]?\\s?[场次期轮])`,
    extends: true,
    examples: [{ text: '【全年组织培训不少于4次】。' }, { text: '【全年组织培训不少于 4 次】。' }],
  },
];
