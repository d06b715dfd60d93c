import assert from 'node:assert/strict';
import { InMemoryFiles, runInMemory } from '../../../support/memory-io';

const OLD = '2026年政务公开工作要点\n一、重点任务\n（一）办好热线\n（三）办好网站\n';
const ONLY_GAP = '检查:\n  全部: 关闭\n  numbering/gap: 错误\n';

function filesWith(files: Record<string, string>): InMemoryFiles {
  return new InMemoryFiles({ '.yaodian.yaml': ONLY_GAP, ...files });
}

/** Two old drafts, accepted. */
async function accepted(): Promise<InMemoryFiles> {
  const files = filesWith({ '稿件/a.txt': OLD, '稿件/b.txt': OLD });
  await runInMemory(['check', '稿件', '--write-baseline', '记录/基线.json'], files);
  return files;
}

function pathsIn(files: InMemoryFiles): string[] {
  return Object.keys((JSON.parse(files.textOf('记录/基线.json')) as { files: object }).files);
}

describe('check --baseline', () => {
  it('writes what is found now, under paths relative to the file, and does not count it as a failure', async () => {
    const files = filesWith({ '稿件/a.txt': OLD, '稿件/b.txt': OLD });
    const result = await runInMemory(['check', '稿件', '--write-baseline', '记录/基线.json'], files);
    assert.deepEqual(
      { code: result.code, stdout: result.stdout, stderr: result.stderr },
      { code: 0, stdout: '', stderr: '已写入基线 记录/基线.json：共接受 2 个问题，新增 2 个，去掉 0 个\n' },
    );
    assert.deepEqual(pathsIn(files), ['../稿件/a.txt', '../稿件/b.txt']);
  });

  it('reports only what is new, in every format and by the exit code', async () => {
    const files = await accepted();
    const old = await runInMemory(['check', '稿件', '--baseline', '记录/基线.json'], files);
    assert.equal(old.code, 0);
    assert.doesNotMatch(old.stdout, /numbering\/gap/);
    assert.match(old.stderr, /基线里已接受的问题 2 个，没有列出/);
    files.put('稿件/a.txt', `${OLD}（六）办好公报\n`);
    const json = await runInMemory(
      ['check', '稿件', '--baseline', '记录/基线.json', '--format', 'json'],
      files,
    );
    assert.equal(json.code, 1);
    const { files: reports } = JSON.parse(json.stdout) as {
      files: { path: string; diagnostics: { range: { start: { line: number } } }[] }[];
    };
    assert.deepEqual(
      reports.map(({ path, diagnostics }) => [path, diagnostics.map(({ range }) => range.start.line)]),
      [
        ['稿件/a.txt', [5]],
        ['稿件/b.txt', []],
      ],
    );
  });

  it('prunes what no longer occurs when it is written again, of the drafts checked and of drafts that are gone', async () => {
    const files = await accepted();
    files.put('稿件/a.txt', OLD.replace('（三）', '（二）'));
    const again = await runInMemory(
      ['check', '稿件/a.txt', '--baseline', '记录/基线.json', '--write-baseline'],
      files,
    );
    assert.equal(again.code, 0);
    assert.match(again.stderr, /共接受 1 个问题，新增 0 个，去掉 1 个/);
    assert.deepEqual(pathsIn(files), ['../稿件/b.txt']);
    const others = filesWith({ 'c.txt': OLD, '记录/基线.json': files.textOf('记录/基线.json') });
    await runInMemory(['check', 'c.txt', '--write-baseline', '记录/基线.json'], others);
    assert.deepEqual(pathsIn(others), ['../c.txt']);
  });

  it('is found through .yaodian.yaml, relative to it', async () => {
    const files = await accepted();
    files.put('.yaodian.yaml', `${ONLY_GAP}基线: 记录/基线.json\n`);
    assert.equal((await runInMemory(['check', '稿件'], files)).code, 0);
    files.put('.yaodian.yaml', `${ONLY_GAP}基线: 没有.json\n`);
    const { code, stderr } = await runInMemory(['check', '稿件'], files);
    assert.equal(code, 1);
    assert.match(stderr, /^警告：配置里写的基线 \/work\/没有\.json 不存在，问题全部报告\n$/);
  });

  it('leaves accepted findings alone when it repairs', async () => {
    const files = await accepted();
    await runInMemory(['check', '稿件/a.txt', '--baseline', '记录/基线.json', '--fix'], files);
    assert.equal(files.textOf('稿件/a.txt'), OLD);
    await runInMemory(['check', '稿件/a.txt', '--fix'], files);
    assert.match(files.textOf('稿件/a.txt'), /（二）办好网站/);
  });

  it('never overwrites a file that is no baseline, and refuses one that is damaged', async () => {
    const files = filesWith({ 'a.txt': OLD, 'b.txt': OLD, '坏.json': '{' });
    const wrong = await runInMemory(['check', 'a.txt', '--write-baseline', 'b.txt'], files);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /基线 b\.txt 不能用：不是 JSON/);
    assert.equal(files.textOf('b.txt'), OLD);
    for (const name of ['坏.json', '没有.json'])
      assert.equal((await runInMemory(['check', 'a.txt', '--baseline', name], files)).code, 2);
    const unnamed = await runInMemory(['check', 'a.txt', '--write-baseline'], files);
    assert.equal(unnamed.code, 2);
    assert.match(unnamed.stderr, /没有写明基线写到哪个文件/);
  });
});
