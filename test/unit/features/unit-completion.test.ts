import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { unitCompletions } from '../../../server/src/features/unit-completion';
import { loadPinyin } from '../../../server/src/connection/pinyin';
import { matchName, type Spell } from '../../../server/src/registry/search-names';
import type { DraftInForce } from '../../../server/src/registry/unit-occurrences';
import { atCursor } from '../../support/cursor-text';
import { assertGrowsWithSize } from '../../support/growth';
import { generateRegistryYaml, registryOf } from '../../support/registries';

const REGISTRY = registryOf(`区划前缀: 云溪县
单位:
  - {全称: 云溪县应急管理局, 类别: 政府, 简称: [县安委办公室], 序: 3}
  - {全称: 云溪县水利局, 类别: 政府, 序: 2}
  - {全称: 云溪县医疗保障局, 类别: 政府, 序: 1}
  - {全称: 云溪县农机局, 撤销: 2019}
集合:
  - 名称: 各乡镇（街道）
`);

function draftAt(line: string): { place: DraftInForce; cursor: number } {
  const { text, cursor } = atCursor(`2026年全县工作要点

一、重点任务
1．增加学位。〔责任单位：县水利局；完成时限：2026年8月底前〕
${line}
`);
  return { place: { uri: 'file:///a.要点.md', draft: readDraft(text), registry: REGISTRY }, cursor };
}

function labels(line: string, spell?: Spell, others: readonly DraftInForce[] = []): readonly string[] {
  const { place, cursor } = draftAt(line);
  return unitCompletions(place, cursor, { others, spell }).map(({ label }) => label);
}

describe('Completion of units', () => {
  let spell: Spell;
  before(async () => (spell = await loadPinyin()));

  it('offers the registry, what the section uses first, in the manner of the draft, without abolished units', () => {
    assert.deepEqual(labels('2．规范收费。〔责任单位：|〕'), [
      '县水利局',
      '县医疗保障局',
      '县应急管理局',
      '各乡镇（街道）',
    ]);
  });

  it('finds a unit by some of its characters, by full pinyin, by initials and by a mixture', () => {
    for (const typed of ['应急', '应管', 'yingji', 'yjj', 'yjglj', 'xyjj', 'yjguanli', '应急j', 'YJJ']) {
      assert.equal(labels(`2．规范收费。〔责任单位：${typed}|〕`, spell)[0], '县应急管理局', typed);
    }
  });

  it('finds a unit by its short name', () => {
    assert.equal(labels('2．规范收费。〔责任单位：awb|〕', spell)[0], '县应急管理局');
  });

  it('does not offer an abolished unit though the draft names it', () => {
    assert.ok(!labels('2．规范收费。〔牵头单位：县农机局；责任单位：|〕').includes('县农机局'));
  });

  it('puts names that begin as typed before short names that hold it later', () => {
    const registry = registryOf('单位: [{全称: 县人力资源社会保障局, 简称: [县人社局]}, 县司法局]');
    const { place, cursor } = draftAt('2．规范收费。〔责任单位：sj|〕');
    const found = unitCompletions({ ...place, registry }, cursor, { others: [], spell });
    assert.deepEqual(
      found.map(({ label }) => label),
      ['县水利局', '县司法局', '县人力资源社会保障局'],
    );
  });

  it('offers nothing that does not answer what is typed', () => {
    assert.deepEqual(labels('2．规范收费。〔责任单位：财政|〕'), []);
    assert.deepEqual(labels('2．规范收费。〔责任单位：zzz|〕', spell), []);
  });

  it('does not offer what the list has already, but does in another list', () => {
    assert.ok(!labels('2．规范收费。〔责任单位：县水利局、|〕').includes('县水利局'));
    assert.ok(labels('2．规范收费。〔牵头单位：县水利局；责任单位：|〕').includes('县水利局'));
  });

  it('ranks by use in other drafts where this one says nothing', () => {
    const { place } = draftAt('2．应急。〔责任单位：县应急管理局〕|');
    assert.deepEqual(labels('2．规范收费。〔责任单位：|〕', undefined, [place]).slice(0, 2), [
      '县水利局',
      '县应急管理局',
    ]);
  });

  it('writes the county out where the draft does', () => {
    const { text, cursor } = atCursor(
      '2026年全县工作要点\n\n一、重点任务\n1．增加学位。〔责任单位：云溪县水利局〕\n2．规范收费。〔责任单位：应急|〕\n',
    );
    const place = { uri: '', draft: readDraft(text), registry: REGISTRY };
    assert.deepEqual(
      unitCompletions(place, cursor, { others: [], spell: undefined }).map(({ label }) => label),
      ['云溪县应急管理局'],
    );
  });

  it('works in a cell of a task table', () => {
    const table = '| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 增加学位 | 县水利局、应急 |\n';
    const text = `2026年全县工作要点\n\n一、重点任务\n1．增加学位。新增100个。\n\n附件1\n\n任务分解表\n\n${table}`;
    const place = { uri: '', draft: readDraft(text), registry: REGISTRY };
    const found = unitCompletions(place, text.indexOf('应急') + 2, { others: [], spell: undefined });
    assert.deepEqual(
      found.map(({ label, range }) => [label, text.slice(range.start, range.end)]),
      [['县应急管理局', '应急']],
    );
  });

  it('answers a letter typed among 5,000 units in time that grows with their number, no faster', () => {
    const { text, cursor } = atCursor('2026年全县工作要点\n\n一、重点任务\n1．增加。〔责任单位：yjj|〕\n');
    const draft = readDraft(text);
    return assertGrowsWithSize((units) => {
      const place = { uri: '', draft, registry: registryOf(generateRegistryYaml(units)) };
      const ask = () => unitCompletions(place, cursor, { others: [], spell });
      assert.ok(ask().length > 10);
      return ask;
    }, 5000);
  });
});

describe('Matching typed text', () => {
  it('prefers what stands together and near the beginning', () => {
    const cost = (typed: string, name: string) => matchName(typed, name, undefined) ?? Infinity;
    assert.ok(cost('应急', '县应急管理局') < cost('应管', '县应急管理局'));
    assert.ok(cost('水利', '水利局') < cost('水利', '县水利局'));
    assert.equal(cost('利水', '县水利局'), Infinity);
  });
});
