import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHECK_WORKSPACE, type CheckWorkspaceResult } from '../../server/src/protocol';
import { CancellationTokenSource, WorkDoneProgress } from 'vscode-languageserver/node';
import { startServer } from '../support/lsp-client';

const GAP = '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。\n（三）规范收费。\n';

describe('yaodian/checkWorkspace', () => {
  it('checks the drafts of a folder, open or not, and shows what is found', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), '要点-'));
    await mkdir(path.join(folder, '往年'));
    await writeFile(path.join(folder, '往年', '旧.要点.md'), GAP);
    await writeFile(path.join(folder, '有文种.md'), `---\n文种: 工作要点\n---\n${GAP}`);
    await writeFile(path.join(folder, '笔记.md'), '# 笔记\n\n一、甲\n三、乙\n');
    const server = await startServer({ workspace: folder });
    try {
      const result = await server.request<CheckWorkspaceResult>(CHECK_WORKSPACE, {
        places: [pathToFileURL(folder).href],
      });
      assert.equal(result.drafts, 2);
      assert.equal(result.cancelled, false);
      assert.ok(result.findings.error >= 2);
      const old = pathToFileURL(path.join(folder, '往年', '旧.要点.md')).href;
      const published = server.published.findLast(({ uri }) => uri === old);
      assert.ok(published?.diagnostics.some(({ code }) => code === 'numbering/gap'));
      assert.equal(published?.version, undefined);
      assert.ok(!server.published.some(({ uri }) => uri.includes('%E7%AC%94%E8%AE%B0')));
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  });

  it('tells how far it is, and stops where it is when it is cancelled', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), '要点-'));
    for (let i = 0; i < 200; i++) await writeFile(path.join(folder, `稿${i}.要点.md`), GAP);
    const server = await startServer({ workspace: folder, patience: 30_000 });
    const cancel = new CancellationTokenSource();
    const told: string[] = [];
    server.connection.onProgress(WorkDoneProgress.type, '检查', (value) => {
      told.push(value.kind === 'begin' ? value.title : (value.message ?? ''));
      if (value.kind === 'report') cancel.cancel();
    });
    try {
      const params = { places: [pathToFileURL(folder).href], workDoneToken: '检查' };
      const result = await server.connection.sendRequest<CheckWorkspaceResult>(
        CHECK_WORKSPACE,
        params,
        cancel.token,
      );
      assert.deepEqual([result.cancelled, told[0], told[1]], [true, '检查稿件', '1/200']);
      assert.ok(result.drafts < 200, String(result.drafts));
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  });

  it('answers for places that are not there', async () => {
    const server = await startServer();
    try {
      const result = await server.request<CheckWorkspaceResult>(CHECK_WORKSPACE, {
        places: ['file:///没有/这里', 'vscode-vfs://甲/乙'],
      });
      assert.equal(result.drafts, 0);
    } finally {
      await server.stop();
    }
  });

  it('answers, and goes on serving, when the folder goes away while it is checked', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), '要点-'));
    for (let i = 0; i < 80; i++) await writeFile(path.join(folder, `稿${i}.要点.md`), GAP);
    const server = await startServer({ workspace: folder, patience: 30_000 });
    try {
      const checked = server.request<CheckWorkspaceResult>(CHECK_WORKSPACE, {
        places: [pathToFileURL(folder).href],
      });
      await rm(folder, { recursive: true });
      assert.ok((await checked).drafts <= 80);
      const uri = server.open('新稿.要点.md', GAP);
      const { diagnostics } = await server.diagnostics(uri);
      assert.ok(diagnostics.some(({ code }) => code === 'numbering/gap'));
      assert.equal(server.stderr, '');
    } finally {
      await server.stop();
    }
  });
});
