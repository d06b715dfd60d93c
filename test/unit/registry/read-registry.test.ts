import assert from 'node:assert/strict';
import { problemsOf } from '../../../server/src/registry/find-conflicts';
import { createRegistry } from '../../../server/src/registry/create-registry';
import { registryFileOf } from '../../support/registries';

/** Problems as `code “text they stand at”`. */
function problems(yaml: string): readonly string[] {
  const file = registryFileOf(yaml);
  return problemsOf(file, createRegistry([file])).map(
    ({ code, range }) => `${code} ${yaml.slice(range.start, range.end)}`,
  );
}

describe('reading a registry', () => {
  it('reads every key of a unit with its place', () => {
    const yaml = `区划前缀: 云溪县
单位:
  - 全称: 县应急管理局
    简称: [县应急局, "县安全局"]
    曾用名:
      - 名称: 县安监局
        至: 2019年3月1日
        文件: 云溪委发〔2019〕3号
    类别: 政府
    序: 12
    上级: 县人民政府
    职责: 应急管理
    备注: 无
  - 全称: 县人民政府
  - 全称: 县安全办
    撤销: {日期: 2024-01-10, 职责划入: 县应急管理局、县人民政府, 文件: 云溪府发〔2024〕1号}
集合:
  各镇: [青岭镇]
`;
    const file = registryFileOf(yaml);
    assert.deepEqual(file.problems, []);
    const [unit, , abolished] = file.units;
    assert.equal(unit?.name.value, '县应急管理局');
    assert.deepEqual(
      unit?.aliases.map((alias) => yaml.slice(alias.range.start, alias.range.end)),
      ['县应急局', '县安全局'],
    );
    assert.deepEqual(
      unit?.formerNames.map(({ name, until, document }) => [name.value, until, document]),
      [['县安监局', '2019-03-01', '云溪委发〔2019〕3号']],
    );
    assert.deepEqual(
      [unit?.category, unit?.order, unit?.superior?.value, unit?.area],
      ['政府', 12, '县人民政府', '云溪县'],
    );
    assert.equal(abolished?.abolished?.date, '2024-01-10');
    assert.deepEqual(
      abolished?.abolished?.successors.map(({ value }) => value),
      ['县应急管理局', '县人民政府'],
    );
    assert.deepEqual(
      file.collectives.map(({ name, members }) => [name.value, members.map((m) => m.value)]),
      [['各镇', ['青岭镇']]],
    );
  });

  it('takes a bare list of names for a registry', () => {
    assert.deepEqual(
      registryFileOf('- 县应急管理局\n- 县水利局\n').units.map(({ name }) => name.value),
      ['县应急管理局', '县水利局'],
    );
  });

  it('reads an empty file as an empty registry', () => {
    assert.deepEqual(registryFileOf('').units, []);
    assert.deepEqual(registryFileOf('').problems, []);
  });

  const mistakes: readonly (readonly [title: string, yaml: string, problem: string])[] = [
    ['an unknown key', '单位: [{全称: 县局, 简秤: 甲}]', 'unknown-key 简秤'],
    ['a unit without a name', '单位: [{简称: 甲}]', 'missing-name 简称'],
    ['a name given twice', '单位: [县水利局, 县水利局]', 'duplicate-name 县水利局'],
    [
      'a short name claimed by two units',
      '单位: [{全称: 县水利局, 简称: 县水局}, {全称: 县水务局, 简称: 县水局}]',
      'alias-conflict 县水局',
    ],
    [
      'a short name that is the full name of another',
      '单位: [县水利局, {全称: 县水务局, 简称: 县水利局}]',
      'alias-conflict 县水利局',
    ],
    [
      'a successor that does not exist',
      '单位: [{全称: 县水利局, 撤销: {职责划入: 县税务局}}]',
      'unknown-successor 县税务局',
    ],
    [
      'a superior that does not exist',
      '单位: [{全称: 县水利局, 上级: 县人民政府}]',
      'unknown-superior 县人民政府',
    ],
    [
      'a cycle of superiors',
      '单位: [{全称: 甲局, 上级: 乙局}, {全称: 乙局, 上级: 甲局}]',
      'superior-cycle 乙局',
    ],
    ['a unit that is its own superior', '单位: [{全称: 甲局, 上级: 甲局}]', 'superior-cycle 甲局'],
    ['a date that is none', '单位: [{全称: 甲局, 撤销: 2019-02-30}]', 'invalid-date 2019-02-30'],
    ['an order that is no number', '单位: [{全称: 甲局, 序: 第三}]', 'invalid-number 第三'],
    [
      'a member that is not registered',
      '单位: [甲局]\n集合: [{名称: 各局, 成员: [甲局, 丙司]}]',
      'unknown-member 丙司',
    ],
  ];
  for (const [title, yaml, problem] of mistakes) {
    it(`reports ${title} where it stands`, () => assert.deepEqual(problems(yaml), [problem]));
  }

  it('names the key that was probably meant and gives it as replacement', () => {
    const [problem] = registryFileOf('单位: [{全称: 县局, 简秤: 甲}]').problems;
    assert.match(problem?.message ?? '', /是否想写“简称”/);
    assert.equal(problem?.replacement, '简称');
  });

  it('reports broken YAML in Chinese and keeps what can be read', () => {
    const file = registryFileOf('单位:\n  - 全称: 县水利局\n  - 全称: "县财政局\n');
    assert.ok(file.problems.some(({ code }) => code === 'syntax'));
    assert.doesNotMatch(file.problems[0]?.message ?? '', /[A-Za-z]{4,} [a-z]+/);
    assert.equal(file.units[0]?.name.value, '县水利局');
  });

  it('stops at an alias bomb with one message', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 9; i++) {
      const [name, before] = ['bcdefghij'[i - 1], 'abcdefghij'[i - 1]];
      bomb.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(',')}]`);
    }
    const file = registryFileOf(bomb.join('\n') + '\n单位: [*i]\n');
    assert.equal(file.problems.filter(({ code }) => code === 'too-large').length, 1);
  });
});
