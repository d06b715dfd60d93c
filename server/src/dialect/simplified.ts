/*
 * Characters of the traditional script in which the words that recognisers wait for are also written (責任單位、工作要點).
 * A draft is read as if it stood in simplified characters, one for one, so that every offset stays true.
 */

/** Simplified and traditional forms of the characters of our key words; one of them may have several. */
const PAIRS = `
  万萬 与與 丑醜 专專 业業 东東 两兩 严嚴 个個 个箇 临臨 为為 为爲 举舉 么麼 义義 乐樂 习習 乡鄉 书書 买買 争爭 于於 云雲 产產 产産 亩畝 亿億 仅僅 从從 们們 价價 优優
  会會 传傳 伤傷 体體 余餘 侦偵 侨僑 俩倆 修脩 储儲 儿兒 兑兌 党黨 关關 兴興 养養 兽獸 内內 册冊 写寫 军軍 农農 冬鼕 决決 况況 冻凍 准準 减減 几幾 出齣 击擊 划劃 则則
  创創 删刪 别別 别彆 制製 剂劑 劝勸 办辦 务務 动動 励勵 势勢 匀勻 区區 医醫 升昇 升陞 华華 协協 单單 卖賣 占佔 卫衛 即卽 厂廠 厅廳 历厤 历曆 历歷 压壓 厕廁 县縣 参參
  参蔘 双雙 发發 发髮 变變 只隻 台檯 台臺 台颱 叶葉 号號 合閤 同衕 后後 向嚮 向曏 吨噸 听聽 启啓 启啟 员員 周週 回迴 团團 团糰 园園 围圍 国國 图圖 圆圓 圣聖 场場 坏壞
  块塊 坚堅 壮壯 声聲 处處 备備 复復 复複 头頭 奖奬 奖獎 妇婦 学學 宝寶 实實 审審 宫宮 家傢 对對 导導 将將 尽儘 尽盡 局侷 层層 届屆 属屬 岁嵗 岁歲 峡峽 峰峯 巩鞏 布佈
  师師 帐帳 带帶 帮幫 干幹 干榦 并並 并併 广廣 庆慶 库庫 应應 废廢 开開 张張 强強 归歸 当噹 当當 录彔 录錄 录録 彻徹 征徵 径徑 志誌 态態 总總 恳懇 惩懲 战戰 户戶 才纔
  扎紮 托託 执執 扩擴 扫掃 扬揚 抚撫 抢搶 护護 报報 担擔 拟擬 拥擁 拨撥 挂掛 挥揮 捡撿 换換 据據 摄攝 撑撐 教敎 数數 断斷 旗旂 无無 旧舊 时時 晋晉 晒曬 术朮 术術 机機
  权權 杠槓 条條 来來 杨楊 板闆 极極 构構 枪槍 查査 标標 栋棟 栏欄 树樹 样樣 核覈 档檔 梁樑 检檢 楼樓 槛檻 残殘 气氣 汇匯 汇彙 汇滙 污汙 没沒 注註 洒灑 测測 济濟 浏瀏
  浓濃 涝澇 游遊 湾灣 满滿 灭滅 灾災 灿燦 点點 烟煙 烟菸 牵牽 状狀 环環 现現 电電 画畫 画畵 疗療 盏盞 盐鹽 监監 盖蓋 盘盤 真眞 矿礦 码碼 础礎 确確 碍礙 离離 种種 秘祕
  积積 称稱 税稅 稳穩 竞競 筛篩 筹籌 签簽 签籤 简簡 类類 粮糧 系係 系繫 紧緊 累纍 纠糾 红紅 约約 级級 纪紀 纳納 纸紙 线綫 线線 练練 组組 细細 织織 终終 经經 结結 绕繞
  络絡 绝絕 绝絶 统統 继繼 绩績 续續 维維 综綜 绿綠 绿緑 缀綴 缔締 编編 缘緣 缩縮 缮繕 网網 群羣 职職 联聯 胜勝 脱脫 艺藝 节節 苏甦 苏蘇 范範 荐薦 荣榮 药藥 获獲 获穫
  营營 补補 表錶 装裝 见見 规規 视視 览覽 誉譽 计計 订訂 认認 让讓 训訓 议議 记記 讲講 许許 设設 访訪 证証 证證 评評 识識 诉訴 诊診 词詞 试試 诚誠 话話 该該 语語 误誤
  说說 说説 请請 读讀 课課 谁誰 调調 谈談 谋謀 贝貝 负負 贡貢 财財 责責 账賬 货貨 质質 贫貧 购購 贯貫 贴貼 贵貴 贷貸 贸貿 费費 资資 践踐 车車 转轉 轮輪 软軟 载載 辆輛
  辍輟 辑輯 输輸 辖轄 边邊 达達 迁遷 过過 运運 还還 这這 进進 违違 连連 适適 选選 逻邏 遗遺 邮郵 邹鄒 邻鄰 郑鄭 采埰 采採 释釋 里裏 里裡 针針 钟鍾 钟鐘 铁鐵 银銀 铺鋪
  链鏈 销銷 锁鎖 错錯 键鍵 镇鎭 镇鎮 镜鏡 长長 门門 闭閉 问問 间間 闻聞 阅閱 阅閲 队隊 阵陣 阶階 际際 险險 隐隱 静靜 面麪 面麫 面麵 韵韻 页頁 顶頂 顷頃 项項 顺順 须須
  顾顧 颁頒 预預 领領 频頻 题題 风風 馆舘 馆館 馈饋 驻駐 验驗 骤驟 齐齊 龄齡`;

/** By code; 0 for characters that are no traditional form. */
const simplified = new Uint16Array(0x10000);
for (const pair of PAIRS.trim().split(/\s+/)) simplified[pair.charCodeAt(1)] = pair.charCodeAt(0);

/** The text in simplified characters; the same string where there is nothing to change, as nearly always. */
export function toSimplified(text: string): string {
  let written = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = simplified[text.charCodeAt(at)] as number;
    if (code === 0) continue;
    written += text.slice(from, at) + String.fromCharCode(code);
    from = at + 1;
  }
  return from === 0 ? text : written + text.slice(from);
}
