import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planOf, scalar, writeRegistryYaml } from '../../../server/src/registry/registry-yaml';
import { groupRelatedNames } from '../../../server/src/registry/name-groups';
import { readYaml } from '../../../server/src/registry/yaml-value';
import { registryFileOf } from '../../support/registries';

describe('joining short names to full ones without a registry', () => {
  const groups = (...names: string[]) => groupRelatedNames(names).map((group) => group.join('='));

  it('joins a short name to the full name of the same level', () => {
    assert.deepEqual(groups('区应急局', '区应急管理局'), ['区应急管理局=区应急局']);
    assert.deepEqual(groups('县住建委', '县住房和城乡建设委员会', '县住房城乡建委'), [
      '县住房和城乡建设委员会=县住房城乡建委=县住建委',
    ]);
  });

  it('leaves apart what only looks alike', () => {
    const apart = [
      '区公安局',
      '区公安分局',
      '市应急管理局',
      '区应急局',
      '区委办公室',
      '区政府办公室',
      '区安委办',
    ];
    assert.equal(groups(...apart).length, apart.length);
  });

  it('leaves a short name alone that fits two full ones', () => {
    assert.equal(groups('县文旅局', '县文化和旅游局', '县文物和旅游局').length, 3);
  });
});

describe('writing a registry', () => {
  it('writes a file that reads back as it was', () => {
    const yaml = `区划前缀: 云溪县
单位:
  - 全称: 县应急管理局
    简称: [县应急局, "县安委会（办）"]
    曾用名: [{ 名称: 县安监局, 至: 2019-03-01, 文件: 云溪委发〔2019〕2号 }]
    类别: 政府
    序: 3
  - 全称: "县 #1 局: 甲"
    撤销: { 日期: 2019, 职责划入: 县应急管理局 }
集合:
  - 名称: 各局
    成员: [县应急管理局]
`;
    const written = writeRegistryYaml(planOf(registryFileOf(yaml), []));
    assert.equal(
      written.replaceAll('"县安委会（办）"', '县安委会（办）'),
      yaml.replaceAll('"县安委会（办）"', '县安委会（办）'),
    );
  });

  it('quotes whatever YAML would read as something else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (text) => {
        fc.pre(text.trim() === text && text !== '' && !/[\n\r\u0085\u2028\u2029\t]/.test(text));
        const { value, problems } = readYaml(`- ${scalar(text)} # 备注\n- [${scalar(text)}, 乙]\n`);
        assert.deepEqual(problems, []);
        assert.ok(value?.kind === 'list');
        const [plain, list] = value.items;
        assert.ok(plain?.kind === 'text' && list?.kind === 'list');
        const [first] = list.items;
        assert.deepEqual([plain.value, first?.kind === 'text' && first.value], [text, text]);
      }),
      { numRuns: 500 },
    );
  });
});
