import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServer } from '../support/lsp-client';

const plan = (unit: string) =>
  `云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加公办学位。〔责任单位：${unit}〕\n`;

describe('Drafts of the workspace', () => {
  it('are compared, open or not, and findings point into the other one', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), '要点-'));
    const other = path.join(folder, '另一份.要点.md');
    await writeFile(other, plan('县财政局'));
    const server = await startServer({ workspace: folder });
    try {
      const uri = server.open('稿.要点.md', plan('县教育局'));
      await server.until(uri, (codes) => codes.includes('task/duplicate'));
      const finding = server.published
        .findLast((published) => published.uri === uri)
        ?.diagnostics.find(({ code }) => code === 'task/duplicate');
      assert.equal(finding?.relatedInformation?.[0]?.location.uri, pathToFileURL(other).href);
      assert.equal(finding.relatedInformation[0].location.range.start.line, 3);
      await writeFile(other, plan('县教育局'));
      const changes = [{ uri: pathToFileURL(other).href, type: 2 }];
      await server.notify('workspace/didChangeWatchedFiles', { changes });
      await server.until(uri, (codes) => !codes.includes('task/duplicate'));
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  });
});
