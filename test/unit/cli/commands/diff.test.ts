import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import { DEFAULT_PROFILE } from '../../../../server/src/exporters/document/profile';
import { writeDocx } from '../../../../server/src/exporters/docx/write-docx';
import { ImportError } from '../../../../server/src/importers/import-error';
import { INVENTED_DRAFT } from '../../../support/invented-draft';
import { InMemoryFiles, runInMemory } from '../../../support/memory-io';
import { paragraphsAfter } from '../../../support/tracked-changes';

const EDITED = INVENTED_DRAFT.replace('公开率达到100%', '公开率达到98%')
  .replace('责任单位：县财政局', '责任单位：县教育局')
  .replace(/2．办好.*\n/, '')
  .replace('3．整合政务新媒体。', '2．整合政务新媒体。')
  .replace(
    '\n附件：1．',
    '3．公开惠民政策。编印政策手册。〔责任单位：县民政局；完成时限：2026年5月底前〕\n\n附件：1．',
  );

const LAST_YEAR = EDITED.replaceAll('2026年', '2025年');

const drafts = (): InMemoryFiles =>
  new InMemoryFiles({ 'old.要点.md': INVENTED_DRAFT, 'new.要点.md': EDITED });

describe('diff', () => {
  it('prints exactly the fields of the contract as JSON', async () => {
    const { code, stdout } = await runInMemory(
      ['diff', 'old.要点.md', 'new.要点.md', '--format', 'json'],
      drafts(),
    );
    assert.equal(code, 0);
    const task = { number: 1, title: '公开重大决策目录', line: 17 };
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      added: [{ number: 3, title: '公开惠民政策', line: 20 }],
      dropped: [{ number: 2, title: '办好政民互动', line: 18 }],
      moved: [],
      changed: [
        {
          old: task,
          new: task,
          fields: {
            targets: { from: ['公开率达到100%'], to: ['公开率达到98%'] },
            units: { from: ['县司法局', '县财政局'], to: ['县司法局', '县教育局'] },
          },
        },
      ],
      splits: [],
      merges: [],
    });
  });

  it('tells people in Chinese what changed, with places that a terminal links', async () => {
    const { stdout } = await runInMemory(['diff', 'old.要点.md', 'new.要点.md'], drafts());
    assert.match(
      stdout,
      /^原稿：云溪县2026年政务公开工作要点（3 项任务）\n新稿：.*（3 项任务）\n新增 1 项，删去 1 项，内容有变 1 项，只有序号变化 1 项。\n/,
    );
    assert.match(stdout, /删去的任务（1 项）\n {2}- 2．办好政民互动　.*old\.要点\.md:18\n/);
    assert.match(stdout, /目标：公开率达到\[-100%-\]\{\+98%\+\}\n/);
    assert.match(stdout, /责任单位：县司法局、\[-县财政局-\]\{\+县教育局\+\}\n/);
  });

  it('speaks of last year where the old plan is of last year, and sets aside what only rolled over', async () => {
    const files = new InMemoryFiles({ 'old.md': LAST_YEAR, 'new.md': INVENTED_DRAFT });
    const { stdout } = await runInMemory(['diff', 'old.md', 'new.md', '--format', 'md'], files);
    assert.match(stdout, /## 上年未延续的任务（1 项）\n\n- \*\*3．公开惠民政策\*\*/);
    assert.doesNotMatch(stdout, /2025年6月底前.*\n.*责任单位（泛称）/);
    assert.match(stdout, /完成时限（随年度顺延）：<del>2025年6月底前<\/del><ins>2026年6月底前<\/ins>/);
  });

  it('lists the tasks of which only the year of the deadline changed by themselves', async () => {
    const files = new InMemoryFiles({
      'old.md': INVENTED_DRAFT.replaceAll('2026年', '2025年'),
      'new.md': INVENTED_DRAFT,
    });
    const { stdout } = await runInMemory(['diff', 'old.md', 'new.md'], files);
    assert.match(stdout, /只有完成时限随年度顺延的任务（2 项）/);
    assert.doesNotMatch(stdout, /内容有变的任务/);
    const json = await runInMemory(['diff', 'old.md', 'new.md', '--format', 'json'], files);
    assert.equal(JSON.parse(json.stdout).changed[0].rolledOver, true);
  });

  it('says so where nothing changed', async () => {
    const files = new InMemoryFiles({ 'a.md': INVENTED_DRAFT });
    const { code, stdout } = await runInMemory(['diff', 'a.md', 'a.md', '--exit-code'], files);
    assert.equal(code, 0);
    assert.match(stdout, /任务没有增删、移动，内容没有变化。/);
  });

  it('ends with 1 where tasks differ, for those who ask', async () => {
    assert.equal(
      (await runInMemory(['diff', 'old.要点.md', 'new.要点.md', '--exit-code'], drafts())).code,
      1,
    );
    assert.equal((await runInMemory(['diff', 'old.要点.md', 'new.要点.md'], drafts())).code, 0);
  });

  it('writes a page without script that escapes what the drafts say', async () => {
    const files = new InMemoryFiles({
      'a.md': INVENTED_DRAFT,
      'b.md': EDITED.replace('公开惠民政策', '公开<b>政策'),
    });
    await runInMemory(['diff', 'a.md', 'b.md', '-o', '比较.html'], files);
    const page = files.textOf('比较.html');
    assert.match(page, /default-src 'none'/);
    assert.match(page, /公开&lt;b&gt;政策/);
    assert.match(page, /<del>100%<\/del><ins>98%<\/ins>/);
    assert.doesNotMatch(page, /<script/);
  });

  it('writes a Word file with tracked changes by the author named', async () => {
    const files = drafts();
    await runInMemory(['diff', 'old.要点.md', 'new.要点.md', '-o', '花脸稿.docx', '--author', '张三'], files);
    const docx = files.read('花脸稿.docx');
    assert.ok(paragraphsAfter('accept', docx).some((text) => text.includes('3．公开惠民政策')));
    assert.ok(paragraphsAfter('reject', docx).some((text) => text.includes('2．办好政民互动')));
  });

  it('compares Word files and published text as well', async () => {
    const docx = await writeDocx(planDocument(readDraft(INVENTED_DRAFT), DEFAULT_PROFILE));
    const files = new InMemoryFiles({ 'old.docx': docx, 'new.txt': EDITED });
    const { code, stdout } = await runInMemory(['diff', 'old.docx', 'new.txt', '--format', 'json'], files);
    assert.equal(code, 0);
    const { added, dropped } = JSON.parse(stdout) as Record<string, { title: string }[]>;
    assert.deepEqual([added?.[0]?.title, dropped?.[0]?.title], ['公开惠民政策', '办好政民互动']);
  });

  const revisions = {
    readRevision: ({ revision, path }: { revision: string; path: string }) => {
      if (revision !== 'HEAD~1' || path !== '/work/new.要点.md')
        throw new ImportError('没有这个版本', '请核对。');
      return Promise.resolve(new TextEncoder().encode(INVENTED_DRAFT));
    },
  };

  for (const argv of [
    ['diff', '--rev', 'HEAD~1', 'new.要点.md'],
    ['diff', 'HEAD~1:new.要点.md', 'new.要点.md'],
  ]) {
    it(`compares with a git revision: ${argv.join(' ')}`, async () => {
      const { code, stdout } = await runInMemory(argv, drafts(), { io: revisions });
      assert.equal(code, 0);
      assert.match(stdout, /HEAD~1:new\.要点\.md:18/);
    });
  }

  it('says what git says, in Chinese, with 2', async () => {
    const { code, stderr } = await runInMemory(['diff', '--rev', 'HEAD', 'new.要点.md'], drafts(), {
      io: revisions,
    });
    assert.equal(code, 2);
    assert.equal(stderr, '错误：没有读取 HEAD:new.要点.md：没有这个版本\n  办法：请核对。\n');
  });

  it('takes a file for a file though its name has a colon', async () => {
    const files = new InMemoryFiles({ '上午10:30.md': INVENTED_DRAFT });
    assert.equal((await runInMemory(['diff', '上午10:30.md', '上午10:30.md'], files)).code, 0);
  });

  it('asks for both drafts, or for one and a revision', async () => {
    const one = await runInMemory(['diff', 'old.要点.md'], drafts());
    assert.equal(one.code, 2);
    assert.match(one.stderr, /缺少新稿/);
    const both = await runInMemory(['diff', '--rev', 'HEAD', 'old.要点.md', 'new.要点.md'], drafts());
    assert.match(both.stderr, /只写一个文件/);
  });

  it('never overwrites a draft it compares', async () => {
    const argv = ['diff', 'old.要点.md', 'new.要点.md', '--format', 'md', '-o', 'new.要点.md', '--force'];
    assert.equal((await runInMemory(argv, drafts())).code, 2);
  });
});
