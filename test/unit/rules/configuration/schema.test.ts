import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { readConfigurationFile } from '../../../../server/src/rules/configuration/configuration-file';
import { configurationSchema } from '../../../../server/src/rules/configuration/schema';
import { allRules } from '../../../../server/src/rules/index';

const published = JSON.parse(
  readFileSync(new URL('../../../../docs/schema/yaodian-config.schema.json', import.meta.url), 'utf8'),
) as object;

describe('Schema of .yaodian.yaml', () => {
  it('is published as the rules make it (npm run schema writes it)', () => {
    assert.deepEqual(published, configurationSchema(allRules));
  });

  const validate = new Ajv({ strict: false }).compile(published);
  const cases: [title: string, yaml: string, valid: boolean][] = [
    ['a level', '检查:\n  numbering/gap: 警告\n', true],
    ['an English level for all rules', '检查:\n  全部: off\n', true],
    ['a group with options', '检查:\n  numbering/*: {级别: 关闭}\n', true],
    ['chapters and registries', '框架章节: [工作回顾]\n单位名录: 单位名录.yaml\n', true],
    ['a level that is none', '检查:\n  numbering/gap: 警示\n', false],
    ['a rule that is none', '检查:\n  numbering/gaps: 警告\n', false],
    ['a key that is none', '检察:\n  numbering/gap: 警告\n', false],
    ['a number for chapters', '框架章节: 3\n', false],
    ['a layout', '版式: {页边: {左: 27}, 标题分行: 菱形, 网格: 通用}\n', true],
    ['the form alone', '版式: 纪要\n', true],
    ['a layout that is none', '版式: {页边: {左: 2.7}}\n', false],
    ['an option that is none', '检查:\n  numbering/gap: {上限: 3}\n', false],
  ];
  for (const [title, yaml, valid] of cases) {
    it(`and the reader agree on ${title}`, () => {
      assert.equal(validate(parse(yaml)), valid);
      assert.equal(readConfigurationFile(yaml, '.yaodian.yaml', allRules).problems.length === 0, valid);
    });
  }
});
