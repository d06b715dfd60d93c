import { remember } from '../remember';
import { toSimplified } from '../simplified';
import { isClosingBracket, isOpeningBracket } from './brackets';

/*
 * Telling a unit's name by its form (县应急管理局, 市委组织部, 国网某县供电公司), without any registry. Used where
 * nothing else says that a name is one: in prose, and on the two sides of 和. Names in a labelled list need no proof.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What a unit's name ends with. */
const unitEndings = words(`
  局 委 办 厅 部 署 院 社 会 所 站 处 科 股 室 馆 台 校 镇 乡 村 场 组 队 行 府 联 园 司 厂 矿
  中心 公司 集团 街道 园区 新区 海关 党组 工会 团委 电信 移动 联通 铁塔 邮政 供电 烟草 学校 小学 中学 大学 高校
  社区 机关 兵团 电网 专班 苏木 车间 科协 政协 作协 体协 书店 剧团 储备库 开发区 高新区 示范区 保税区 度假区 功能区 经开区 管理区 风景区 景区 自贸区 工业区 幼儿园`);

/** Common words that end the same way and are no unit's. */
const falseEndings = words(`
  干部 全部 内部 外部 局部 南部 北部 东部 西部 中部 头部 底部 格局 布局 全局 大局 结局 开局 破局 时局 督办 经办 承办 主办 创办
  申办 代办 协办 快办 通办 举办 常委 场所 厕所 住所 好处 长处 查处 惩处 到处 处处 用处 益处 教室 学科 本科 专科 城乡
  家乡 下乡 城镇 社会 机会 大会 全会 会议 会场 农村 乡村 车站 网站 电站 油站 现场 市场 广场 立场 职场 考场 养殖场 屠宰场 停车场
  推行 执行 进行 运行 试行 实行 履行 发行 出行 通行 可行 现行 先行 践行 平行 团队 部队 军队 关联 互联 物联 串联 平台 舞台 出台
  后台 前台 旅行社 合作社 例会 晚会 展会 峰会 推进会 座谈会 工作会 调度会 分析会 发布会 运动会 恳谈会 现场会 政府会 重组 改组
  体会 不会 就会 都会 将会 才会 家校 校园 公园 家园 田园 乐园 实验室 办公场所 一行 同行 银行等 所在地 上司 官司 打官司 加油站 充电站 检查站 监控站 收费站 劝导站`);

/** 县一中: a school by its number alone, where a place says whose. */
const numberedSchool = /^[\u4e00-\u9fff]{0,6}[省市县区州旗盟镇乡][一二三四五六七八九十]{1,3}中$/;

/** Words that need something before them to be a name: 县政府, 服务中心. */
const incomplete = words(`
  政府 党委 党组 公司 集团 中心 机关 园区 新区 街道 学校 小学 中学 大学 高校 社区 工会 专班 开发区 功能区 景区 风景区 幼儿园
  人民政府 管委会 委员会 办事处 领导小组 指挥部 联席会议 工作组 支部 党支部 村委会 居委会 医院 学院 银行 法院 内科 外科`);

/** Verbs and connectives a unit's name does not begin with: what precedes a name in a sentence. */
const leadingWords =
  /^(?:加强|强化|推进|推动|落实|完善|建立|健全|开展|组织|深化|实施|优化|提升|加快|督促|指导|协调|支持|配合|协助|联合|会同|依托|通过|按照|根据|围绕|聚焦|针对|结合|利用|发挥|充分|进一步|不断|持续|全面|积极|严格|压实|明确|形成|构建|打造|做好|抓好|确保|实现|完成|争取|鼓励|引导|对|向|将|把|以|在|从|为|并|且|或|凡|是|有|与|和|及|等|要|应|须|需|可|能|会|不|未|无|没|让|使|被|受|请|至|到|于|其|该|此|每|谁|何|必须|认真|扎实|稳步|大力|着力|切实|定期|统筹|规范|贯彻|坚持|提高|增强|扩大|培育|巩固|拓展|促进|改善|整治|打击|查处|摸排|排查|整合|出台|制定|编制|修订|印发|召开|举办|参加|参与|接受|报|由)/;
/** Names that begin like one of those all the same. */
const namesLikeThem =
  /^(?:组织部|组织人事|会计|会展|应急|能源|可再生|对外|为民|协调办|规范办|督促检查|有色|在京|培育中心)/;
/** 组织一股, 统筹科: an office called by a verb, and by its number where there are several. */
const officeLikeThem =
  /^(?![对向将把以在从为并且或凡是有与和及等要应须需可能会不未无没让使被受请至到于其该此每谁何由报])[\u4e00-\u9fff]{2}[一二三四五六七八九十]?[科股处]$/;

