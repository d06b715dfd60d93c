import assert from 'node:assert/strict';
import { encodeText } from '../../../../server/src/importers/encode-text';
import { INVENTED_DRAFT } from '../../../support/invented-draft';
import { InMemoryFiles, runInMemory } from '../../../support/memory-io';

const files = new InMemoryFiles({ 'a.要点.md': INVENTED_DRAFT });

describe('outline', () => {
  it('prints exactly the fields of the contract as JSON', async () => {
    const { code, stdout } = await runInMemory(['outline', 'a.要点.md', '--format', 'json'], files);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      title: '云溪县2026年政务公开工作要点',
      notice: {
        title: '云溪县人民政府办公室关于印发《云溪县2026年政务公开工作要点》的通知',
        issuer: '云溪县人民政府办公室',
        docNumber: null,
        addressees: '各乡镇人民政府、街道办事处，县政府各部门',
        signature: '云溪县人民政府办公室',
        date: '2026-02-10',
        note: '（此件公开发布）',
        cc: [],
        printer: '云溪县人民政府办公室',
        printDate: '2026-02-10',
      },
      outline: [
        { level: 1, marker: '一、', number: 1, title: '总体要求', line: 13 },
        { level: 1, marker: '二、', number: 2, title: '重点任务', line: 15 },
        { level: 2, marker: '（一）', number: 1, title: '推进决策公开', line: 16 },
        { level: 3, marker: '1．', number: 1, title: '公开重大决策目录', line: 17 },
        { level: 3, marker: '2．', number: 2, title: '办好政民互动', line: 18 },
        { level: 2, marker: '（二）', number: 2, title: '强化平台建设', line: 19 },
        { level: 3, marker: '3．', number: 3, title: '整合政务新媒体', line: 20 },
      ],
      attachmentsListed: [{ number: 1, title: '重点任务责任分解表' }],
      attachments: [{ number: 1, title: '重点任务责任分解表', line: 26 }],
    });
  });

  it('calls a notice that states the tasks itself by its own title', async () => {
    const lines = ['云溪县防指关于做好2026年防汛工作的通知', '各乡镇人民政府：', '现就有关事项通知如下。'];
    const stdin = [...lines, '一、排查隐患。清淤5条河道。', '云溪县防指', '2026年3月1日'].join('\n');
    const { stdout } = await runInMemory(['outline', '-', '--format', 'json'], files, { stdin });
    const { title, notice } = JSON.parse(stdout) as { title: string; notice: { title: string } };
    assert.deepEqual([title, notice.title], [lines[0], lines[0]]);
  });

  it('has null for everything an empty file does not say', async () => {
    const { code, stdout } = await runInMemory(['outline', '-', '--format', 'json'], files, { stdin: '' });
    assert.equal(code, 0);
    const keys = [
      'title',
      'issuer',
      'docNumber',
      'addressees',
      'signature',
      'date',
      'note',
      'printer',
      'printDate',
    ];
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      title: null,
      notice: { ...Object.fromEntries(keys.map((key) => [key, null])), cc: [] },
      outline: [],
      attachmentsListed: [],
      attachments: [],
    });
  });

  it('indents the text by level, with lines to go to', async () => {
    const { stdout } = await runInMemory(['outline', 'a.要点.md'], files);
    assert.match(stdout, /^云溪县2026年政务公开工作要点\n {2}通知标题：/u);
    assert.match(
      stdout,
      /^二、重点任务 {2}（第 15 行）\n {2}（一）推进决策公开 {2}（第 16 行）\n {4}1．公开/mu,
    );
    assert.match(stdout, /^附件1 重点任务责任分解表/mu);
  });

  it('reads the same from standard input in GB18030', async () => {
    const expected = await runInMemory(['outline', 'a.要点.md', '--format', 'json'], files);
    const stdin = encodeText(INVENTED_DRAFT, 'gb18030', false);
    assert.deepEqual(await runInMemory(['outline', '-', '--format', 'json'], files, { stdin }), expected);
  });

  it('names the place of bytes that mean nothing, still shows the rest, and fails', async () => {
    const broken = Uint8Array.from([...new TextEncoder().encode('一、总体要求\n二、'), 0xff, 0x0a]);
    const { code, stdout, stderr } = await runInMemory(
      ['outline', 'x.txt'],
      new InMemoryFiles({ 'x.txt': broken }),
    );
    assert.equal(code, 2);
    assert.match(stdout, /一、总体要求/u);
    assert.match(stderr, /^警告：x\.txt:2:3 字节 0xFF/u);
  });

  const failures: readonly (readonly [string, RegExp])[] = [
    ['无.md', /找不到 无\.md/u],
    ['folder', /这是文件夹/u],
    ['word.docx', /word\.docx 是压缩格式的文件.*\n.*yaodian import/u],
  ];
  for (const [path, expected] of failures) {
    it(`says what is wrong with ${path} and what to do`, async () => {
      const docx = Uint8Array.from([0x50, 0x4b, 3, 4]);
      const some = new InMemoryFiles({ 'folder/a.md': '', 'word.docx': docx });
      const { code, stdout, stderr } = await runInMemory(['outline', path], some);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, expected);
    });
  }

  it('counts the chapters of the configuration among the framing ones', async () => {
    const some = new InMemoryFiles({
      'x/a.md': '2026年工作要点\n一、形势分析\n（一）开展摸底\n二、任务\n（一）修路3公里\n',
      '.yaodian.yaml': '框架章节: [形势分析]\n',
    });
    const { stdout } = await runInMemory(['tasks', 'x/a.md', '--format', 'json'], some);
    const { tasks } = JSON.parse(stdout) as { tasks: { title: string }[] };
    assert.deepEqual(
      tasks.map(({ title }) => title),
      ['修路3公里'],
    );
  });
});
