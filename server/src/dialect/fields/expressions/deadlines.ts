import { DIGITS } from '../../character-set';
import { readNumber } from '../../numerals';
import { digits, type Expression } from './expression';

/** The groups of its pattern: year, month, day, quarter. */
export interface DeadlineExpression extends Expression {
  /** A text with none of these has no match: most need no further look. */
  readonly keys: readonly string[];
  /** One of these characters stands right before the key, and one of these right behind it; any where they are absent. */
  readonly before?: string;
  readonly after?: string;
  /** The last day allowed, as [month, day]; day 0 is the month's last. Undefined where it is not certain. */
  readonly resolve: (found: DateGroups) => readonly [month: number, day: number] | undefined;
}

export interface DateGroups {
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
  readonly quarter?: string | undefined;
  readonly text: string;
}

/** Texts copied from a laid-out page have spaces around their numbers: 2025 年 6 月底. */
const numerals = '0123456789０１２３４５６７８９一二三四五六七八九十 \u3000';
const gap = '[ \\u3000]?';
const year = `(?:(?<year>${digits}{4}${gap}年|今年|本年|当年|明年|次年|翌年)${gap})`;
const month = `(?<month>${digits}{1,2}|十[一二]?|[一二三四五六七八九])${gap}月份?`;
const day = `${gap}(?<day>${digits}{1,2})${gap}[日号]`;
const hour = `(?:${gap}${digits}{1,2}[时点:：](?:${digits}{1,2}分?)?)`;
const before = '(?:之前|以前|前(?!后|置|期))';
/** What makes a bare date a limit. */
const done =
  '完成|办结|开工|竣工|完工|交付|(?:正式)?(?:投入(?:使用|运行|运营)|投用|启用|通车|开园|并网)|上线|发布|制定|编制|启动|前完成|实现|建成|出台|印发|达到|落实到位|整改到位|全面完成|全部|基本|提交|报送|' +
  '通过(?:国家|省|市|县|区|专家|[省市县]级)*(?:验收|评审|审核|认定|评估|复审|考核)';
const doneBy = `(?=${done})`;

/** Times of the year that everybody knows and no calendar fixes. */
const seasons =
  '入?主?汛期?|雨季|台风季?|春节|元旦|清明节?|端午节?|中秋节?|两会|高考|中考|秋季开学|春季开学|新学期开学|开学|学期结束|放假|暑假|寒假|暑期|' +
  '春耕|春播|秋收|秋播|三夏|三秋|入冬|入夏|入春|入秋|冬季|夏季|供暖期?|供暖季|采暖季|采暖期|取暖季|封冻|上冻|结冰期?|防火期|旅游旺季|用电高峰|度夏|度冬|迎峰度夏';

/** What of a period is reported, not done in it: 上半年预算执行情况. */
const affairs = '(?:各项|重点|任务|目标|计划|预算|财政|收支|指标|项目|安全|生产|执行|运行|落实|推进|完成)';
const reported = `${affairs}*(?:情况|形势|进展)|${affairs}+总结`;

const quarters: Readonly<Record<string, number>> = {
  一: 3,
  二: 6,
  三: 9,
  四: 12,
  '1': 3,
  '2': 6,
  '3': 9,
  '4': 12,
};
const tenDays: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20, 下旬: 0 };

/** The last day before each. */
const holidays: readonly (readonly [RegExp, readonly [month: number, day: number]])[] = [
  [/五一/, [4, 30]],
  [/七一|建党/, [6, 30]],
  [/八一|建军/, [7, 31]],
  [/国庆|十一/, [9, 30]],
];

