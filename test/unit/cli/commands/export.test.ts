import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
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

  it('writes the review notes as comments where that is asked for, and only into Word files', async () => {
    const notes = `{"version":1,"notes":{"n1":{"author":"李审","date":"2026-03-01T08:00:00Z","state":"open","text":"请核实","anchor":{"quote":"云溪县"}}}}`;
    const files = new InMemoryFiles({ 'a.要点.md': DRAFT, 'a.审稿.json': notes });
    const { code, stderr } = await runInMemory(['export', 'a.要点.md', '-o', 'a.docx', '--notes'], files);
    assert.equal(code, 0);
    assert.match(stderr, /审稿意见 1 条写成了批注/);
    assert.match(strFromU8(unzipSync(files.read('a.docx'))['word/comments.xml'] as Uint8Array), /请核实/);
    await runInMemory(['export', 'a.要点.md', '-o', 'b.docx'], files);
    assert.ok(!('word/comments.xml' in unzipSync(files.read('b.docx'))));
    const page = await runInMemory(['export', 'a.要点.md', '-o', 'a.html', '--notes'], files);
    assert.deepEqual([page.code, files.kindOf('a.html')], [2, 'absent']);
    assert.match(page.stderr, /html 文件没有批注/);
    files.put('a.审稿.json', '<<<');
    const faulty = await runInMemory(['export', 'a.要点.md', '-o', 'c.docx', '--notes'], files);
    assert.deepEqual([faulty.code, files.kindOf('c.docx')], [2, 'absent']);
  });
});
