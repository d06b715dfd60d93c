import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { statedFields } from '../../../server/src/dialect/stated-fields';

/** Each task as `number who | when`, with `!` for a lead. */
function stated(...lines: string[]): string[] {
  const { tasks } = readDraft(['# 青岚县2026年工作要点', ...lines].join('\n'));
  return tasks.map((task) => {
    const { units, deadlines } = statedFields(task);
    const who = units.map(({ value, role }) => value + (role === 'lead' ? '!' : '')).join('、');
    return `${task.number} ${who} | ${deadlines.map(({ value }) => value).join('、')}`;
  });
}

describe('What is said of tasks elsewhere', () => {
  it('is what their section says, unless they say it themselves', () => {
    assert.deepEqual(
      stated(
        '一、兴产业（牵头单位：县农业局；配合单位：各乡镇）',
        '（责任单位：县财政局；完成时限：11月底）',
        '（一）种茶。（责任单位：县茶叶局）',
        '1.改园。6月底前完成。',
        '2.建厂。（责任单位：县工信局）',
        '二、强基础',
        '3.修路。',
      ),
      ['1 县茶叶局 | 6月底前', '2 县工信局 | 11月底', '3  | '],
    );
  });

  it('is who leads, where a section names nobody else and a task no lead', () => {
    assert.deepEqual(
      stated(
        '一、教育培训行动（牵头部门：县应急局）',
        '1.集中培训。责任部门：县工信局、县住建局。',
        '2.专题轮训。（县委党校牵头，县工信局配合）',
        '二、整治行动（县应急局牵头，县工信局配合）',
        '3.排查隐患。责任部门：县住建局。',
      ),
      ['1 县应急局!、县工信局、县住建局 | ', '2 县委党校!、县工信局 | ', '3 县住建局 | '],
    );
  });

  it('is no part of the last one where it is asked of those who carry the plan out', () => {
    const last = '1.抓廉政。每月通报。（责任部门：督察室）';
    for (const closing of [
      '各部门要对照本要点细化措施，于3月10日前将计划报综合办。',
      '各单位于12月15日前报送年度工作总结。',
      '各牵头单位要将贯彻落实情况于12月10日前报县政府办。',
      '请各科室于3月底前报送方案。',
    ])
      assert.deepEqual(stated('一、从严治院', last, closing), ['1 督察室 | ']);
    assert.deepEqual(stated('一、抓普查', '1.入户登记。（县统计局牵头）', '各乡镇于6月底前完成入户。'), [
      '1 县统计局! | 6月底前',
    ]);
  });

  it('is what a paragraph below several of them says', () => {
    assert.deepEqual(
      stated(
        '一、抓项目',
        '1.开工。（县住建局负责）',
        '2.竣工。',
        '3.入库。',
        '以上两项由县发改局牵头，县统计局配合，9月底前完成。',
        '4.招商。',
        '5.签约。',
        '以上各项工作由县商务局负责。',
        '6.考核。以上2项由县委办负责。',
      ),
      [
        '1 县住建局 | ',
        '2 县发改局!、县统计局 | 9月底前',
        '3 县发改局!、县统计局 | 9月底前',
        '4 县商务局 | ',
        '5 县商务局 | ',
        '6 县委办 | ',
      ],
    );
  });
});
