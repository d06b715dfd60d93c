import { formatChineseNumeral } from '../../server/src/dialect/numerals';
import type { Random } from './random';

const MATTERS =
  '农村道路安全隐患 老旧燃气管道 学校食堂 城乡居民医保 公共租赁住房 背街小巷 入河排污口 高标准农田 社区养老服务 零工市场 政务服务窗口 中小学校车 重点行业废气 乡镇卫生院 村级集体经济 历史文化街区 充电设施 城市内涝点 职业技能培训 市场主体登记 惠企政策 殡葬服务设施 应急避难场所 森林防火通道 病险水库 农贸市场 图书馆分馆 托育机构 退役军人服务站 危险化学品企业 建筑工地扬尘 饮用水水源地 生活垃圾分类 欠薪线索 电动自行车停放点 消防车通道 网格化服务 法律援助站点 气象预警叫应 野外文物'.split(
    ' ',
  );
/** What of a matter a task is about. */
const ASPECTS =
  '视频监控 维修基金 应急演练 标识标牌 绿色通道 能耗监测 人员名册 设备检测 分级授牌 价格公示 合同备案 志愿服务 夜间照明 雨污分流 档案数字化 保险理赔 工资专户 无障碍通道 隔离护栏 地质勘察 联防队伍 停车泊位 检验试剂 招标采购 信用评价 物资储备 夜班值守 管网普查 种子更新 排水泵站 巡回医疗 阅读推广 就业帮扶 营养配餐 防雷装置 碳排放核算 资产盘活 遗产修缮 用水计量 家庭随访 节能灯具'.split(
    ' ',
  );
const ACTIONS = '整治 更新改造 规范提升 全面排查 加快建设 优化布局 分批验收 集中治理 建档管理 延伸覆盖'.split(
  ' ',
);
const MEANS = [
  '按照一处一策的要求制定清单',
  '推行首问负责和限时办结',
  '引入第三方开展评估',
  '建立部门联席会商机制',
  '公开办理流程和监督电话',
  '组织志愿者参与巡查',
  '把经费列入年度部门预算',
  '开展交叉互检和回头看',
  '统一编码并接入县级平台',
  '选取基础较好的乡镇先行试点',
  '梳理历年遗留问题逐项销号',
  '对从业人员分批培训考核',
  '与周边区县共享信息、联合执法',
  '委托专业机构编制技术方案',
  '邀请代表委员和群众现场评议',
  '完善日常维护和定期检修制度',
  '严格落实开工报告和进度周报',
  '鼓励社会资本以多种方式参与',
];
const UNITS =
  '县应急管理局 县交通运输局 县住房城乡建设局 县教育局 县民政局 县水利局 县农业农村局 县卫生健康委 县财政局 县公安局 县司法局 县文化旅游局 县市场监督管理局 县城市管理局 县林业局 县气象局'.split(
    ' ',
  );
const MEASURES = '处 个 家 项 公里 户 座 套'.split(' ');
const COUNTED = '完成 新建 改造 新增 建成'.split(' ');

/** A task of a plan in plain data; no two of a few hundred are about the same. */
export interface InventedTask {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly clause: string;
}

/** The `index`-th task of an invented county: its matter and aspect come round again only after 1,600. */
export function inventTask(random: Random, index: number): InventedTask {
  const matter = MATTERS[index % MATTERS.length] ?? '';
  const aspect = ASPECTS[(index * 7 + Math.floor(index / MATTERS.length)) % ASPECTS.length] ?? '';
  const action = random.pick(ACTIONS);
  const [lead, unit, support] = random.sample(UNITS, 3);
  const [first, second, third] = random.sample(MEANS, 3);
  const target = `${random.pick(COUNTED)}${aspect}${random.between(3, 300)}${random.pick(MEASURES)}`;
  return {
    title: `${action}${matter}${aspect}`,
    sentences: [
      `对${matter}的${aspect}${first}，${second}`,
      `${third}，${target}，群众满意率达${random.between(80, 99)}%以上`,
    ],
    clause: `〔牵头单位：${lead}；责任单位：${unit}；配合单位：${support}；完成时限：2026年${random.between(1, 12)}月底前〕`,
  };
}

/** A plan of `count` tasks in chapters of twenty and sections of five. */
export function inventLargePlan(random: Random, count: number): string {
  const lines = ['# 2026年云溪县重点工作要点', '为做好全年工作，制定本工作要点。'];
  for (let index = 0; index < count; index++) {
    if (index % 20 === 0)
      lines.push(
        `${formatChineseNumeral(index / 20 + 1)}、${random.pick(ACTIONS)}${random.pick(MATTERS)}工作`,
      );
    if (index % 5 === 0)
      lines.push(`（${formatChineseNumeral(((index / 5) % 4) + 1)}）${random.pick(MATTERS)}领域`);
    const { title, sentences, clause } = inventTask(random, index);
    lines.push(`${index + 1}．${title}。${sentences.join('。')}。${clause}`);
  }
  return lines.join('\n\n') + '\n';
}
