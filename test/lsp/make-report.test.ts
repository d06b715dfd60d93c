import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { MAKE_REPORT, type ReportResult } from '../../server/src/protocol';
import { startServer } from '../support/lsp-client';

const GAP = '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。\n（三）规范收费。\n';

describe('yaodian/makeReport', () => {
  it('makes a page on the drafts of the workspace, as the editor has them, and compares it with the last', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), '要点-'));
    await mkdir(path.join(folder, '往年'));
    await writeFile(path.join(folder, '往年', '旧.要点.md'), GAP);
    await writeFile(path.join(folder, '新.要点.md'), GAP);
    await writeFile(path.join(folder, '笔记.md'), '# 笔记\n');
    const server = await startServer({ workspace: folder });
    try {
      const first = await server.request<ReportResult>(MAKE_REPORT, { places: [] });
      assert.deepEqual([first.drafts, first.cancelled], [2, false]);
      assert.match(
        first.html,
        /<span lang="zh-CN">往年\/旧\.要点\.md<\/span><\/th>[^]*<span lang="zh-CN">新\.要点\.md<\/span><\/th>/u,
      );
      assert.match(
        first.html,
        /<td><span lang="zh-CN">第一部分（三）<\/span><br><small>第 5 行<\/small><\/td>/u,
      );
      assert.doesNotMatch(first.html, /笔记|class="change/u);
      const uri = pathToFileURL(path.join(folder, '新.要点.md')).href;
      server.open(uri, GAP.replace('（三）', '（二）'));
      const second = await server.request<ReportResult>(MAKE_REPORT, { places: [], last: first.html });
      assert.match(second.html, /<span>错误<\/span><b>1<\/b><small class="change better">（−1）/u);
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  });

  it('answers for a place without drafts', async () => {
    const server = await startServer();
    try {
      const result = await server.request<ReportResult>(MAKE_REPORT, {
        places: ['file:///没有/这里'],
        last: '别的',
      });
      assert.equal(result.drafts, 0);
      assert.match(result.html, /没有检查到要点稿/u);
    } finally {
      await server.stop();
    }
  });
});
