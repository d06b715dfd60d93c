/**
 * Expressions of official titles that a line does not break, besides what the segmenter knows: its dictionary has few of
 * the terms of administration, and takes most of them for single characters.
 */
const TERMS = `
安全生产 防灾减灾救灾 防灾减灾 应急管理 应急救援 消防安全 校园 食品安全 药品安全 燃气安全 道路交通 交通运输 校园安全 粮食安全
营商环境 生态环境 人居环境 污染防治 大气污染 土壤污染 水污染 环境保护 生态保护 自然资源 规划和自然资源 耕地保护 森林草原
防灭火 防汛抗旱 碳达峰 碳中和 节能减排 绿色低碳 河湖长制 河湖管护 河长制 林长制 田长制 乡村振兴 乡村建设 高质量发展 一体化
政务公开 政务服务 政府信息公开 数字政府 数字经济 民营经济 放管服 一件事 一网通办 法治政府 依法行政 行政执法 平安建设 社会治理
基层治理 社会信用 信用体系 信访 维稳 市场监管 市场监督管理 知识产权 招商引资 固定资产 财政 税收 审计 国有资产 招标投标
中小学校 中小学 幼儿园 义务教育 职业教育 教育体育 公共卫生 卫生健康 医疗保障 医疗卫生 医药卫生 疾病预防 养老服务 社会保障
人力资源 退役军人 民政 就业创业 住房保障 住房和城乡建设 住房城乡建设 城市更新 城市管理 老旧小区 农业农村 农村公路 水利 文化旅游
文化和旅游 全民健身 全民阅读 科技创新 工业和信息化 经济和信息化 发展和改革 发展改革 商务 邮政 气象 地震 统计 档案
基本公共服务 重点领域 重点工作 重点任务 重点项目 重点工程 专项整治 专项行动 三年行动 攻坚行动 攻坚克难 百日攻坚 隐患排查
排查整治 治本攻坚 风险防范 风险防控 责任分解表 责任分工 任务分工 任务分解 任务清单 工作要点 工作方案 实施方案 行动方案 行动计划
实施意见 指导意见 应急预案 贯彻落实 进一步 提质增效 优化提升 人民政府 委员会 办公室 办公厅 常务会议 领导小组 指挥部
服务 管理 建设 发展 改革 整治 提升 推进 加强 落实 开展 实施 全面 深化 优化 强化 促进 保障 监督 检查 考核 目标 年度 季度
`
  .trim()
  .split(/\s+/);

const TERM = new RegExp([...new Set(TERMS)].sort((a, b) => b.length - a.length).join('|'), 'g');

/** The places within a title's expressions: offsets at which a line does not end. */
export function insideTerms(title: string): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const { index, 0: term } of title.matchAll(TERM))
    for (let at = index + 1; at < index + term.length; at++) inside.add(at);
  return inside;
}
