import assert from 'node:assert/strict';
import { isHeaderWord } from '../../../server/src/dialect/header-words';

const words = (text: string): string[] => text.split(' ');

describe('isHeaderWord', () => {
  it('knows what columns are called, whatever they begin and end with', () => {
    const about = words(
      '年度 全年 重点 主要 具体 总体 改革 项目 任务 目标 工作 整治 建设 实施 民生 实事 攻坚 公开 检查 考核 量化 阶段 推进 创建 整改 专项 行业',
    );
    const what = words(
      '名称 任务 内容 事项 项目 工作 目标 要求 措施 举措 指标 标准 成果 成效 领域 类别 类型 分类 方面 实事 要点 任务安排',
    );
    const duty = words(
      '牵头负责 牵头责任 协同责任 责任 牵头 配合 协办 主办 主责 落实 承办 实施 负责 主管 协同 参与 参加 分管 联系 包抓 市级牵头 县级责任 区级配合 省级协办 总牵头',
    );
    const who = words(
      '单位 部门 科室 处室 股室 科所 站所 主体 机构 领导 人 人员 院系 单位（科室） 单位(科室)',
    );
    const when = words('时限 时间 期限 日期 节点 时间节点 进度 进度安排 时间安排 时限要求 时间要求 完成情况');
    const by = words('计划 预计 任务 工作 整改 推进 办理 拟 第一季度 二季度 3季度 完成 落实 完成的 的');
    const headers = [
      ...words('序号 编号 备注 说明 牵头 配合 协办 主办 领导 科室 单位 部门'),
      ...what,
      ...about.flatMap((one) => what.map((other) => one + other)),
      ...duty.flatMap((one) => who.map((other) => one + other)),
      ...when,
      ...by.flatMap((one) => when.map((other) => one + other)),
    ].filter(({ length }) => length <= 12);
    assert.deepEqual(
      headers.filter((header) => !isHeaderWord(header)),
      [],
    );
    assert.ok(isHeaderWord('责 任 单 位'));
  });

  it('knows titles and cells from them', () => {
    const others = words('（一）推进消防安全 县教育局 12 3处 2026年3月底前 责任重大 强化工作 工作推进会');
    assert.deepEqual(others.filter(isHeaderWord), []);
  });
});
