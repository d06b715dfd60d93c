import assert from 'node:assert/strict';
import type { Registry } from '../../../server/src/registry/registry';
import { registryOf } from '../../support/registries';

const COUNTY = `
区划前缀: 云溪县
单位:
  - 全称: 县应急管理局
    简称: [县安全局]
    曾用名:
      - 名称: 县安全生产监督管理局
        至: 2019-03-01
        文件: 云溪委发〔2019〕3号
  - 全称: 县住房和城乡建设委员会
  - 全称: 县发展和改革局
  - 全称: 中共云溪县委组织部
  - 全称: 县人民政府办公室
  - 全称: 县农业农村局
  - 全称: 县农业委员会
    撤销:
      日期: 2019-02-20
      职责划入: 县农业农村局
  - 全称: 青岭镇
  - 全称: 县交通运输局
  - 全称: 县规划和自然资源局
集合:
  - 名称: 各乡镇（街道）
    成员: [青岭镇]
`;

/** What `name` means, as text. */
function meaning(registry: Registry, name: string, year?: number): string {
  const found = registry.resolve(name, { year });
  if (found.status === 'unit') return `${found.kind} ${found.unit.name.value}`;
  if (found.status === 'collective') return `collective ${found.collective.name.value}`;
  if (found.status === 'ambiguous')
    return `ambiguous ${found.candidates.map(({ unit }) => unit.name.value).join('|')}`;
  return 'unknown';
}

describe('matching a name against the registry', () => {
  const registry = registryOf(COUNTY);
  const cases: readonly (readonly [name: string, meaning: string])[] = [
    ['县应急管理局', 'exact 县应急管理局'],
    ['云溪县应急管理局', 'area-variant 县应急管理局'],
    ['某某市云溪县应急管理局', 'area-variant 县应急管理局'],
    ['应急管理局', 'area-variant 县应急管理局'],
    ['县安全局', 'alias 县应急管理局'],
    ['云溪县安全局', 'alias 县应急管理局'],
    ['县应急局', 'derived 县应急管理局'],
    ['云溪县应急局', 'derived 县应急管理局'],
    ['县住建委', 'derived 县住房和城乡建设委员会'],
    ['县住房城乡建委', 'derived 县住房和城乡建设委员会'],
    ['县发改局', 'derived 县发展和改革局'],
    ['县规划自然资源局', 'derived 县规划和自然资源局'],
    ['县委组织部', 'area-variant 中共云溪县委组织部'],
    ['中共云溪县委员会组织部', 'area-variant 中共云溪县委组织部'],
    ['县政府办公室', 'area-variant 县人民政府办公室'],
    ['县政府办', 'derived 县人民政府办公室'],
    ['青岭镇人民政府', 'area-variant 青岭镇'],
    ['县安全生产监督管理局', 'former 县应急管理局'],
    ['县安监局', 'former 县应急管理局'],
    ['发改', 'derived 县发展和改革局'],
    ['县应急', 'derived 县应急管理局'],
    ['住建', 'derived 县住房和城乡建设委员会'],
    ['各乡镇(街道)', 'collective 各乡镇（街道）'],
    ['县 应急管理局', 'exact 县应急管理局'],
  ];
  for (const [name, expected] of cases) {
    it(`reads ${name} as ${expected}`, () => assert.equal(meaning(registry, name), expected));
  }

  const strangers = [
    '市应急管理局',
    '云阳县应急管理局',
    '县交警大队',
    '县公安局',
    '县住建局',
    '红岭镇',
    '县水利局',
    '水利',
    '青岭',
  ];
  for (const name of strangers) {
    it(`does not know ${name}`, () => assert.equal(meaning(registry, name), 'unknown'));
  }

  it('tells the former name that matched and until when it was in use', () => {
    const found = registry.resolve('县安监局');
    assert.equal(found.status, 'unit');
    assert.ok(found.status === 'unit');
    assert.equal(found.formerName?.name.value, '县安全生产监督管理局');
    assert.equal(found.formerName?.until, '2019-03-01');
  });

  it('takes the existing unit where an abolished one could be meant as well', () => {
    assert.equal(meaning(registry, '县农业局'), 'derived 县农业农村局');
    const two = registryOf(`单位:
  - {全称: 县安全委员会, 撤销: 2019-01-01}
  - {全称: 县安全生产委员会}`);
    assert.equal(meaning(two, '县安委会', 2024), 'derived 县安全生产委员会');
  });

  it('reports a name that fits two units and chooses neither', () => {
    const two = registryOf(`单位:
  - 全称: 市应急管理局
  - 全称: 县应急管理局
  - 全称: 县水利局
  - {全称: 县文化和旅游局}
  - {全称: 县文物和旅游局}`);
    assert.equal(meaning(two, '应急管理局'), 'ambiguous 市应急管理局|县应急管理局');
    assert.equal(meaning(two, '县文旅局'), 'ambiguous 县文化和旅游局|县文物和旅游局');
    assert.equal(meaning(two, '县应急局'), 'derived 县应急管理局');
  });

  it('lets the nearer layer replace the entry of a wider one', () => {
    const layered = registryOf(
      '单位: [{全称: 县应急管理局, 备注: 本稿}]',
      '单位: [{全称: 县应急管理局}, 县水利局]',
    );
    const found = layered.resolve('县应急管理局');
    assert.ok(found.status === 'unit');
    assert.equal(found.unit.note, '本稿');
    assert.equal(layered.size, 2);
    assert.equal(meaning(layered, '县水利局'), 'exact 县水利局');
  });

  it('does not make short names for places and companies', () => {
    const places = registryOf('单位: [县人民医院, 青山农业发展镇, 云溪水务有限公司]');
    assert.equal(meaning(places, '青山农业镇'), 'unknown');
    assert.equal(meaning(places, '云溪水务'), 'unknown');
  });
});

describe('names near to an unknown one', () => {
  const registry = registryOf(COUNTY);
  const nearest = (name: string) => registry.nearNames(name).map((near) => near.name);

  it('offers the name with one character of like sound or shape', () => {
    assert.deepEqual(nearest('县应急管里局').slice(0, 1), ['县应急管理局']);
    assert.deepEqual(nearest('县规划和自燃资源局').slice(0, 1), ['县规划和自然资源局']);
    assert.deepEqual(nearest('青领镇'), ['青岭镇']);
  });

  it('offers the name of another level and the name with two characters swapped', () => {
    assert.deepEqual(nearest('市应急管理局').slice(0, 1), ['县应急管理局']);
    assert.deepEqual(nearest('县应急管局理').slice(0, 1), ['县应急管理局']);
  });

  it('puts the name with like characters before the one with others', () => {
    const two = registryOf('单位: [县水务局, 县税务局, 县睡务局]');
    const [first] = two.nearNames('县说务局');
    assert.ok(first && first.distance === 1);
    assert.equal(registryOf('单位: [县财务局, 县税务局]').nearNames('县水务局')[0]?.name, '县税务局');
  });

  it('offers nothing for a name that is like none, nor abolished units', () => {
    assert.deepEqual(nearest('县融媒体中心'), []);
    assert.deepEqual(nearest('县农业委员汇'), []);
  });
});
