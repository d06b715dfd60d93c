import assert from 'node:assert/strict';
import { InMemoryFiles, runInMemory } from '../../../support/memory-io';

const DRAFT = '# 云溪县2026年教育工作要点\n\n一、重点任务\n\n（一）扩学位。新增学位600个。\n';

describe('yaodian export', () => {
  it('takes the format from the name of the output', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': DRAFT });
    const { code } = await runInMemory(['export', 'a.要点.md', '-o', 'a.html'], files);
    assert.equal(code, 0);
    assert.match(files.textOf('a.html'), /新增学位600个/);
    await runInMemory(['export', 'a.要点.md', '-o', 'a.docx'], files);
    assert.equal(files.textOf('a.docx').slice(0, 2), 'PK');
  });

  it('does not overwrite what is there unless told to', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': DRAFT, 'a.html': 'old' });
    const { code, stderr } = await runInMemory(['export', 'a.要点.md', '-o', 'a.html'], files);
    assert.equal(code, 2);
    assert.match(stderr, /文件已存在，没有覆盖：/);
    assert.equal(files.textOf('a.html'), 'old');
    await runInMemory(['export', 'a.要点.md', '-o', 'a.html', '--force'], files);
    assert.match(files.textOf('a.html'), /新增学位600个/);
  });

  it('tells of errors that stand in the draft, in one line, and exports it all the same', async () => {
    const faulty = `${DRAFT}\n（三）建学校。新建小学2所。\n`;
    const files = new InMemoryFiles({ 'a.要点.md': faulty, 'b.要点.md': DRAFT });
    const { code, stderr } = await runInMemory(['export', 'a.要点.md', '-o', 'a.html'], files);
    assert.equal(code, 0);
    assert.match(stderr, /^警告：a\.要点\.md 还有 1 个错误，[^\n]*yaodian check a\.要点\.md[^\n]*$/m);
    assert.match(files.textOf('a.html'), /新建小学2所/);
    assert.equal(
      (await runInMemory(['export', 'b.要点.md', '-o', 'b.html'], files)).stderr,
      '已写入 b.html\n',
    );
  });

  it('says what to do where there is no office suite for PDF', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': DRAFT });
    const { code, stderr } = await runInMemory(
      ['export', 'a.要点.md', '-o', 'a.pdf', '--office', '/no/such/program'],
      files,
    );
    assert.equal(code, 2);
    assert.match(stderr, /没有找到指定的转换程序：\/no\/such\/program/);
    assert.match(stderr, /另存为 PDF/);
    assert.deepEqual(files.written, []);
  });

  it('takes 版式 from the configuration beside the draft, the front matter’s first', async () => {
    const draft = `---\n文种: 工作要点\n主送: 各学校\n---\n\n${DRAFT}`;
    const files = new InMemoryFiles({
      'a.要点.md': draft,
      'b.要点.md': draft.replace('主送', '版式: {稿本: 送审稿}\n主送'),
      '.yaodian.yaml': '版式:\n  稿本: 征求意见稿\n',
    });
    await runInMemory(['export', 'a.要点.md', '-o', 'a.html'], files);
    await runInMemory(['export', 'b.要点.md', '-o', 'b.html'], files);
    assert.match(files.textOf('a.html'), /（征求意见稿）/);
    assert.match(files.textOf('b.html'), /（送审稿）/);
    assert.doesNotMatch(files.textOf('b.html'), /征求意见稿/);
  });
});
