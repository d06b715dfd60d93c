import assert from 'node:assert/strict';
import { readFields } from '../../../../server/src/dialect/fields/index';
import { assertGrowsWithSize } from '../../../support/growth';

/** What an invented sentence of another topic or level states; what is left out must not be found. */
interface Sentence {
  readonly text: string;
  readonly units?: string;
  readonly deadlines?: string;
  readonly frequencies?: string;
  readonly targets?: string;
}

const topics: Readonly<Record<string, readonly Sentence[]>> = {
  执法: [
    {
      text: '检查企业1200家次，办理群众诉求1万件次，开展联合执法12次，组织联合演练2次。',
      targets: '检查企业1200家次；办理群众诉求1万件次；开展联合执法12次；组织联合演练2次',
    },
    { text: '联合12家企业，强化25家单位联合惩戒。' },
    {
      text: '建成口袋公园 20 个，改造管网 65.5 公里，新增绿地 3.2 万亩，巡查不少于60 次。',
      targets: '建成口袋公园 20 个；改造管网 65.5 公里；新增绿地 3.2 万亩；巡查不少于60 次',
    },
    {
      text: '新建学校3所（县教育局、县住建局负责，11 月 30 日）。',
      units: '县教育局；县住建局',
      deadlines: '11 月 30 日',
      targets: '新建学校3所',
    },
    { text: '**建成公园20个**，**绿地率达到９．５％**。', targets: '建成公园20个；绿地率达到９．５％' },
    {
      text: '对排查出的3个软弱涣散村党组织，9月底前整顿到位。对在建的3个平台开展评估。（县委组织部，10月上旬）',
      units: '县委组织部',
      deadlines: '9月底前；10月上旬',
      targets: '对在建的3个平台开展评估',
    },
    { text: '1 项目建设，完成第 3 批次申报，落实 2 个责任。' },
    {
      text: '评查执法案卷不少于200卷。对东路、西路两侧28栋楼体实施亮化。对现有预案开展评估，评估率达到60%。',
      targets: '评查执法案卷不少于200卷；西路两侧28栋楼体实施亮化；评估率达到60%',
    },
    { text: '全区现有执法人员，持证率达到60%。对照甲、乙28栋楼的做法。' },
    {
      text: '推行首违不罚。（县司法局负责，持续推进）',
      units: '县司法局',
      deadlines: '持续推进',
    },
    { text: '推行首违不罚。（县司法局负责，持续发力）', units: '县司法局' },
  ],
  比较: [
    {
      text: '本科上线率较上年提高2个百分点，能耗比去年下降3%。去年，上线率提高4个百分点。',
      targets: '本科上线率较上年提高2个百分点；能耗比去年下降3%',
    },
    {
      text: '全年案件“零发生”。开展“零发生”创建活动。零就业家庭动态为零，以零为起点。严禁化整为零、规避监管。',
      targets: '案件“零发生”；零就业家庭动态为零',
    },
    {
      text: '城乡低保标准统一提高至每人每月1150元。落实每人每月补贴政策，开展“应救尽救”专项行动。',
      targets: '城乡低保标准统一提高至每人每月1150元',
    },
    { text: '配发辅助器具600件（套）。现有辅助器具600件（套）。', targets: '配发辅助器具600件（套）' },
    {
      text: '文件数量只减不增，总分进入全省前十，在全市前列。分析全市前三季度形势。',
      targets: '文件数量只减不增；总分进入全省前十',
    },
  ],
  教育: [
    {
      text: '新增公办幼儿园学位1500个，毛入园率达到95%以上，公办园在园幼儿占比保持在55%以上。',
      targets: '新增公办幼儿园学位1500个；毛入园率达到95%以上；公办园在园幼儿占比保持在55%以上',
    },
    {
      text: '培养省级骨干教师12名、市级学科带头人30名，校长每学期讲授思政课不少于4课时。',
      frequencies: '每学期讲授思政课不少于4课时',
      targets: '培养省级骨干教师12名；市级学科带头人30名；校长每学期讲授思政课不少于4课时',
    },
    {
      text: '课后服务实现义务教育学校全覆盖，秋季开学前完成教室灯光改造80间。（责任科室：基础教育科、装备站）',
      units: '基础教育科；装备站',
      deadlines: '秋季开学前',
      targets: '课后服务实现义务教育学校全覆盖；改造80间',
    },
    { text: '落实“双减”要求，推行“5+2”服务模式，办好第十届艺术节，落实每生每年800元标准。' },
  ],
  综合: [
    {
      text: '城市体检指数达85,人均预期寿命达81.2岁,居民满意度评分达到90。',
      targets: '城市体检指数达85；人均预期寿命达81.2岁；居民满意度评分达到90',
    },
    { text: '为60岁老人办理优待证，第85号提案由县民政局答复，突破85大关。' },
    {
      text: '落实法治建设3个文件精神，对标信用体系建设5个文件要求。建设5个口袋公园，推进充电桩建设200个。',
      targets: '建设5个口袋公园；推进充电桩建设200个',
    },
    {
      text: '优化准入。〔责任单位：县发改局、县商务局按职责分工负责。各项任务均涉及有关乡镇（街道），下同。〕',
      units: '县发改局；县商务局；有关乡镇（街道）*',
    },
  ],
  政务公开: [
    {
      text: '依申请公开按期答复率100%，全年举办政府开放日不少于4次。（市政府办牵头，各县区、市直各部门按职责分工负责，2025年11月底前完成）',
      units: '市政府办!；各县区*；市直各部门*',
      deadlines: '2025年11月底前',
      frequencies: '全年举办政府开放日不少于4次',
      targets: '依申请公开按期答复率100%；举办政府开放日不少于4次',
    },
    {
      text: '上半年完成需求论证，第三季度上线试运行。〔责任单位：办公厅、信息中心；完成时限：2025年12月〕',
      units: '办公厅；信息中心',
      deadlines: '上半年；第三季度；2025年12月',
    },
  ],
  营商环境: [
    {
      text: '企业开办时间压缩至1个工作日以内，用水报装环节压减至2个，推动100个以上事项“跨省通办”。',
      targets: '企业开办时间压缩至1个工作日以内；用水报装环节压减至2个；推动100个以上事项“跨省通办”',
    },
    {
      text: '对年销售额2000万元以上的企业给予奖励。（市发改委、市财政局分别负责，各县（市、区）政府落实）',
      units: '市发改委；市财政局；各县（市、区）政府*',
    },
  ],
  生态环境: [
    {
      text: '优良天数比率达到92%，PM2.5平均浓度控制在30微克/立方米以内，不出现重污染天气，化学需氧量减排200吨。',
      targets:
        '优良天数比率达到92%；PM2.5平均浓度控制在30微克/立方米以内；不出现重污染天气；化学需氧量减排200吨',
    },
    {
      text: '目前，全市排查出排污口120个，占应排查总数的60%。力争年底前整治50个。',
      deadlines: '年底前',
      targets: '力争年底前整治50个',
    },
  ],
  卫生健康: [
    {
      text: '孕产妇死亡率控制在10/10万以下，高血压患者规范管理率达到64%以上，每半年开展1次质量评价。',
      frequencies: '每半年开展1次质量评价',
      targets: '孕产妇死亡率控制在10/10万以下；高血压患者规范管理率达到64%以上',
    },
    {
      text: '由县卫健局会同县医保局制定方案，县中医院牵头，各乡镇卫生院配合。',
      units: '县卫健局!；县医保局+；县中医院!；各乡镇卫生院+*',
    },
  ],
  乡村振兴: [
    {
      text: '新建高标准农田1.2万亩，改造户厕300户，其中年收入30万元以上的村3个，低收入人口应保尽保。',
      targets: '新建高标准农田1.2万亩；改造户厕300户；其中年收入30万元以上的村3个；低收入人口应保尽保',
    },
    {
      text: '牵头领导：王某某  责任单位：镇农业服务中心、各村（社区）  完成时限：全年',
      units: '镇农业服务中心；各村（社区）*',
      deadlines: '全年',
    },
  ],
  数字化: [
    {
      text: '云存储扩容30TB，算力规模突破5000P，电商交易额突破8000万，合同履约零违约、投诉处理零超期。',
      targets: '云存储扩容30TB；算力规模突破5000P；电商交易额突破8000万；合同履约零违约；投诉处理零超期',
    },
    {
      text: '二是分类组织干部专题培训班2期，加快占地300亩的产业园建设，开展全覆盖的学习培训，2025年度完成投资3亿元。',
      targets: '分类组织干部专题培训班2期；完成投资3亿元',
    },
  ],
  企业: [
    {
      text: '设备完好率≥98%，万元产值能耗下降3%，千人负伤率不超过0.5，轻伤以上事故为零。（安全环保部牵头，各分公司配合，三季度末前完成）',
      units: '安全环保部!；各分公司+*',
      deadlines: '三季度末前',
      targets: '设备完好率≥98%；万元产值能耗下降3%；千人负伤率不超过0.5；轻伤以上事故为零',
    },
  ],
};

