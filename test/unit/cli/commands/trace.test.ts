import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { docxPackage, paragraph } from '../../../support/docx-package';
import { InMemoryFiles, runInMemory, type RunResult } from '../../../support/memory-io';

const CITY =
  '# 青江市2026年水利工作要点\n\n一、工程建设\n\n1．加固病险水库。完成加固25座。\n\n2．治理中小河流。治理河道120公里。\n';
const COUNTY =
  '---\n文种: 工作要点\n上级要点: 上级/市.要点.md\n---\n\n# 云溪县2026年水利工作要点\n\n一、重点任务\n\n1．加固水库。完成加固3座。〔落实：市要点第1项〕\n\n2．治理云溪河。治理河道9公里。〔落实：市要点第7项〕\n';

function filesWith(overrides: Readonly<Record<string, string | Uint8Array>> = {}): InMemoryFiles {
  return new InMemoryFiles({
    '.yaodian.yaml': '',
    '县.要点.md': COUNTY,
    '上级/市.要点.md': CITY,
    ...overrides,
  });
}

function trace(files: InMemoryFiles, ...argv: string[]): Promise<RunResult> {
  return runInMemory(['trace', '县.要点.md', ...argv], files);
}

describe('yaodian trace', () => {
  it('lists the items of the superior’s plan with what becomes of them', async () => {
    const { code, stdout } = await trace(filesWith());
    assert.equal(code, 0);
    assert.equal(
      stdout,
      '云溪县2026年水利工作要点落实市要点情况\n' +
        '  市要点第1项  加固病险水库  已落实  第1项 加固水库\n' +
        '  市要点第2项  治理中小河流  未落实  可能是本稿第2项“治理云溪河”\n' +
        '共 2 项：已落实 1，部分落实 0，未落实 1，待核对 0\n' +
        '\n查不到的引用\n  第2项 治理云溪河  市要点第7项  上级要点里没有这一项\n',
    );
  });

  it('prints exactly the fields of the contract as JSON', async () => {
    const { stdout } = await trace(filesWith(), '--format', 'json');
    const { plans, orphans } = JSON.parse(stdout);
    assert.deepEqual(orphans, [
      {
        label: '市要点第7项',
        fault: 'no-item',
        line: 12,
        task: { place: '第2项', title: '治理云溪河', line: 12 },
      },
    ]);
    const [{ items, ...plan }] = plans;
    assert.deepEqual(plan, { name: '市要点', path: '上级/市.要点.md', title: '青江市2026年水利工作要点' });
    assert.deepEqual(items[0], {
      place: '第1项',
      title: '加固病险水库',
      line: 5,
      state: 'covered',
      reasons: [],
      tasks: [{ place: '第1项', title: '加固水库', line: 10 }],
      suggestion: null,
    });
    assert.equal(items[1].suggestion.title, '治理云溪河');
  });

  it('writes a page and a workbook, and escapes what drafts say', async () => {
    const files = filesWith({ '上级/市.要点.md': CITY.replace('加固病险水库', '加固<script>水库') });
    await trace(files, '-o', '表.html');
    assert.match(files.textOf('表.html'), /加固&#60;script&#62;水库/u);
    assert.doesNotMatch(files.textOf('表.html'), /<script/u);
    await trace(files, '-o', '表.xlsx');
    assert.deepEqual([...files.read('表.xlsx').slice(0, 2)], [0x50, 0x4b]);
  });

  it('remembers what the items say with --confirm, and tells of changes from then on', async () => {
    const files = filesWith();
    const { stderr } = await trace(files, '--confirm');
    assert.match(stderr, /已在 县\.要点\.md 记下/u);
    assert.match(files.textOf('县.要点.md'), /上级要点: .*\n落实核对:\n {2}市要点第1项: [a-p]{8}\n---\n/u);
    assert.match((await trace(files, '--confirm')).stderr, /没有要记的/u);
    files.put('上级/市.要点.md', CITY.replace('25座', '30座'));
    assert.match((await trace(files)).stdout, /市要点第1项 {2}加固病险水库 {2}待核对/u);
  });

  it('reads a superior’s plan that is plain text in another encoding, or nothing but a name', async () => {
    const gb18030 = new Uint8Array([
      0xd2, 0xbb, 0xa1, 0xa2, 0xb9, 0xa4, 0xb3, 0xcc, 0x0a, 0x31, 0xa3, 0xae, 0xd0, 0xde, 0xc7, 0xfe, 0x0a,
    ]);
    const files = filesWith({ '县.要点.md': COUNTY.replace('市.要点.md', '市.txt'), '上级/市.txt': gb18030 });
    assert.match((await trace(files)).stdout, /上级要点第1项 {2}修渠/u);
  });

  it('reads a superior’s plan that is a Word document as if it had been imported', async () => {
    const body = CITY.replace('# ', '')
      .split(/\n+/u)
      .map((line) => paragraph(line))
      .join('');
    const files = filesWith({
      '县.要点.md': COUNTY.replace('市.要点.md', '市.docx'),
      '上级/市.docx': docxPackage({ body }),
    });
    assert.equal((await trace(files)).stdout, (await trace(filesWith())).stdout);
    files.put('上级/市.docx', 'PK 不是压缩包');
    const broken = await trace(files);
    assert.equal(broken.code, 2);
    assert.match(broken.stderr, /读不了上级要点“上级\/市\.docx”/u);
  });

  it('says what is wrong with a plan that is not there or may not be read', async () => {
    const gone = await trace(filesWith({ '县.要点.md': COUNTY.replace('市.要点.md', '省.要点.md') }));
    assert.equal(gone.code, 2);
    assert.match(gone.stderr, /找不到上级要点“上级\/省\.要点\.md”/u);
    const outside = await trace(
      filesWith({ '县.要点.md': COUNTY.replace('上级/市', '../../市'), '/市.要点.md': CITY }),
    );
    assert.match(outside.stderr, /在工作区之外/u);
    const none = await trace(filesWith({ '县.要点.md': COUNTY.replace(/上级要点.*\n/u, '') }));
    assert.deepEqual([none.code, none.stdout], [2, '']);
    assert.match(none.stderr, /没有可以对照的上级要点/u);
  });
});

describe('check and superiors’ plans', () => {
  const rulesIn = async (files: InMemoryFiles): Promise<string[]> => {
    const { stdout } = await runInMemory(['check', '县.要点.md', '--format', 'json'], files);
    const rules = JSON.parse(stdout).files[0].diagnostics.map(({ rule }: { rule: string }) => rule);
    return rules.filter((rule: string) => rule.startsWith('trace/'));
  };

  it('reports what is not carried out, leads nowhere or may be meant', async () => {
    assert.deepEqual(await rulesIn(filesWith()), ['trace/not-covered', 'trace/suggestion', 'trace/orphan']);
  });

  it('finds nothing where no superior’s plan is named', async () => {
    assert.deepEqual(await rulesIn(filesWith({ '县.要点.md': COUNTY.replace(/上级要点.*\n/u, '') })), []);
  });

  it('finds nothing in the samples that are there for other things', async () => {
    const text = readFileSync(
      new URL('../../../../samples/2026年云溪县安全生产工作要点.要点.md', import.meta.url),
      'utf8',
    );
    assert.deepEqual(await rulesIn(filesWith({ '县.要点.md': text })), []);
  });
});
