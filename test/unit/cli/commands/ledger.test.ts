import assert from 'node:assert/strict';
import { InMemoryFiles, runInMemory } from '../../../support/memory-io';

const DRAFT =
  '# 云溪县2026年教育工作要点\n\n一、重点任务\n\n1．扩学位。新增学位600个。〔牵头单位：县教育局；责任单位：各乡镇；完成时限：2026年8月底前〕\n';
const REGISTRY =
  '单位:\n  - 全称: 县教育局\n  - 全称: 清溪镇\n  - 全称: 云岭乡\n集合:\n  - 名称: 各乡镇\n    成员: [清溪镇, 云岭乡]\n';

describe('yaodian ledger', () => {
  it('writes the kind that is asked for in the format of the name', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': DRAFT });
    const { code } = await runInMemory(['ledger', 'a.要点.md', '--kind', '日历', '-o', 'a.ics'], files);
    assert.equal(code, 0);
    assert.match(files.textOf('a.ics'), /DTSTART;VALUE=DATE:20260831/);
    await runInMemory(['ledger', 'a.要点.md', '-o', 'a.html'], files);
    assert.match(files.textOf('a.html'), /责任分解表/);
  });

  it('writes a file a unit into a folder, collectives expanded by the registry', async () => {
    const files = new InMemoryFiles({
      'a.要点.md': DRAFT,
      '单位名录.yaml': REGISTRY,
      '清单/说明.txt': '',
    });
    const { code, stderr } = await runInMemory(
      ['ledger', 'a.要点.md', '--kind', '单位清单', '-o', '清单'],
      files,
    );
    assert.equal(code, 0, stderr);
    assert.deepEqual(files.written, [
      '清单/县教育局任务清单.xlsx',
      '清单/清溪镇任务清单.xlsx',
      '清单/云岭乡任务清单.xlsx',
    ]);
  });

  it('says which formats there are, and where there is no task', async () => {
    const files = new InMemoryFiles({ 'a.要点.md': DRAFT, 'b.要点.md': '# 空\n' });
    const wrong = await runInMemory(['ledger', 'a.要点.md', '--kind', '督办', '-o', 'a.docx'], files);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /督办不能写成 a\.docx.*\.xlsx/s);
    const empty = await runInMemory(['ledger', 'b.要点.md', '-o', 'b.xlsx'], files);
    assert.equal(empty.code, 2);
    assert.match(empty.stderr, /稿件里没有任务/);
  });
});
