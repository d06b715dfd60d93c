import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { InMemoryFiles, runInMemory } from '../../../support/memory-io';

const LAST_YEAR = `---
文种: 工作要点
发文字号: 云溪教发〔2025〕7号
单位名录: ../单位名录.yaml
---

# 2025年云溪县教育工作要点

一、重点任务

（一）增加学位。新增学位600个。〔责任单位：县教育局；完成时限：2025年8月底前〕
`;
const files = (): InMemoryFiles => new InMemoryFiles({ '往年/2025.要点.md': LAST_YEAR, 'a.要点.md': 'old' });

describe('yaodian new', () => {
  it('writes a blank draft of the kind, year, issuer and subject named', async () => {
    const asked = ['--kind', 'division', '--year', '2027', '--issuer', '云溪县人民政府', '--subject', '防汛'];
    const { code, stdout } = await runInMemory(['new', ...asked], files());
    assert.equal(code, 0);
    const { title, notice } = readDraft(stdout);
    assert.equal(title?.value, '2027年防汛重点工作责任分工方案');
    assert.equal(notice.issuer?.value, '云溪县人民政府');
  });

  it('takes last year’s draft over, finds its registry from the new place and says what was done', async () => {
    const disk = files();
    const { code, stderr } = await runInMemory(['new', '往年/2025.要点.md', '-o', '2026.要点.md'], disk);
    assert.equal(code, 0);
    const text = disk.textOf('2026.要点.md');
    assert.match(text, /^# 2026年云溪县教育工作要点$/m);
    assert.match(text, /^发文字号: 云溪教发〔2026〕××号$/m);
    assert.match(text, /^单位名录: 单位名录\.yaml$/m);
    assert.match(text, /完成时限：2026年××月底前〕/);
    assert.match(
      stderr,
      /已沿用 2025\.要点\.md：1 处年份改为2026年，1 处完成时限待重新确定，0 处年份待核实。/,
    );
    assert.match(stderr, /1 处目标照旧，请逐项核定。/);
  });

  it('takes over a published text as an import would read it', async () => {
    const disk = new InMemoryFiles({
      'a.txt': '首页 > 公开\n云溪县2025年教育工作要点\n一、任务\n加快发展。\n',
    });
    const { stdout } = await runInMemory(['new', 'a.txt', '--year', '2028'], disk);
    assert.match(stdout, /^---\n文种: 工作要点\n[^]*\n# 云溪县2028年教育工作要点\n/);
    assert.doesNotMatch(stdout, /首页/);
  });

  it('overwrites nothing', async () => {
    const disk = files();
    for (const output of ['a.要点.md', '往年/2025.要点.md']) {
      const { code } = await runInMemory(['new', '往年/2025.要点.md', '-o', output], disk);
      assert.equal(code, 2, output);
    }
    assert.deepEqual(disk.written, []);
  });

  it('says what is missing', async () => {
    const lacking: readonly (readonly [readonly string[], RegExp])[] = [
      [['new'], /没有写明新稿的年度/],
      [['new', '--year', '27'], /年份“27”不对/],
      [['new', '往年/2025.要点.md', '--year', '2025'], /不能沿用为2025年/],
      [['new', 'a.要点.md'], /看不出上年稿件是哪一年的/],
    ];
    for (const [argv, message] of lacking) {
      const { code, stderr } = await runInMemory(argv, files());
      assert.equal(code, 2);
      assert.match(stderr, message);
    }
  });
});
