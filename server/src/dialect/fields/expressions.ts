/*
 * The expressions by which plans state deadlines, frequencies and targets: words and small patterns with examples.
 * To teach the reader a new expression, add it here with an example; test/unit/dialect/fields/expressions.test.ts
 * runs every example. Patterns have no nested repetition, so that a long line costs no more than its length.
 */

import { toHalfWidthDigits } from '../numerals';

export interface ExpressionExample {
  /** A sentence; what is expected to be found in it stands in 【】. */
  readonly text: string;
  /** The date a deadline resolves to for a plan of 2025; absent where none is certain. */
  readonly date?: string;
}

export interface DeadlineExpression {
  readonly name: string;
  /** A text with none of these has no match: most need no further look. */
  readonly keys: readonly string[];
  /** One of these characters stands right before the key, and one of these right behind it; any where they are absent. */
  readonly before?: string;
  readonly after?: string;
  /** Groups: year, month, day, quarter. */
  readonly pattern: string;
  /** The last day allowed, as [month, day]; day 0 is the month's last. Undefined where it is not certain. */
  readonly resolve: (found: DateGroups) => readonly [month: number, day: number] | undefined;
  readonly examples: readonly ExpressionExample[];
}

export interface DateGroups {
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
  readonly quarter?: string | undefined;
  readonly text: string;
}

const digits = '[\\d０-９]';
/** Texts copied from a laid-out page have spaces around their numbers: 2025 年 6 月底. */
const numerals = '0123456789０１２３４５６７８９一二三四五六七八九十 \u3000';
const gap = '[ \\u3000]?';
const year = `(?:(?<year>${digits}{4}${gap}年|今年|本年|当年|明年|次年|翌年)${gap})`;
const month = `(?<month>${digits}{1,2}|十[一二]?|[一二三四五六七八九])${gap}月份?`;
const day = `${gap}(?<day>${digits}{1,2})${gap}[日号]`;
const before = '(?:之前|以前|前(?!后|置|期))';
/** What makes a bare date a limit. */
const done =
  '完成|办结|开工|竣工|完工|交付|(?:正式)?(?:投入(?:使用|运行|运营)|投用|启用|通车|开园|并网)|上线|发布|制定|编制|启动|前完成|实现|建成|出台|印发|达到|落实到位|整改到位|全面完成|全部|基本';
const doneBy = `(?=${done})`;

/** Times of the year that everybody knows and no calendar fixes. */
const seasons =
  '入?主?汛期?|雨季|台风季?|春节|元旦|清明节?|[“"]?五一[”"]?节?|端午节?|中秋节?|两会|高考|中考|秋季开学|春季开学|新学期开学|开学|学期结束|放假|暑假|寒假|暑期|' +
  '春耕|春播|秋收|秋播|三夏|三秋|入冬|入夏|入春|入秋|冬季|夏季|供暖期?|供暖季|采暖季|采暖期|取暖季|封冻|上冻|结冰期?|防火期|旅游旺季|用电高峰|度夏|度冬|迎峰度夏';

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