/** Ordered: of two that match at one place the earlier is taken. */
export const deadlineExpressions: readonly DeadlineExpression[] = [
  {
    name: '某月某日前',
    keys: ['日', '号'],
    before: numerals,
    pattern: `${year}?${month}${day}(?:${hour}?${before}|${doneBy})`,
    resolve: ({ month, day }) => [readNumber(month), readNumber(day)],
    examples: [
      { text: '【2025年6月30日24时前】报送', date: '2025-06-30' },
      { text: '【2025年12月31日前】报送总结', date: '2025-12-31' },
      { text: '于【9月10日之前】完成', date: '2025-09-10' },
      { text: '【2025 年 3 月 31 日前】报送', date: '2025-03-31' },
      { text: '新校区【9月1日】正式投入使用', date: '2025-09-01' },
      { text: '分别于【6月20日、12月20日前】报送', date: '2025-12-20' },
      { text: '【6月15日和11月30日前】书面报告', date: '2025-11-30' },
      { text: '自9月1日正式施行' },
      { text: '9月10日是教师节' },
    ],
  },
  {
    name: '数字日期',
    keys: ['.', '．', '-', '/'],
    before: DIGITS,
    pattern: `(?<![\\d０-９.])(?<year>${digits}{4})[.．/-](?<month>${digits}{1,2})[.．/-](?<day>${digits}{1,2})(?:${before}|${doneBy})`,
    resolve: ({ month, day }) => [readNumber(month), readNumber(day)],
    examples: [
      { text: '【2025.6.30前】完成整改', date: '2025-06-30' },
      { text: '【2025-11-15】完成验收', date: '2025-11-15' },
      { text: '2025.6.30召开会议' },
    ],
  },
  {
    name: '力争某月某日',
    keys: ['力争', '确保', '争取', '保证', '计划', '预计'],
    // What is intended for a date is to be done by it, whatever it is.
    pattern: `(?<=(?:力争|确保|争取|保证|计划|预计)[于在]?)${year}?${month}${day}(?!起|至|—|-|[^，。；]{0,12}会)`,
    resolve: ({ month, day }) => [readNumber(month), readNumber(day)],
    examples: [
      { text: '力争【2025年7月1日】正式开馆', date: '2025-07-01' },
      { text: '确保于【10月1日】全线贯通', date: '2025-10-01' },
      { text: '计划9月1日起实行新规' },
      { text: '计划3月5日召开动员大会' },
    ],
  },
  {
    name: '某月底',
    keys: ['月'],
    before: numerals,
    after: '底末份',
    pattern: `${year}?${month}(?:底|末)${before}?`,
    resolve: ({ month }) => [readNumber(month), 0],
    examples: [
      { text: '【6月底前】编制目录', date: '2025-06-30' },
      { text: '力争【2026年2月底】投用', date: '2026-02-28' },
      { text: '【6月、12月底前】各自查1次', date: '2025-12-31' },
      { text: '【2026年3月、6月、9月底前】分批开工', date: '2026-09-30' },
      { text: '4月、5月召开会议，【6月底】总结', date: '2025-06-30' },
      { text: '【十月底前】完成', date: '2025-10-31' },
      { text: '【明年3月底前】验收', date: '2026-03-31' },
    ],
  },
  {
    name: '某月某旬',
    keys: ['旬'],
    pattern: `${year}?${month}[上中下]旬(?:${before}|${doneBy})`,
    resolve: ({ month, text }) => [readNumber(month), tenDays[/[上中下]旬/.exec(text)?.[0] ?? ''] ?? 0],
    examples: [
      { text: '【5月中旬前】开工', date: '2025-05-20' },
      { text: '【8月下旬】完成', date: '2025-08-31' },
      { text: '【6月中旬】提交中期报告', date: '2025-06-20' },
      { text: '6月中旬召开推进会' },
    ],
  },
  {
    name: '某月前',
    keys: ['月'],
    before: numerals,
    after: `份前之以${done}`,
    pattern: `${year}?${month}(?:${before}|${doneBy})`,
    // 6月前 may or may not include June: usage varies. 6月完成 does.
    resolve: ({ month, text }) => (/前$/.test(text) ? undefined : [readNumber(month), 0]),
    examples: [
      { text: '【9月前】完成改造' },
      { text: '【11月】完成验收', date: '2025-11-30' },
      { text: '6月是安全生产月' },
    ],
  },
  {
    name: '未定的日期',
    keys: ['×'],
    after: '×月',
    pattern: `${year}?×{1,4}月(?:×{1,4}[日号]|[上中下]旬|底|末)?${before}`,
    // The blank is reported by a rule of its own; what else stands beside it is read as if it were filled.
    resolve: () => undefined,
    examples: [
      { text: '【2026年××月底前】完成改造' },
      { text: '【××月××日前】报送' },
      { text: '×月×日召开会议' },
    ],
  },
  {
    name: '年底',
    keys: ['年'],
    after: '底末终',
    pattern: `(?:${year}年?|年)(?:[底末]${before}?|终${before})`,
    resolve: () => [12, 31],
    examples: [
      { text: '【2025年年底前】覆盖率达到90%', date: '2025-12-31' },
      { text: '确保【年底】完成', date: '2025-12-31' },
      { text: '【今年底前】实现', date: '2025-12-31' },
      { text: '年终考核' },
    ],
  },
  {
    name: '年内',
    keys: ['年'],
    after: '内度',
    pattern: `(?<![\\d０-９])(?<year>${digits}{4}年)度?内|(?<![\\d０-９一二三四五六七八九十两几近数半每学])(?:[今本]?年内|本?年度内)`,
    resolve: () => [12, 31],
    examples: [
      { text: '【年内】建成学校3所', date: '2025-12-31' },
      { text: '【2026年内】完成搬迁', date: '2026-12-31' },
      { text: '三年内逐步解决' },
    ],
  },
  {
    name: '季度末',
    keys: ['季度'],
    before: '一二三四1234',
    pattern: `${year}?第?(?<quarter>[一二三四1-4])季度(?:末|底|内|${before}|${doneBy})${before}?`,
    resolve: ({ quarter, text }) =>
      /季度(?:之|以)?前$/.test(text) ? undefined : [quarters[quarter ?? ''] as number, 0],
    examples: [
      { text: '【二季度末前】完成', date: '2025-06-30' },
      { text: '【第三季度】完成评估', date: '2025-09-30' },
      { text: '【三季度】通过省级验收', date: '2025-09-30' },
      { text: '三季度通过调研摸清底数' },
      { text: '【一季度前】启动' },
      { text: '每季度通报' },
    ],
  },
  {
    name: '半年',
    keys: ['上半年'],
    // What is reported of the half year is no limit: 上半年经济运行情况.
    pattern: `(?<!关于|总结|分析|听取|通报)${year}?上半年(?!工作|经济|国民经济|${reported})(?:${before}|内|底)?`,
    resolve: () => [6, 30],
    examples: [
      { text: '【上半年】完成摸底', date: '2025-06-30' },
      { text: '【上半年】完成摸底情况报告', date: '2025-06-30' },
      { text: '【上半年】总结推广经验3项', date: '2025-06-30' },
      { text: '听取关于上半年计划执行的报告' },
      { text: '报告上半年预算执行情况' },
      { text: '开展上半年经济运行分析' },
      { text: '7月通报上半年任务进展' },
    ],
  },
  {
    name: '下半年',
    keys: ['下半年'],
    pattern: `${year}?下半年(?:${before}|内|底|${doneBy})`,
    resolve: () => [12, 31],
    examples: [{ text: '【下半年】完成改造', date: '2025-12-31' }],
  },
  {
    name: '节日前',
    keys: ['国庆', '十一', '五一', '七一', '八一'],
    pattern: `${year}?(?:国庆(?:节|假期)?|[“"]?十一[”"]?假期|[“"]?五一[”"]?(?:劳动节|节|假期)?|[“"][七八]一[”"]|建[党军]节)${before}`,
    resolve: ({ text }) => holidays.find(([pattern]) => pattern.test(text))?.[1],
    examples: [
      { text: '【国庆节前】开放', date: '2025-09-30' },
      { text: '【“五一”假期前】完成检修', date: '2025-04-30' },
      { text: '确保在【“七一”前】投入使用', date: '2025-06-30' },
      { text: '【“八一”前】走访慰问', date: '2025-07-31' },
      { text: '“五一”前后加强值守' },
    ],
  },
  {
    name: '时令前',
    keys: ['前'],
    before: `${seasons}来临到来开始结束之以`,
    // 开展汛前检查 says which one.
    pattern: `(?<!开展|做好|抓好|组织|进行|加强|强化|落实)${year}?(?:${seasons})(?:来临|到来|开始|结束)?(?:${before})`,
    resolve: () => undefined,
    examples: [
      { text: '【汛前】组织演练' },
      { text: '【主汛期前】完成清淤' },
      { text: '【春节前】发放到位' },
      { text: '【2026年元旦前】迁入' },
      { text: '【秋季开学前】投用' },
      { text: '目前已经完成' },
      { text: '春节前后加强值守' },
      { text: '放学前教育' },
      { text: '开展汛前检查' },
      { text: '做好春节前走访慰问工作' },
    ],
  },
  {
    name: '到某年',
    keys: ['到', '至'],
    after: DIGITS,
    pattern: `(?<![年\\d])(?:到|至)(?<year>${digits}{4})年(?!度|${digits}|来|间|以来|第|[上下]半|[一二三四]季|[初中底末年前内起后的版])`,
    resolve: () => [12, 31],
    examples: [
      { text: '【到2027年】，建成20个社区', date: '2027-12-31' },
      { text: '到2027年度' },
      { text: '到【2027年底】，实现', date: '2027-12-31' },
      { text: '2023年至2027年' },
    ],
  },
  {
    name: '句首的年份',
    keys: ['年'],
    before: numerals,
    after: '，,',
    pattern: `(?<=^|[。；;\\n])(?<year>${digits}{4})年(?=[，,][^。；]{0,40}\\d)`,
    resolve: () => [12, 31],
    examples: [
      { text: '【2025年】，完成率达100%', date: '2025-12-31' },
      { text: '2025年是关键之年' },
      { text: '2025年，全面推进改革' },
    ],
  },
  {
    name: '某年全部',
    keys: ['年'],
    before: numerals,
    after: '全',
    pattern: `(?<![\\d０-９])(?<year>${digits}{4})年(?=(?:全部|全面)(?:完成|建成|竣工|投用|消除|整改|销号))`,
    resolve: () => [12, 31],
    examples: [
      { text: '2025年完成3座，【2026年】全部完成', date: '2026-12-31' },
      { text: '【2025年】全面建成', date: '2025-12-31' },
      { text: '2025年全面推进改革' },
      { text: '2025年全部工作' },
    ],
  },
  {
    name: '某年任务',
    keys: ['年'],
    before: numerals,
    after: '度任目工',
    pattern: `(?<![\\d０-９])(?<year>${digits}{4})年度?(?=(?:工作)?(?:目标|任务|目标任务)[:：])`,
    resolve: () => [12, 31],
    examples: [
      { text: '【2025年】任务：建成学校3所', date: '2025-12-31' },
      { text: '【2024年】目标：建成3所', date: '2024-12-31' },
      { text: '2025年任务分工' },
    ],
  },
  {
    name: '印发后若干日内',
    keys: ['内'],
    before: '日天月',
    pattern: `(?:印发|发布|下发|公布|批复|下达|出台)(?:之日)?(?:后|起)${digits}{1,3}个?(?:工作日|日|天|月)内`,
    resolve: () => undefined,
    examples: [{ text: '【印发后30日内】制定细则' }],
  },
];
