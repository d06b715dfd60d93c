import assert from 'node:assert/strict';
import { fitColumns } from '../../../../server/src/exporters/document/column-widths';
import type { CellPlan } from '../../../../server/src/exporters/document/plan';
import { countLines } from '../../../../server/src/exporters/document/table-rows';

const UPRIGHT = 8845;
const TURNED = 12756;

function cells(texts: readonly string[]): CellPlan[] {
  return texts.map((text) => ({ text, align: 'left', face: '仿宋', size: 12, rowSpan: 1 }));
}

function widthsOf(rows: readonly (readonly string[])[], width = UPRIGHT): readonly number[] {
  return fitColumns(rows.map(cells), width, (column) => rows[0]?.[column] === '序号');
}

const HEAD = ['序号', '重点任务', '年度目标', '责任单位', '完成时限'];
const UNITS =
  '县教育局、县财政局、县自然资源局、县住房城乡建设局、县交通运输局、县农业农村局、县水利局、县卫生健康委';
const TASKS = [
  ['1', '扩学位', '新增学位600个，改造校舍12所，配齐设施设备', '县教育局', '2026年10月底前'],
  ['2', '修道路', '完成', UNITS, '2026年9月底前'],
  ['3', '治河湖', '清淤疏浚26公里，新建堤防3公里', UNITS, '2026年12月底前'],
];

describe('Widths of columns', () => {
  it('fill the width, 序号 with 800 twips', () => {
    const widths = widthsOf([HEAD, ...TASKS]);
    assert.equal(widths[0], 800);
    assert.equal(
      widths.reduce((sum, width) => sum + width, 0),
      UPRIGHT,
    );
  });

  it('keep dates, short names and heads on one line', () => {
    const widths = widthsOf([HEAD, ...TASKS]);
    const lines = (row: readonly string[], column: number): number =>
      countLines(cells([row[column] ?? '']), [widths[column] ?? 0]);
    for (const row of [HEAD, ...TASKS]) assert.deepEqual([lines(row, 1), lines(row, 4)], [1, 1], row[1]);
    assert.deepEqual(
      HEAD.map((_, column) => lines(HEAD, column)),
      [1, 1, 1, 1, 1],
    );
  });

  it('give room to the column whose lists make rows high', () => {
    const [, , target = 0, units = 0] = widthsOf([HEAD, ...TASKS]);
    assert.ok(units > 1.2 * target, `${units} for units, ${target} for targets`);
    const high = (widths: readonly number[]): number =>
      TASKS.reduce((sum, row) => sum + countLines(cells(row), widths), 0);
    const even = [800, 2011, 2011, 2011, 2012];
    assert.ok(high(widthsOf([HEAD, ...TASKS])) < high(even));
  });

  it('leave every column of a wide table room for two characters', () => {
    const many = ['序号', ...Array.from({ length: 14 }, (_, i) => `第${i + 1}项内容`)];
    for (const width of widthsOf([many, many.map((text) => text.repeat(20))], TURNED))
      assert.ok(width >= 650, `${width}`);
  });
});
