import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { readFrontMatter } from '../../../server/src/dialect/front-matter';
import { FIELDS } from '../../../server/src/dialect/front-matter-fields';
import { layoutSchema } from '../../../server/src/dialect/layout-settings';
import { scanBlocks } from '../../../server/src/dialect/scan-blocks';
import { validateFrontMatter } from '../../../server/src/dialect/validate-front-matter';
import type { OpaqueBlock } from '../../../server/src/dialect/blocks';
import type { FrontMatter } from '../../../server/src/dialect/model';

const schema = JSON.parse(
  readFileSync(new URL('../../../docs/schema/front-matter.schema.json', import.meta.url), 'utf8'),
) as { properties: Record<string, unknown>; $defs: Record<string, unknown> };

const VALID = [
  '文种: 工作要点',
  '发文机关: [甲县人民政府, 甲县委]',
  '发文字号: 甲府发〔2025〕2号',
  '密级: 秘密★1年',
  '紧急程度: 特急',
  '份号: 000012',
  '份号: 12',
  '主送:\n  - 各乡镇人民政府\n  - 县政府各部门',
  '成文日期: 2025-03-21',
  '印发日期: 2025年3月1日',
  '印发日期: 二〇二五年三月二十一日',
  '年度: 2025',
  '年度: 2025年度',
  '单位名录: [../单位名录.yaml, 县.csv]',
  '单位名录:\n  单位:\n    - 全称: 甲县应急管理局',
  '编号: {任务: 连续, 章: 分节}',
  '检查:\n  numbering/gap: 关闭\n  task/vague-deadline:\n    级别: 提示',
  '框架章节: 重点说明',
  '版式: {网格: 通用, 稿本: 征求意见稿, 行号: 是, 印章: false, 字体: {小标宋: 方正小标宋_GBK}}',
  '版式: 信函',
  '版式: {页边: {上: 34.58, 下: 32.58}, 标题分行: 菱形, 责任括注: 另起一段}',
  '版式: {页边: , 稿本: , 页码: }',
  '出席: [张三, 李四]',
  '上级要点: ../市要点.md',
  '上级要点: [../市要点.md, ../省要点.txt]',
  '上级要点:\n  市要点: ../市要点.md',
  '落实核对:\n  市要点第3项: abcdefgh',
  '附注:',
];

const INVALID = [
  '文种: [甲, 乙, [丙]]',
  '文种: 12',
  '发文单位: 甲',
  '密级: 内部',
  '紧急程度: 很急',
  '份号: 1234567',
  '份号: 甲',
  '主送: []',
  '上级要点: {市要点: [甲]}',
  '落实核对: [甲]',
  '抄送: {甲: 乙}',
  '成文日期: 三月底',
  '成文日期: 2025',
  '年度: 25',
  '年度: 今年',
  '编号: 连续',
  '编号: {任务: 随意}',
  '编号: {条: 连续}',
  '检查: 关闭',
  '框架章节: [1]',
  '版式: 3',
  '版式: {行数: 22}',
  '版式: {页码: 左}',
  '版式: {页边: 20}',
  '版式: {页边: {上: 5}}',
  '版式: {页边: {上: 三}}',
  '版式: {页边: {前: 30}}',
  '版式: {标题分行: 沙漏}',
  '版式: {责任括注: 隐藏}',
  '版式: {字体: {隶书: 甲}}',
  '版式: 书信',
  'title: x',
];

function parse(source: string): FrontMatter {
  const text = `---\n${source}\n---\n`;
  return readFrontMatter(text, scanBlocks(text)[0] as OpaqueBlock);
}

describe('validateFrontMatter', () => {
  const agrees = new Ajv({ allowUnionTypes: true }).compile(schema);
  const accepts = (frontMatter: FrontMatter): boolean =>
    agrees(Object.fromEntries(frontMatter.entries.map(({ key, value }) => [key.value, value])));

  it('accepts and refuses what the published schema does', () => {
    for (const source of [...VALID, ...INVALID]) {
      const frontMatter = parse(source);
      assert.equal(frontMatter.entries.length, 1, source);
      const valid = VALID.includes(source);
      assert.equal(accepts(frontMatter), valid, `schema: ${source} ${JSON.stringify(agrees.errors)}`);
      assert.equal(validateFrontMatter(frontMatter).length === 0, valid, `validator: ${source}`);
    }
  });

  it('has the published schema say of 版式 what the settings say', () => {
    assert.deepEqual(schema.$defs['版式'], layoutSchema(), 'npm run schema writes it');
  });

  it('says of each setting of 版式 what is wrong, where it stands', () => {
    const source = '版式: {行数: 22, 页吗: 居中, 页码: 左, 网格: 通用, 页边: {上: 5}, 字体: {隶书: 甲}}';
    const problems = validateFrontMatter(parse(source)).map(({ message, range }) => [
      message,
      `---\n${source}`.slice(range.start, range.end),
    ]);
    assert.deepEqual(problems, [
      ['版式里没有“行数”这一项，是否为“行号”', '行数'],
      ['版式里没有“页吗”这一项，是否为“页码”', '页吗'],
      ['版式的“页码”应为单双页、居中或无', '左'],
      ['版式的“页边”应为“上、下、左、右: 毫米数”，每边 15 到 60 毫米', '{上: 5}'],
      ['版式的“字体”应为“字体: 字库名”，字体有小标宋、黑体、楷体、仿宋、宋体', '{隶书: 甲}'],
    ]);
  });

  it('knows the same keys as the published schema', () => {
    assert.deepEqual(Object.keys(schema.properties), Object.keys(FIELDS));
  });

  it('names the key that was probably meant', () => {
    const messages = ['发文单位: 甲', '发文号: 乙', '抄送机关: 丙', 'title: 丁'].map(
      (source) => validateFrontMatter(parse(source))[0]?.message,
    );
    assert.deepEqual(messages, [
      '前言里没有“发文单位”这一项，是否为“发文机关”',
      '前言里没有“发文号”这一项，是否为“发文字号”',
      '前言里没有“抄送机关”这一项，是否为“抄送”',
      '前言里没有“title”这一项',
    ]);
  });

  it('points at the value that is wrong and says what it should be', () => {
    const frontMatter = parse('文种: 工作要点\n成文日期: 三月底');
    const [problem, ...others] = validateFrontMatter(frontMatter);
    assert.deepEqual(others, []);
    assert.deepEqual(problem?.range, frontMatter.entries[1]?.valueRange);
    assert.equal(problem?.message, '“成文日期”的内容不合要求：应为日期，如 2025-03-21 或 2025年3月21日');
  });
});
