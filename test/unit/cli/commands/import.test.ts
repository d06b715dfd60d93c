import assert from 'node:assert/strict';
import { encodeText } from '../../../../server/src/importers/encode-text';
import { ImportError } from '../../../../server/src/importers/import-error';
import type { Note } from '../../../../server/src/review/notes/note';
import { parseNotes } from '../../../../server/src/review/notes/notes-file';
import { docxPackage, paragraph, run } from '../../../support/docx-package';
import { InMemoryFiles, runInMemory } from '../../../support/memory-io';

const SOURCE = '首页 > 政务公开\n云溪县2026年教育工作要点\n一、重点任务\n加快发展。\n';
const DRAFT =
  '---\n文种: 工作要点\n年度: 2026\n---\n\n# 云溪县2026年教育工作要点\n\n## 一、重点任务\n\n加快发展。\n';
const DOCX = docxPackage({
  body: paragraph('云溪县2026年教育工作要点') + paragraph('一、重点任务') + paragraph('加快发展。'),
});

const COMMENTED = docxPackage({
  body:
    paragraph('云溪县2026年教育工作要点') +
    paragraph('一、重点任务') +
    `<w:p><w:commentRangeStart w:id="0"/>${run('加快发展')}<w:commentRangeEnd w:id="0"/>${run('。')}</w:p>`,
  comments: `<w:comment w:id="0" w:author="张科长">${paragraph('写明时间')}</w:comment>`,
});

