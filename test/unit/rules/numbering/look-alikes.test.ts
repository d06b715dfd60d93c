import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { checkText } from '../../../support/check-text';

/** Paragraphs that begin like a marker and are none. */
const PARAGRAPHS = [
  '2026年底前完成改造120处。',
  '12345热线办结率达98%以上。',
  '12350举报电话全天有人接听。',
  '1:5的师生比全部落实。',
  '3:7的投入比例保持不变。',
  '“1+7+N”方案年内印发。',
  '1+7+N体系基本建成。',
  '5·12防灾减灾日期间开展演练。',
  '100%的学校配备心理教师。',
  '3.5万亩高标准农田建成投用。',
  '3.12植树节前后新造林2000亩。',
  '3.15期间集中整治。',
  '4.2亿元专项资金下达到位。',
  '3所学校年内开工。',
  '4个乡镇纳入试点。',
  '3-5月开展摸排。',
  '3月底前印发方案。',
  '3月：开展摸排；4月：集中整治。',
  '5G基站新建80座。',
  '7×24小时值守。',
  '3×3篮球赛办赛20场。',
  '3万人次参加培训。',
  '3家企业升级改造。',
  '30%以上的园区建成中水回用设施。',
  '一是抓摸排；二是抓整改；三是抓销号。',
  '二是新增学位600个。',
  '三要压实责任。',
  '一体化推进基层治理。',
  '一企一策落实帮扶。',
  '三级以上医院全部接入平台。',
  '三、四季度各开展一次督查。',
  '一、二级企业全部达标。',
  '十五分钟生活圈覆盖全部社区。',
  '第一时间响应群众诉求。',
  '第一，坚持党的领导。第二，坚持人民至上。',
  '第三方机构每年评估1次。',
  '第三条所列事项由县司法局牵头办理。',
  '第（三）项任务由县水利局牵头。',
  '（三）、（四）两项由县水利局负责。',
  '（详见附件1）',
  '（3家）企业列入计划。',
  '〔责任单位：县教育局，各乡镇（街道）〕',
  '附件所列项目由各责任单位组织实施。',
  '县府发〔2026〕3号文件明确的事项继续执行。',
  '2026.3.15前报送方案。',
  '2026-03-15前报送方案。',
  '1.2.3类场所全部排查。',
];

const plans: [name: string, before: string[], after: string[]][] = [
  [
    '1.',
    ['一、重点任务', '1.办好学前教育。新建2所。', '2.办好义务教育。新增学位600个。'],
    ['3.办好职业教育。新增基地1个。', '4.办好特殊教育。新建教室3间。'],
  ],
  [
    '（一）',
    ['一、重点任务', '（一）办好学前教育。新建2所。', '（二）办好义务教育。新增学位600个。'],
    ['（三）办好职业教育。新增基地1个。', '二、保障措施', '加强组织领导。'],
  ],
  [
    '一、',
    ['一、办好学前教育', '新建2所。', '二、办好义务教育', '新增学位600个。'],
    ['三、办好职业教育', '新增基地1个。'],
  ],
  [
    '1、',
    ['一、重点任务', '1、办好学前教育。新建2所。', '2、办好义务教育。新增学位600个。'],
    ['3、办好职业教育。新增基地1个。'],
  ],
];

describe('Look-alikes', () => {
  for (const [name, before, after] of plans) {
    it(`between items marked ${name} are running text`, () => {
      const wrong: string[] = [];
      for (const paragraph of PARAGRAPHS) {
        for (const lines of [
          [...before, paragraph, ...after],
          [...before, paragraph],
        ]) {
          const text = lines.join('\n\n') + '\n';
          const markers = readDraft(text).outline.length;
          const expected = readDraft(lines.filter((line) => line !== paragraph).join('\n\n')).outline.length;
          const findings = checkText(text).filter(({ rule }) => rule.startsWith('numbering/'));
          if (markers !== expected || findings.length > 0)
            wrong.push(
              `${paragraph} (${lines.length > before.length + 1 ? 'inside' : 'last'}) ${findings.map(({ message }) => message).join()}`,
            );
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
});