const marks = { lead: '!', support: '+', responsible: '' };

for (const [topic, sentences] of Object.entries(topics))
  describe(`a plan on ${topic}`, () => {
    for (const { text, ...expected } of sentences)
      it(text, () => {
        const fields = readFields(text, { year: 2025 });
        const values = (found: readonly { value: string }[]): string =>
          found.map(({ value }) => value).join('；');
        assert.deepEqual(
          {
            units: fields.units
              .map((unit) => unit.value + marks[unit.role] + (unit.collective ? '*' : ''))
              .join('；'),
            deadlines: values(fields.deadlines),
            frequencies: values(fields.frequencies),
            targets: values(fields.targets),
          },
          { units: '', deadlines: '', frequencies: '', targets: '', ...expected },
        );
      });
  });

describe('lines of any length', () => {
  const length = 200_000;
  const lines = [
    '（',
    '）',
    '（〔',
    '1',
    '12个',
    '县教育局、',
    '（县教育局）',
    '【责任单位】',
    '责任单位：',
    '要',
    '牵头',
    '2025年',
    '每',
    '“',
    '会同县局对',
  ];
  for (const piece of lines)
    it(`cost no more than they are long: ${piece}…`, () =>
      assertGrowsWithSize((size) => {
        const text = piece.repeat(size / piece.length);
        return () => readFields(text, { year: 2025 });
      }, length));
});
