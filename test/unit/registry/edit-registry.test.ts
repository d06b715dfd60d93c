import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../../../server/src/dialect/range';
import { addAlias, addCollective, addUnit } from '../../../server/src/registry/edit-registry';
import { registryFileOf } from '../../support/registries';

const SAMPLE = readFileSync(path.resolve(import.meta.dirname, '../../../samples/单位名录.yaml'), 'utf8');

function edited(
  text: string,
  edit: (registry: { file: ReturnType<typeof registryFileOf>; text: string }) => unknown,
): string {
  const edits = edit({ file: registryFileOf(text), text }) as Parameters<typeof applyEdits>[1] | undefined;
  assert.ok(edits, 'an edit');
  return applyEdits(text, edits);
}

describe('Adding to a registry as text', () => {
  const unitForms: readonly (readonly [before: string, after: string])[] = [
    ['单位:\n  - 全称: 甲局\n    序: 1\n# 完\n', '单位:\n  - 全称: 甲局\n    序: 1\n  - 全称: 丙局\n# 完\n'],
    ['单位:\n- 甲局 # 一\n集合: []\n', '单位:\n- 甲局 # 一\n- 全称: 丙局\n集合: []\n'],
    ['单位:\n  - { 全称: 甲局 }\n', '单位:\n  - { 全称: 甲局 }\n  - 全称: 丙局\n'],
    ['单位: [甲局, "乙局"]\n', '单位: [甲局, "乙局", 丙局]\n'],
    ['区划前缀: 云溪县', '区划前缀: 云溪县\n单位:\n  - 全称: 丙局\n'],
    ['', '单位:\n  - 全称: 丙局\n'],
    ['单位:\r\n  - 甲局\r\n', '单位:\r\n  - 甲局\r\n  - 全称: 丙局\r\n'],
  ];
  for (const [before, after] of unitForms) {
    it(`adds a unit to ${JSON.stringify(before)}`, () => {
      assert.equal(
        edited(before, (registry) => addUnit(registry, '丙局')),
        after,
      );
    });
  }

  const aliasForms: readonly (readonly [before: string, after: string])[] = [
    ['单位:\n  - 全称: 甲局\n    序: 1\n', '单位:\n  - 全称: 甲局\n    简称: [丙]\n    序: 1\n'],
    ['单位:\n  - 全称: 甲局\n    简称: [甲]\n', '单位:\n  - 全称: 甲局\n    简称: [甲, 丙]\n'],
    ['单位:\n  - 全称: 甲局\n    简称: 甲\n', '单位:\n  - 全称: 甲局\n    简称: 甲、丙\n'],
    [
      '单位:\n  - 全称: 甲局\n    简称:\n      - "甲"\n',
      '单位:\n  - 全称: 甲局\n    简称:\n      - "甲"\n      - 丙\n',
    ],
    ['单位:\n  - { 全称: 甲局, 序: 1 }\n', '单位:\n  - { 全称: 甲局, 简称: [丙], 序: 1 }\n'],
    ['单位:\n  - 甲局\n', '单位:\n  - { 全称: 甲局, 简称: [丙] }\n'],
    ['单位: [甲局, 乙局]\n', '单位: [{ 全称: 甲局, 简称: [丙] }, 乙局]\n'],
  ];
  for (const [before, after] of aliasForms) {
    it(`adds a short name in ${JSON.stringify(before)}`, () => {
      assert.equal(
        edited(before, (registry) => {
          const [unit] = registry.file.units;
          return unit && addAlias(registry, unit, '丙');
        }),
        after,
      );
    });
  }

  const collectiveForms: readonly (readonly [before: string, after: string])[] = [
    ['单位: [甲局]\n', '单位: [甲局]\n集合:\n  - 名称: 各镇\n'],
    [
      '集合:\n  - 名称: 各乡\n    成员: [甲乡]\n单位: [甲乡]\n',
      '集合:\n  - 名称: 各乡\n    成员: [甲乡]\n  - 名称: 各镇\n单位: [甲乡]\n',
    ],
    ['集合:\n  各乡: []\n', '集合:\n  各乡: []\n  各镇: []\n'],
  ];
  for (const [before, after] of collectiveForms) {
    it(`adds a collective to ${JSON.stringify(before)}`, () => {
      assert.equal(
        edited(before, (registry) => addCollective(registry, '各镇')),
        after,
      );
    });
  }

  it('adds to the sample without touching anything else', () => {
    const text = edited(SAMPLE, (registry) => addUnit(registry, '县大数据局'));
    assert.equal(text.replace('\n  - 全称: 县大数据局', ''), SAMPLE);
    for (const [index, { name }] of registryFileOf(SAMPLE).units.entries()) {
      const after = edited(SAMPLE, (registry) =>
        addAlias(registry, registry.file.units[index] as never, '县某'),
      );
      assert.deepEqual(registryFileOf(after).problems, [], name.value);
    }
  });

  it('quotes a name that YAML would read as something else', () => {
    const text = edited('单位: [甲局]\n', (registry) => addUnit(registry, '甲: 局'));
    assert.deepEqual(
      registryFileOf(text).units.map(({ name }) => name.value),
      ['甲局', '甲: 局'],
    );
  });
});