/** Ordered: of two that match at one place the earlier is taken. */
export const deadlineExpressions: readonly DeadlineExpression[] = [
  {
    name: '某月某日前',
    keys: ['日', '号'],
    before: numerals,
    pattern: `${year}?${month}${day}(?:${before}|${doneBy})`,
    resolve: ({ month, day }) => [number(month), number(day)],
    examples: [
      { text: '【2025年12月31日前】报送总结', date: '2025-12-31' },
      { text: '于【9月10日之前】完成', date: '2025-09-10' },
      { text: '【2025 年 3 月 31 日前】报送', date: '2025-03-31' },
      { text: '新校区【9月1日】正式投入使用', date: '2025-09-01' },
      { text: '自9月1日正式施行' },
      { text: '9月10日是教师节' },
    ],
  },
  {
    name: '力争某月某日',
    keys: ['力争', '确保', '争取', '保证', '计划', '预计'],
    // What is intended for a date is to be done by it, whatever it is.
    pattern: `(?<=(?:力争|确保|争取|保证|计划|预计)[于在]?)${year}?${month}${day}(?!起|至|—|-|[^，。；]{0,12}会)`,
    resolve: ({ month, day }) => [number(month), number(day)],
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
    resolve: ({ month }) => [number(month), 0],
    examples: [
      { text: '【6月底前】编制目录', date: '2025-06-30' },
      { text: '力争【2026年2月底】投用', date: '2026-02-28' },
      { text: '【十月底前】完成', date: '2025-10-31' },
      { text: '【明年3月底前】验收', date: '2026-03-31' },
    ],
  },
  {
    name: '某月某旬',
    keys: ['旬'],
    pattern: `${year}?${month}[上中下]旬(?:${before}|${doneBy})`,
    resolve: ({ month, text }) => [number(month), tenDays[/[上中下]旬/.exec(text)?.[0] ?? ''] ?? 0],
    examples: [
      { text: '【5月中旬前】开工', date: '2025-05-20' },
      { text: '【8月下旬】完成', date: '2025-08-31' },
    ],
  },
  {
    name: '某月前',
    keys: ['月'],
    before: numerals,
    after: `份前之以${done}`,
    pattern: `${year}?${month}(?:${before}|${doneBy})`,
    // 6月前 may or may not include June: usage varies. 6月完成 does.
    resolve: ({ month, text }) => (/前$/.test(text) ? undefined : [number(month), 0]),
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
      { text: '【一季度前】启动' },
      { text: '每季度通报' },
    ],
  },
  {
    name: '半年',
    keys: ['上半年'],
    pattern: `${year}?上半年(?:${before}|内|底)?`,
    resolve: () => [6, 30],
    examples: [{ text: '【上半年】完成摸底', date: '2025-06-30' }],
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
    keys: ['国庆', '十一'],
    pattern: `(?:国庆节?|[“"]?十一[”"]?假期)${before}`,
    resolve: () => [9, 30],
    examples: [{ text: '【国庆节前】开放', date: '2025-09-30' }],
  },
  {
    name: '时令前',
    keys: ['前'],
    before: `${seasons}来临到来开始结束之以`,
    pattern: `${year}?(?:${seasons})(?:来临|到来|开始|结束)?(?:${before})`,
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
    ],
  },
  {
    name: '到某年',
    keys: ['到', '至'],
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
    name: '印发后若干日内',
    keys: ['内'],
    pattern: `(?:印发|发布|下发|公布|批复|下达|出台)(?:之日)?(?:后|起)${digits}{1,3}个?(?:工作日|日|天|月)内`,
    resolve: () => undefined,
    examples: [{ text: '【印发后30日内】制定细则' }],
  },
];

/** What follows 每 in a frequency: 每季度, 每半年, 每两周, 每3个月. */
const period = `(?:个?工作日|日|天|周|旬|半个?月|双月|个?月|季度?|半年|年|学期|学年|(?:${digits}{1,2}|[两二三四五六])(?:个?月|天|日|周|年|小时))`;
/** What a plan does by the month or quarter: 月通报, 季督查, 年考核. */
const routine =
  '(?:通报|督查|督导|督办|考核|考评|报告|述职|调度|检查|巡查|排查|抽查|会商|研判|分析|例会|评估|评价|总结|小结|点评|盘点|晾晒|统计|更新|上报|汇总|反馈|公示|公开|评比|排名|复盘|清零|推进|走访|提醒|体检|监测|报送|约谈|普查)';

export interface FrequencyExpression {
  readonly name: string;
  /** Characters one of which every match holds. */
  readonly signs: string;
  readonly pattern: string;
  /** Whether what is to be done follows and belongs to the phrase (每月至少开展1次检查), or the pattern is all. */
  readonly extends: boolean;
  readonly examples: readonly ExpressionExample[];
}

