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
