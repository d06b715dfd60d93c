import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  canonicalLabels,
  classifyLabel,
  fieldByPattern,
  usualLabels,
} from '../../../../server/src/dialect/fields/labels';

describe('classifyLabel', () => {
  it('takes usual labels for what the patterns take them for', () => {
    for (const [label, field] of usualLabels) assert.equal(fieldByPattern(label), field, label);
    for (const label of Object.values(canonicalLabels))
      assert.equal(classifyLabel(label), fieldByPattern(label), label);
  });

  it('knows the offices and villages of a town, and who takes part', () => {
    for (const label of ['责任办所', '责任站所', '责任科办', '责任村', '责任社区', '责任岗位', '责任办公室'])
      assert.equal(classifyLabel(label), 'unit', label);
    for (const label of ['配合办所', '配合社区', '参与', '协助'])
      assert.equal(classifyLabel(label), 'support', label);
    assert.equal(classifyLabel('牵头办所'), 'lead');
    for (const words of ['责任区', '责任心', '完成村', '社区', '岗位'])
      assert.equal(classifyLabel(words), undefined);
  });

  it('takes every label for what the patterns take it for', () => {
    const word = fc.constantFrom(
      ...(
        '单位 部门 科室 处室 股室 室站 站所 机构 主体 院系 学院 系部 支部 专班 工作组 组 处 科 股 方 部室 委办局 企业 公司 镇街 乡镇 ' +
        '牵头 主办 主责 责任 落实 承办 实施 完成 负责 配合 协办 协同 参与 支持 会办 省级 市直 属地 主要 具体 及 和 与 、 / （ ） ( ) ' +
        '分工 责任人 归属 频次 频率 周期 工作 检查 报送 时限 时间 期限 时间节点 要求 安排 进度 日期 时间表 节点 目标 指标 任务 值 ' +
        '年度 阶段 量化 成果 形式 成效 预期 标志 标准 措施 内容 举措 来源 依据 备注 说明 资金来源 考核方式 清单 督导 领导 负责人 联系人 ' +
        '同志 校长 院长 干部 人员 分管 街道 县教育局 甲 办所 村 社区 岗位 岗 办公室 条线 协助'
      ).split(' '),
    );
    let labels = 0;
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const label = words.join('');
        if (label.length < 2 || label.length > 14) return;
        const expected = fieldByPattern(label) ?? fieldByPattern(label.replace(/[（(][^（()）]*[）)]/g, ''));
        if (expected !== undefined) labels++;
        assert.equal(classifyLabel(label), expected, label);
      }),
      { numRuns: 30_000 },
    );
    assert.ok(labels > 2000, `${labels} labels`);
  });
});