export const frequencyExpressions: readonly FrequencyExpression[] = [
  {
    name: '每某时',
    signs: '每',
    pattern: `(?<!每|每[生人户亩村校家名])每(?:隔)?${period}(?!${digits}+元)`,
    extends: true,
    examples: [
      { text: '校长【每学期至少开展2次家访】，' },
      { text: '【每半年组织一次评估】。' },
      { text: '【每3个月更新一次目录】。' },
      { text: '每个村、每名干部都要参加' },
      { text: '每生每年1000元' },
    ],
  },
  {
    name: '月通报',
    signs: '日周旬月季年',
    pattern: `(?<![\\d０-９一二三四五六七八九十上中下本当次产年今去明两双安全半节假近昨生即青少老成历往学新常多每幼童壮春夏秋冬雨旺淡按逐传])[日周旬月季年]${routine}`,
    extends: true,
    examples: [
      { text: '实行【月调度】、【季通报】、【年考核】' },
      { text: '落实6月通报要求' },
      { text: '安全生产月检查' },
      { text: '节日走访、冬季巡查、老年体检' },
    ],
  },
  {
    name: '季度例会',
    signs: '周旬月季半',
    pattern: `(?:每?周|旬|月度|季度|半年)(?:工作)?(?:动态|联席|工作|专题|述职)?(?:例会|会议|会商|通报|评估|述职|调度|研判|考评|督查|报告|联席会议|分析)(?:制度|机制)?`,
    extends: true,
    examples: [{ text: '坚持【季度例会制度】' }, { text: '实行【月度会商】' }],
  },
  {
    name: '一月一',
    signs: '一',
    pattern: `一[日周旬月季年]一(?!度|样|个|次)[\\u4e00-\\u9fff]{1,2}`,
    extends: false,
    examples: [{ text: '做到【一月一调度】' }, { text: '一年一度的会议' }],
  },
  {
    name: '按季度',
    signs: '按逐',
    pattern: `(?:按|逐)(?:日|周|旬|月|季度?|半年|年|学期)(?:度)?${routine}`,
    extends: true,
    examples: [{ text: '【按季度通报进展】。' }, { text: '按月份排列' }],
  },
  {
    name: '日、周、月',
    signs: '周',
    pattern: '[“"]?日、周、月[”"]?',
    extends: true,
    examples: [{ text: '落实【“日、周、月”排查】' }],
  },
  {
    name: '全年若干次',
    signs: '全年学',
    pattern: `(?:全年|每年度|年度内?|学期内)(?=[^，。；、]{0,16}${digits}+[余多]?[场次期轮])`,
    extends: true,
    examples: [{ text: '【全年组织培训不少于4次】。' }],
  },
];

/** Units a plan counts its results in. */
export const countUnits = (
  '个百分点 微克/立方米 毫克/立方米 毫克/升 平方公里 平方千米 平方米 立方米 万平方米 公里 千米 公顷 千瓦时 千瓦 兆瓦 人次 人日 工作日 个工作日 ' +
  '个 家 项 所 座 台 套 处 米 亩 吨 人 名 户 场 次 期 辆 艘 部 件 起 篇 份 张 种 间 栋 幢 片 棵 株 头 元 美元 门 只 口 盏 支 批次 宗 对 轮 例 课时 学时 学位 床位 张床位 张病床 车位 泊位 个泊位 本 册 幅 块 条 艘次 架次 班次 标箱 分 分贝 倍 位 组 支队伍 段 眼 孔 根 道 班 届 类 天 节 学分 面 架 匹 羽 尾 立方 斤 公斤 千克 亿斤 双 盆 顶 桶 枚 趟 眼 例次 场次 TB GB PB MW GW 万千瓦 ㎡ Mbps Gbps 人份 剂次 剂 针次 床'
).split(' ');

