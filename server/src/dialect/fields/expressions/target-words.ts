/** Units a plan counts its results in. */
export const countUnits = (
  '个百分点 微克/立方米 毫克/立方米 毫克/升 平方公里 平方千米 平方米 立方米 万平方米 公里 千米 公顷 千瓦时 千瓦 兆瓦 人次 人日 工作日 个工作日 ' +
  '个 家 项 所 座 台 套 处 米 亩 吨 人 名 户 场 次 期 辆 艘 部 件 起 篇 份 张 种 间 栋 幢 片 棵 株 头 元 美元 门 只 口 盏 支 批次 宗 对 轮 例 课时 学时 学位 床位 张床位 张病床 车位 泊位 个泊位 本 册 卷 幅 块 条 艘次 架次 班次 标箱 分 分贝 倍 位 组 支队伍 段 眼 孔 根 道 班 届 类 天 节 学分 面 架 匹 羽 尾 立方 斤 公斤 千克 毫克 微克 亿斤 双 盆 顶 桶 枚 趟 眼 家次 户次 件次 处次 台次 车次 轮次 例次 场次 TB GB PB MW GW 万千瓦 ㎡ Mbps Gbps 人份 剂次 剂 针次 床'
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
  /仅为|仅有|仅占|只有|目前|现有|现已|已(?!投用)|截至|截止|(?<![较比])(?:去年|上年|上一年)|以来|此前|曾|原有|当前|近年/;
