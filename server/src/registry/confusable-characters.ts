import { once } from '../dialect/once';

/**
 * Characters that are taken for one another when names are typed (same or near sound) or read from a scan (like
 * shape), limited to those that occur in names of units and places.
 */
const LIKE_SOUND =
  '应英映硬迎 急级机即及极积基 管馆官关 理里李立力利 局居据 委维未位卫 会惠汇慧 办班版 发法 展占站 改盖 革格 ' +
  '规归贵 划画化 自字资姿 然燃 源原园员院圆 生声升胜圣省 态太泰 环还 境镜竞静 保宝堡 护户互 经京精静 信新心欣 ' +
  '息席习西 交教焦郊 通同统 运云韵 输书树 住祝驻柱 房防方 城成程承诚 乡香相象向 建健见检 设社涉 农浓 村存 业叶页 ' +
  '水税 卫为位 健建 康抗 民名明 政正证征郑 财才材 务物武 公工功供 安按 司思 法发 纪记计季际 监检简见 察查差 ' +
  '组祖 织支知职 宣选 传船 统同通 战站占 编边 制治质智志 体替 育玉誉 文闻 旅履 游油由 商上 市是事示士试 场厂常 ' +
  '督都度 审申深 计记季 统同 气汽器 象向像 消销效 防房 救就旧 援员源 队对 退推 役议益 军均 人仁 力利 社设 障章 ' +
  '医一宜依 疗料 药要 品频 食实时石 粮良梁 储处楚 备被 林邻临 草曹 残灿 联连廉 妇夫府 团湍 科课可 技计 协邪 ' +
  '镇阵振真 街接阶 道到稻 处出楚 中终钟 心新信 电店 力里 网往 数树术 据局句 融荣容 媒煤 大达 厅听 部步布 署暑属';

const LIKE_SHAPE =
  '治冶 未末 己已 土士 人入 日曰 候侯 汽气 象像 园圆 延廷 戌戍 析折 拆折 晴睛 清青情请 副幅 帐账 兑税 监盐 经径 ' +
  '检捡验 抢枪 拔拨 贷货 场扬 技枝 杨扬 林材 洒酒 商啇 密蜜 查杳 部陪 都邹 郎朗 未朱 本木 水永 大太犬 王玉 目日 云去 ' +
  '千干于 农衣 环坏 还坏 城诚 住往 任仕 建健 辆俩 局居 员贝 官宫 管营 委季 秀委 应庆 急总 务各 公分 民氏 区匹 卫丑 县具';

const near = once(() => collectPairs(LIKE_SOUND, LIKE_SHAPE));

function collectPairs(...lists: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const group of lists.flatMap((list) => list.split(' '))) {
    for (const a of group) for (const b of group) if (a !== b) pairs.add(a + b);
  }
  return pairs;
}

/** What replacing one character by another costs: less where the two are easily confused. */
export function substitutionCost(a: string, b: string): number {
  return near().has(a + b) ? 0.4 : 1;
}