const notInNames = /[“”"‘’《》〈〉：:。！？!?；;…=的了，,]/;
const longestName = 40;

const anyBracket = /[（(〔[［【〖）)〕\]］】〗]/;

/** A name without what its brackets hold: `各镇（街道）` → `各镇`. */
export function withoutBrackets(name: string): string {
  if (!anyBracket.test(name)) return name;
  let depth = 0;
  let bare = '';
  for (const mark of name) {
    if (isOpeningBracket(mark)) depth++;
    else if (isClosingBracket(mark)) depth = Math.max(0, depth - 1);
    else if (depth === 0) bare += mark;
  }
  return bare;
}

function endsWithOne(of: ReadonlySet<string>, name: string, longest: number): boolean {
  for (let length = 1; length <= longest && length <= name.length; length++)
    if (of.has(name.slice(-length))) return true;
  return false;
}

/** Whether a name has the form of one unit's name. */
export function looksLikeUnit(name: string): boolean {
  return name.length >= 2 && name.length <= longestName && hasUnitForm(name);
}

const hasUnitForm = remember((name): boolean => {
  const bare = withoutBrackets(toSimplified(name));
  if (bare.length < 2 || notInNames.test(bare) || /^[\d\s]/.test(bare) || incomplete.has(bare)) return false;
  if (beginsLikeVerb(bare)) return false;
  if (numberedSchool.test(bare)) return true;
  return (
    endsWithOne(unitEndings, bare, 3) && (!endsWithOne(falseEndings, bare, 4) || bare.endsWith('安全部'))
  );
});

/** Whether a verb or connective opens the text, as it may a sentence but not a name: 形成部门…. */
export function beginsLikeVerb(text: string): boolean {
  return leadingWords.test(text) && !namesLikeThem.test(text) && !officeLikeThem.test(text);
}

const area =
  /^(?:国家|中央|全国|国务院|中共|中国|国网|省|市|县|区|州|旗|盟|镇|乡|街道|校|院|团|自治区|自治州|[\u4e00-\u9fff]{1,8}(?:省|市|县|区|州|旗|盟|镇|乡|街道))/;

/** Whether the name opens with an area or a level (县…, 市委…, 某市…): the surest sign of a unit in prose. */
export function hasAreaPrefix(name: string): boolean {
  return area.test(name);
}

/** Fields of work by which plans call departments: 县财政、住建等部门. */
const fields = words(`
  发改 发展改革 教育 教体 科技 工信 经信 工业和信息化 民宗 公安 民政 司法 财政 人社 人力资源社会保障 自然资源 资源规划 规划 国土 生态环境 环保
  住建 住房城乡建设 城管 城市管理 交通 交通运输 水利 水务 农业 农业农村 畜牧 林业 林草 商务 文旅 文广旅 文化 文化旅游 旅游 体育 卫健 卫生健康 卫生
  退役军人 应急 应急管理 审计 国资 市场监管 统计 医保 医疗保障 信访 金融 税务 气象 消防 消防救援 海关 乡村振兴 行政审批 政务服务 大数据 数据
  组织 宣传 统战 政法 网信 编办 残联 妇联 团委 工会 供销 供电 通信 广电 邮政 烟草 海事`);

/** Whether a name is that of a field of work, with or without the level before it. */
export function isField(name: string): boolean {
  return fields.has(name) || (/^[省市县区州旗]/.test(name) && fields.has(name.slice(1)));
}

/** Bare nouns that stand for all units of a kind. */
const bareCollectives = words(`
  乡镇 镇街 街镇 镇乡 镇 乡 街道 县 区 区县 县区 县市 县市区 市县 市区 区市县 市州 州市 旗县区 旗县市区 村 村居 村社 社区 村镇
  园区 功能区 开发区 部门 单位 科室 处室 股室 学校 高校 中小学 中小学校 幼儿园 医院 银行 企业 机关 院系 学院 支部 党支部 委办局
  站所 地方政府 乡镇政府 乡镇人民政府 乡人民政府 镇人民政府 街道办事处 村委会 村民委员会 居委会 村两委 村支两委 各地 地方 地方人民政府`);
const collectiveStart =
  /^(?:各|有关|相关|其他|其它|所有|全体|属地|涉及|其余|两级|市县两级|地方各级|所在(?:[街乡镇村县市区]|社区|单位))/;
const collectiveEnd =
  /(?:部门|单位|方面|机构|科室|处室|股室|院系|委办局|站所|企业|中小学|中小学校|高校|乡镇|镇街|街镇|区县|县区|县市区|市县区|市州|州市|村居|村社|基层党组织)$/;
const oneCompany = /(?:有限公司|责任公司|集团|股份公司|分公司|总公司|子公司)$/;
/** 教科室: an office of a school's, not all offices. */
const oneOffice = /^.科室$/;
/** 县（市、区）政府, 乡镇（街道）办事处: levels in brackets stand for all units of them. */
const levels = /^(?:省|市|县|区|旗|州|乡|镇|乡镇|村)[（(][省市县区旗州盟乡镇街道村社居办、，,及和]{1,8}[）)]/;
/** 县安委会各成员…, 市级各有关…: a group within a body or level. */
const groupWithin =
  /.各(?:有关|相关|成员|部门|单位|级|类|乡|镇|街|县|区|市|村|科|处|股|学|院|行业|职能|专项|专班)/;

/** 属地管理责任, 以下均需各镇落实, 列第一位的为牵头单位: words about groups. */
const aboutGroups = /^(?:以下|以上|均)|为(?:牵头|责任|配合|主办|汇总|工作)|(?:责任|职责|原则)$/;

/** Whether a name means a group of units (各镇（街道）、有关部门、县安委会各成员单位) and not one. */
export const isCollective = remember((name): boolean => {
  const bare = withoutBrackets(toSimplified(name)).replace(/\s+/g, '');
  if (bare === '' || bare.length > longestName || /[，,；;。：:“”《》]/.test(bare)) return false;
  if (aboutGroups.test(bare)) return false;
  if (bareCollectives.has(bare) || levels.test(name) || collectiveStart.test(bare) || groupWithin.test(bare))
    return true;
  return collectiveEnd.test(bare) && !oneCompany.test(bare) && !oneOffice.test(bare);
});
