import { once } from '../dialect/once';

/**
 * The words that names of departments are made of, and what each may become in a short name: itself, one of its
 * abbreviations, or nothing (`-`). 应急管理局 → 应急|管理|局 → 应急局; 住房和城乡建设委员会 → 住房|和|城乡|建设|委员会 →
 * 住建委. A word that is not here stays whole, so a proper name never loses a character.
 *
 * Established short names: 《国务院机构简称》 (国办秘函〔2018〕 series) and the usage of published plans.
 */
const WORDS = `
和 -        与 -        及 -        暨 -        的 -
管理 管 -   监督 监 -   监管 -      监察 监     检查 检     事务 -      工作 -      行政 -      综合 -
服务 服 -   保障 保 -   协调 -      领导小组 -  建设 建     发展 发 -   应用 -      开发 开 -   运行 运 -
指挥 指 -   技术 技     产业 产     事业 -      信息 信     信息化 信息 信          推进 -      促进 -      联席会议 联
应急        安全生产 安 安全        防灾减灾救灾 减灾 防减救灾 防灾减灾      防灾减灾 减灾   减灾        防汛抗旱 防汛 防
森林防灭火 森防         消防 消     救援 -      抗震救灾 抗震       地质灾害 地灾   食品药品 食药           药品 药
食品安全 食安           道路交通安全 道安       旅游安全 旅安       公共安全
发展 发     改革 改     规划 规     自然资源 资 自资 自             自然 自     资源 资     国土资源 国土   国土 国
住房 住 房  城乡 -      城市 城     房地产 房   房屋 房     住房保障 -  公积金      园林 -      绿化 绿     林业 林
经济 经     商务 商     商业 商     工业 工     科技 科     科学 科     投资 投 -   招商 招     外资 -      贸易 贸
教育 教     科学技术 科技 科        体育 体     文化 文     广播电视 广 广电    广电 广     广播 广     电视 电
旅游 旅     新闻 -      出版 出     文物 文     卫生 卫     健康 健     计划生育 计生 计    医疗 医     医药 医
医疗保障 医保           疾病预防控制 疾控       人力资源 人力 人        社会保障 社保 社    社会保险 社保   社会 社
民政 民     民族 民     宗教 宗     退役军人 -  双拥        残疾人 残   妇女 妇     儿童 -      青年 青     老龄 老
农业 农     农村 -      农业农村 农 农业        乡村振兴 振兴 乡振      扶贫 扶     畜牧 畜     兽医 -      水产 水
水利 水     水务 水     水资源 水   气象 气     生态环境 环境 环 生态   生态 生     环境保护 环保           环境 环
交通 交     交通运输 交通 交        运输 运 -   公路 路     铁路 铁     港航 港     港口 港     航务 航     海事 海
邮政 邮     邮政业 邮政             民航        口岸 口     物流 物     通信 通     能源 能     电力 电     煤炭 煤
公安 公     司法 司     国家安全 国安           交通巡逻警察 交巡警     交通警察 交警   治安 -      特警        禁毒 禁
财政 财     税务 税     审计 审     统计 统     金融 金     国有资产 国资           国资        物价 价     价格 价
市场 市     质量 质     质量技术 质             标准        知识产权 知产           工商 工商   计量
大数据 -    数据        数字 数     政务 政     政务服务 政务           行政审批 审批           信访 信     档案 档
机关 机     机关事务 机关           后勤 -      接待        外事 外     侨务 侨     台湾 台     港澳 港
城市管理 城管           综合执法 执法           行政执法 执法           综合行政执法 综合执法 执法          综合执法 执法
粮食 粮     物资 -      储备 储     供销合作 供销           供销合作社 供销 供销合作            移民 移     库区        三峡 -
人民 -      国防动员 国动           国防 -      人民防空 人防           武装 武     动员 -      保密 密     机要 机
机构编制 编 编制        编制 编     组织 组     宣传 宣     统一战线 统战 统    统战 统     政法 政法   网络安全 网
网络安全和信息化 网信   网信        党史        研究 研 -   督查 督     督导 -      巡察 巡     目标绩效 目绩   目标 目
绩效 绩     考核 考     评价 -      社会治理 -  基层治理 -  精神文明 文明           社会科学 社科           文学艺术界 文
工商业 工商 科学技术界 科           归国华侨 侨 法学 法     红十字
委员会 委 委会 -        指挥部 指 -             人大常委会 人大         安委会 安委 安          公安局 公安
`;

/** Words that may fall away even where they begin a name: 人民武装部 → 人武部 keeps it, 人民政府 → 政府 does not. */
const LEADING_DROPPABLE = new Set(['人民', '机构编制', '社会治理', '住房保障']);

export interface DepartmentWord {
  readonly word: string;
  /** What it may become, itself first; '' where it may fall away. */
  readonly forms: readonly string[];
}

/** Read when a name is first looked at: most drafts are checked without a registry. */
const table = once((): ReadonlyMap<string, DepartmentWord> => readTable(WORDS));
const longest = once(() => Math.max(...[...table().keys()].map((word) => word.length)));

function readTable(source: string): Map<string, DepartmentWord> {
  const words = new Map<string, DepartmentWord>();
  // Columns are parted by two spaces or more; a single space parts a word from its forms.
  for (const entry of source.split(/\s{2,}|\n/)) {
    const [word, ...forms] = entry.trim().split(' ');
    if (!word) continue;
    const known = words.get(word)?.forms ?? [word];
    words.set(word, { word, forms: [...known, ...forms.map((form) => (form === '-' ? '' : form))] });
  }
  return words;
}

export function departmentWord(word: string): DepartmentWord | undefined {
  return table().get(word);
}

/** The longest word of the table that `text` has at `start`. */
export function wordAt(text: string, start: number): DepartmentWord | undefined {
  for (let length = Math.min(longest(), text.length - start); length > 0; length--) {
    const word = table().get(text.slice(start, start + length));
    if (word) return word;
  }
  return undefined;
}

export function mayFallAway(word: DepartmentWord, leading: boolean): boolean {
  if (leading) return LEADING_DROPPABLE.has(word.word);
  return word.forms.includes('');
}
