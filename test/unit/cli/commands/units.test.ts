import assert from 'node:assert/strict';
import { InMemoryFiles, runInMemory } from '../../../support/memory-io';

const DRAFT = `2026年全县安全生产工作要点

一、重点任务

1．开展专项检查。检查企业20家。〔责任单位：县应急局、县水利局、各乡镇；完成时限：2026年6月底前〕

2．组织应急演练。组织演练2次。〔责任单位：县应急管理局、县商务局；完成时限：2026年9月底前〕
`;
const REGISTRY = `区划前缀: 云溪县
单位:
  - 全称: 云溪县应急管理局
  - 全称: 云溪县水务局
    曾用名: [县水利局]
`;

interface Unit {
  name: string;
  status: string;
  official: string | null;
  count: number;
  places: { path: string; line: number; column: number }[];
}

async function units(files: InMemoryFiles, ...argv: string[]): Promise<readonly Unit[]> {
  const { stdout, code } = await runInMemory(['units', ...argv, '--format', 'json'], files);
  assert.equal(code, 0);
  return (JSON.parse(stdout) as { units: Unit[] }).units;
}

function statusOf(list: readonly Unit[]): Record<string, string> {
  return Object.fromEntries(list.map(({ name, status, official }) => [name, `${status} ${official ?? '-'}`]));
}

describe('yaodian units', () => {
  it('lists names with status, full name, count and places', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': DRAFT, 'r.yaml': REGISTRY });
    const list = await units(files, 'a.要点.md', '--registry', 'r.yaml');
    assert.deepEqual(statusOf(list), {
      县应急管理局: 'official 云溪县应急管理局',
      县应急局: 'alias 云溪县应急管理局',
      县水利局: 'former 云溪县水务局',
      县商务局: 'unknown -',
      各乡镇: 'collective -',
    });
    const [place] = list.find(({ name }) => name === '县水利局')?.places ?? [];
    assert.deepEqual(place, { path: 'a.要点.md', line: 5, column: 29 });
    assert.equal(DRAFT.split('\n')[4]?.slice(28, 32), '县水利局');
  });

  it('finds the registry beside the draft and above it, up to the configuration', async () => {
    const files = new InMemoryFiles({
      '省/单位名录.yaml': '单位: [县商务局]',
      '省/.yaodian.yaml': '检查: {}\n',
      '单位名录.yaml': '单位: [县应急局]',
      '省/县/单位名录.csv': '全称\n县水利局\n',
      '省/县/a.要点.md': DRAFT,
    });
    assert.deepEqual(statusOf(await units(files, '省/县/a.要点.md')), {
      县应急管理局: 'unknown -',
      县应急局: 'unknown -',
      县水利局: 'official 县水利局',
      县商务局: 'official 县商务局',
      各乡镇: 'collective -',
    });
  });

  it('takes the registries that the configuration names in place of those found', async () => {
    const files = new InMemoryFiles({
      '.yaodian.yaml': '单位名录: 名录/县.yaml\n',
      '名录/县.yaml': '单位: [县商务局]',
      '单位名录.yaml': '单位: [县水利局]',
      'a.要点.md': DRAFT,
    });
    const list = statusOf(await units(files, 'a.要点.md'));
    assert.deepEqual([list['县商务局'], list['县水利局']], ['official 县商务局', 'unknown -']);
  });

  it('reports faults of the registry with their places on stderr', async () => {
    const files = new InMemoryFiles({
      'a.要点.md': DRAFT,
      'r.yaml': '单位:\n  - 全称: 县水利局\n    简秤: 甲\n',
    });
    const { stderr } = await runInMemory(['units', 'a.要点.md', '--registry', 'r.yaml'], files);
    assert.match(stderr, /^警告：r\.yaml:3:5 .*是否想写“简称”/m);
  });

  it('fails where the registry asked for is not there or is none', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': DRAFT });
    assert.equal((await runInMemory(['units', 'a.要点.md', '--registry', 'r.yaml'], files)).code, 2);
    assert.equal((await runInMemory(['units', 'a.要点.md', '--registry', 'a.要点.md'], files)).code, 2);
    assert.equal((await runInMemory(['units'], files)).code, 2);
    files.put('big.yaml', new Uint8Array(50 * 1024 * 1024));
    const refused = await runInMemory(['units', 'a.要点.md', '--registry', 'big.yaml'], files);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /50 MB，超过 10 MB/);
  });

  it('drafts a registry that reads back without faults and knows every name', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': DRAFT });
    const { code } = await runInMemory(['units', 'a.要点.md', '--suggest', '-o', '单位名录.yaml'], files);
    assert.equal(code, 0);
    assert.match(
      files.textOf('单位名录.yaml'),
      /- 全称: 县应急管理局 # 1 次，县应急局 1 次\n {4}简称: \[县应急局\]/,
    );
    const { stderr } = await runInMemory(['units', 'a.要点.md'], files);
    assert.equal(stderr, '');
    assert.deepEqual(
      (await units(files, 'a.要点.md')).filter(({ status }) => status === 'unknown'),
      [],
    );
  });

  it('suggests only what a given registry does not have', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': DRAFT, 'r.yaml': REGISTRY });
    const { stdout } = await runInMemory(['units', 'a.要点.md', '--suggest', '--registry', 'r.yaml'], files);
    assert.match(stdout, /县商务局/);
    assert.doesNotMatch(stdout, /应急/);
  });

  it('turns a spreadsheet into YAML that says the same', async () => {
    const csv =
      '全称,简称,曾用名,撤销日期,职责划入,序\n县水利局,县水局,县水电局（2001）,,,3\n县农机局,,,2019-02-01,县水利局,\n';
    const files = new InMemoryFiles({ '名录.csv': csv });
    const { stdout, code } = await runInMemory(['units', '--import', '名录.csv'], files);
    assert.equal(code, 0);
    assert.equal(
      stdout,
      `# 由 名录.csv 转换而来，请核对。
单位:
  - 全称: 县水利局
    简称: [县水局]
    曾用名: [{ 名称: 县水电局, 至: 2001 }]
    序: 3
  - 全称: 县农机局
    撤销: { 日期: 2019-02-01, 职责划入: 县水利局 }
`,
    );
  });

  it('prints a table whose columns are aligned and CSV that Excel opens', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': DRAFT, 'r.yaml': REGISTRY });
    const table = await runInMemory(['units', 'a.要点.md', '--registry', 'r.yaml'], files);
    assert.match(table.stdout, /^县应急局 {6}简称 {10}云溪县应急管理局 {2}1 {5}a\.要点\.md:5$/m);
    const csv = await runInMemory(['units', 'a.要点.md', '--registry', 'r.yaml', '--format', 'csv'], files);
    assert.match(csv.stdout, /^\uFEFF名称,状态,名录全称,次数,首见\r\n/);
  });
});