/** Counts only after a bound (每天不少于2小时): 24小时值守 is no result. */
export const boundUnits = '小时 分钟 秒 毫秒 周 岁 P'.split(' ');

/** Times that say how fast something is done (2小时内送达), not by when. */
export const paceUnits = '小时 分钟 秒 个工作日 工作日 天'.split(' ');

/** Verbs whose object, counted, is a result to reach. */
export const achieving = (
  '完成 整改 新建 建成 建设 续建 扩建 改建 改扩建 改造 更新改造 新增 增加 培育 打造 创建 创成 引进 引育 发展 培养 培训 轮训 招收 招聘 新招 招录 招引 选派 选聘 选树 选育 选拔 抽查 抽检 检查 组织 开展 举办 召开 承办 建立 设立 ' +
  '出台 印发 编发 制定 制订 修订 编制 推广 整治 拆除 清理 清掏 清淤 清运 维护 治理 修复 安装 配备 配置 增配 增设 设置 办理 办结 办好 发布 推出 解决 帮扶 救助 资助 发放 争取 签约 实现 达到 达 投入 筹集 筹措 提供 覆盖 满足 ' +
  '实施 种植 造林 营造 绿化 退出 淘汰 关闭 化解 消化 处置 盘活 回收 收储 开通 开设 开发 开工 新开工 改善 铺设 敷设 疏浚 加固 除险 搬迁 安置 转移 吸纳 带动 转化 孵化 认定 评选 评定 命名 表彰 申报 申请 授权 获得 取得 ' +
  '采集 归集 汇聚 共享 接入 上线 上架 公开 公布 梳理 形成 推送 制作 拍摄 宣讲 走访 调研 巡查 排查 摸排 监测 检测 检验 评估 审核 审计 督查 拓展 扩大 流转 植树 补植 创作 建 修 力争 确保 保持 提升至 提高到 压减 压缩 缩减 减少 降低 下降 增长 提高 提升 招商 落地 储备 谋划 布局 布设 设 派驻 派出 下派 受理 立案 查办 查处 侦破 打掉 清退 取缔 升级 出栏 投放 新购 购置 购买 采购 更换 更新 引入 组建 成立 扶持 支持 遴选 培树 巩固 推荐 征集 举行 交付 竣工 投产 供应 筹建 移栽 补贴 奖补 减免 减排 精简 取消 下放 削减 搭建 编印 印制 研发 攻克 推介 对接 促成 达成 核查 复核 评查 巡诊 义诊 筛查 接种 救治 签订 收治 播种 栽植 抚育 封育 修建 修缮 硬化 打通 贯通 通车 开行 放流 演出 放映 惠及 服务 保障 就业 挖掘 推进 推动 加快 入库 纳统 上市 晋级 摘牌'
).split(' ');

/** Of those, verbs that are nouns as often (综合发展, 服务保障): they govern a number only from directly before it. */
export const achievingDirectly =
  '提升 提高 推进 推动 加快 支持 巩固 服务 保障 发展 组织 下降 增长 公开 共享 建设 保持 确保 力争 就业 监测 检查 布局 修 设'.split(
    ' ',
  );

/** Verbs whose counted object is where the work lies, no result: 聚焦61家企业, 强化852个场所管理. */
export const focusing =
  '聚焦 针对 对照 对标 围绕 按照 依据 根据 督促 指导 统筹 协调 加强 强化 优化 压实 落实 严格 盯紧 紧盯 突出 健全 完善 深化 联合 依托 结合 坚持 涉及 现有 已有 原有 共有 拥有 辖区 全面加强 抓好 做好 贯彻 关于 具有 超过'.split(
    ' ',
  );