describe('yaodian import', () => {
  it('writes a draft and its report beside the source', async () => {
    const files = new InMemoryFiles({ '稿/去年.txt': SOURCE });
    const { code, stdout, stderr } = await runInMemory(['import', '稿/去年.txt'], files);
    assert.deepEqual([code, stdout], [0, '']);
    assert.equal(files.textOf('稿/去年.要点.md'), DRAFT);
    assert.match(files.textOf('稿/去年.导入报告.md'), /第 1 行　文件之外的文字：`首页 > 政务公开`/);
    assert.match(stderr, /已导入 稿\/去年\.txt → 稿\/去年\.要点\.md：1 行没有收进/);
  });

  for (const encoding of ['utf-8', 'utf-16le', 'gb18030'] as const) {
    it(`reads ${encoding}`, async () => {
      const files = new InMemoryFiles({ 'a.txt': encodeText(SOURCE, encoding, encoding === 'utf-16le') });
      const { stdout } = await runInMemory(['import', 'a.txt', '-o', '-'], files);
      assert.equal(stdout, DRAFT);
      assert.deepEqual(files.written, []);
    });
  }

  it('reads Word documents, whatever they are called', async () => {
    const files = new InMemoryFiles({ 'a.docx': DOCX, 'b.doc2': DOCX });
    for (const name of ['a.docx', 'b.doc2'])
      assert.equal((await runInMemory(['import', name, '-o', '-'], files)).stdout, DRAFT);
  });

  it('reads standard input', async () => {
    const { stdout } = await runInMemory(['import', '-'], new InMemoryFiles(), { stdin: SOURCE });
    assert.equal(stdout, DRAFT);
  });

  it('overwrites neither draft nor report unless told to', async () => {
    for (const there of ['新.要点.md', '新.导入报告.md']) {
      const files = new InMemoryFiles({ 'a.txt': SOURCE, [there]: '旧' });
      const { code, stderr } = await runInMemory(['import', 'a.txt', '-o', '新.要点.md'], files);
      assert.equal(code, 2);
      assert.match(stderr, /文件已存在，没有覆盖/);
      assert.deepEqual(files.written, []);
      assert.equal((await runInMemory(['import', 'a.txt', '-o', '新.要点.md', '--force'], files)).code, 0);
      assert.equal(files.textOf('新.要点.md'), DRAFT);
    }
  });

  it('imports several files into a folder, and the rest where one fails', async () => {
    const files = new InMemoryFiles({ 'a.txt': SOURCE, 'b.pdf': '%PDF-1.7\n', 'c.docx': DOCX, '稿/x': '' });
    const { code, stderr } = await runInMemory(['import', 'a.txt', 'b.pdf', 'c.docx', '-o', '稿'], files);
    assert.equal(code, 2);
    assert.match(stderr, /没有导入 b\.pdf：不能导入 PDF/);
    assert.equal(files.textOf('稿/a.要点.md'), DRAFT);
    assert.equal(files.textOf('稿/c.要点.md'), DRAFT);
  });

  it('does not write two sources into one draft', async () => {
    const files = new InMemoryFiles({ 'a.txt': SOURCE, '一/a.txt': SOURCE, '稿/x': '' });
    const single = await runInMemory(['import', 'a.txt', '一/a.txt', '-o', '新.要点.md'], files);
    assert.match(single.stderr, /几个文件不能写到一个文件/);
    const same = await runInMemory(['import', 'a.txt', '一/a.txt', '-o', '稿/'], files);
    assert.match(same.stderr, /都要写到/);
    assert.deepEqual(files.written, []);
  });

  it('has old formats converted, and says what to do where nothing can', async () => {
    const files = new InMemoryFiles({ 'a.wps': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1) });
    const without = await runInMemory(['import', 'a.wps'], files);
    assert.match(without.stderr, /另存为 \.docx/);
    const office = (bytes: Uint8Array, extension: string): Promise<Uint8Array> => {
      assert.deepEqual([bytes.length, extension], [5, 'wps']);
      return Promise.resolve(DOCX);
    };
    const { stdout } = await runInMemory(['import', 'a.wps', '-o', '-'], files, { io: { office } });
    assert.equal(stdout, DRAFT);
    const failing = (): Promise<Uint8Array> => Promise.reject(new ImportError('没有转换成功', '请另存。'));
    const failed = await runInMemory(['import', 'a.wps'], files, { io: { office: failing } });
    assert.deepEqual(
      [failed.code, failed.stderr],
      [2, '错误：没有导入 a.wps：没有转换成功\n  办法：请另存。\n'],
    );
  });

  it('writes the comments of a Word document as notes beside the draft, and says so', async () => {
    const files = new InMemoryFiles({ 'a.docx': COMMENTED });
    const { code, stderr } = await runInMemory(['import', 'a.docx'], files);
    assert.equal(code, 0);
    assert.match(stderr, /批注收进 a\.审稿\.json：新增 1 条/);
    const [note] = notesIn(files, 'a.审稿.json');
    assert.deepEqual([note?.author, note?.text, note?.anchor.quote], ['张科长', '写明时间', '加快发展']);
  });

  it('puts them beside the notes there are, into a draft that is there, once', async () => {
    const notes = `{"version":1,"notes":{"n1":{"author":"李审","date":"2026-03-01T08:00:00Z","state":"open","text":"请核实","anchor":{"quote":"发展"}}}}`;
    const files = new InMemoryFiles({ 'a.docx': COMMENTED, '稿/b.要点.md': DRAFT, '稿/b.审稿.json': notes });
    const call = ['import', 'a.docx', '--notes-into', '稿/b.要点.md'];
    assert.match((await runInMemory(call, files)).stderr, /批注收进 稿\/b\.审稿\.json：新增 1 条/);
    assert.deepEqual(
      notesIn(files, '稿/b.审稿.json')
        .map(({ text }) => text)
        .sort(),
      ['写明时间', '请核实'],
    );
    assert.match((await runInMemory(call, files)).stderr, /批注都已经在 稿\/b\.审稿\.json 里/);
    assert.deepEqual(files.written, ['稿/b.审稿.json']);
    const imported = await runInMemory(['import', 'a.docx', '-o', '新.要点.md', '--notes-into', 'x'], files);
    assert.equal(imported.code, 2);
  });

  it('writes nothing where notes are there that cannot be read', async () => {
    const files = new InMemoryFiles({ 'a.docx': COMMENTED, 'a.审稿.json': '<<<' });
    const { code, stderr } = await runInMemory(['import', 'a.docx', '--force'], files);
    assert.equal(code, 2);
    assert.match(stderr, /审稿意见文件 a\.审稿\.json 不是 JSON/);
    assert.deepEqual(files.written, []);
  });
});

function notesIn(files: InMemoryFiles, path: string): Note[] {
  const notes = parseNotes(files.textOf(path));
  assert.ok(!('problem' in notes));
  return [...notes.values()];
}