/** Directly before a number: the number is a bound to reach or keep. */
export const comparators =
  '不少于 不低于 不得少于 不得低于 不小于 至少 达到 达 突破 超过 不超过 不高于 不大于 不多于 控制在 稳定在 保持在 维持在 压缩至 压缩到 缩短至 缩短到 压减至 减至 减少到 减少至 降至 降到 提高到 提高至 提升到 提升至 增加到 增至 扩大到 力争 低于 高于 少于 小于 大于 优于 ≥ ≤ > < 为 约'.split(
    ' ',
  );

/** Words of a present or past state: the number after them is no target. */
export const stating =
  /仅为|仅有|仅占|只有|目前|现有|现已|已(?!投用)|截至|截止|去年|上年|上一年|以来|此前|曾|原有|当前|近年/;

export interface ResultExpression {
  readonly name: string;
  readonly pattern: string;
  readonly examples: readonly ExpressionExample[];
}

/** Results that are measurable without a number: nothing left, nobody left out. */
export const resultExpressions: readonly ResultExpression[] = [
  {
    name: '全覆盖',
    pattern: '全覆盖|全员覆盖|全域覆盖|全面覆盖|覆盖所有|覆盖全部',
    examples: [{ text: '【实现村级卫生室全覆盖】' }, { text: '做到“全覆盖”' }],
  },
  {
    name: '清零',
    pattern: '(?<!分类)清零',
    examples: [{ text: '【存量问题动态清零】' }, { text: '开展“清零”行动' }, { text: '分类清零' }],
  },
  {
    name: '零某',
    pattern:
      '零(?:发生|开启|事故|死亡|伤亡|增长|投诉|新增|差错|失误|感染|违规|违章|排放|直排|火灾|火情|发案|上访|复发|返贫|遗漏|延误|积压|超时|欠薪|拖欠|扩散|污染|填埋|缺陷|溺亡|辍学|失学|返流)' +
      // Whatever closes the phrase and is no other word that begins so.
      '|零(?!容忍|距离|起点|门槛|基础|报告|[散星售碎工件部配担])[\\u4e00-\\u9fff]{2}(?=[，。；、）)]|$)',
    examples: [
      { text: '【确保校园欺凌零发生】' },
      { text: '【做到合同零违约】' },
      { text: '坚持零容忍' },
      { text: '零散就业' },
      { text: '引导零工就业，服务零售业。' },
    ],
  },
  {
    name: '应某尽某',
    pattern: '应[\\u4e00-\\u9fff]{1,3}尽[\\u4e00-\\u9fff]{1,3}',
    examples: [{ text: '【低收入人口应保尽保】' }],
  },
  {
    name: '不发生',
    pattern: '不(?:发生|出现)(?!的|变化)',
    examples: [{ text: '【不发生重大疫情】' }, { text: '【不出现重污染天气】' }],
  },
  {
    name: '无新增',
    pattern:
      '无新增|不新增|零新增|全部(?:完成|建成|办结|整改|达标|销号|投用|消除|清除|拆除|到位|开工|竣工|上线|公开|退出|关停|开展|纳入|实现|设置|配齐|通过)|基本消除|全面消除|(?:事故|事件|案件|投诉|起数|人数)为零',
    examples: [{ text: '【隐患全部整改到位】' }, { text: '【城区无新增内涝点】' }],
  },
];

/** A number in Chinese or Arabic digits; 0 where there is none. */
export function number(text: string | undefined): number {
  if (!text) return 0;
  const ascii = Number(text);
  return Number.isNaN(ascii) ? inOtherDigits(text) : ascii;
}

function inOtherDigits(text: string): number {
  const ascii = toHalfWidthDigits(text);
  if (/^\d+$/.test(ascii)) return Number(ascii);
  const values = '零一二三四五六七八九';
  const [tens, ones] = ascii.includes('十') ? ascii.split('十') : ['', ascii];
  const high = ascii.includes('十') ? (tens ? values.indexOf(tens) : 1) : 0;
  return high * 10 + Math.max(0, values.indexOf(ones ?? ''));
}
