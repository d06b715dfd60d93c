import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServer, type TestServer } from '../support/lsp-client';

const GAP = '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。\n（三）规范收费。\n';
const OFF = { 检查: { 'numbering/gap': 'off' } };

/** Waits until the latest diagnostics of a document have as many gaps. */
async function gaps(server: TestServer, uri: string, expected: number): Promise<void> {
  await server.until(uri, (codes) => codes.filter((code) => code === 'numbering/gap').length === expected);
}

describe('Settings', () => {
  it('are asked for, and asked for again when they change', async () => {
    const server = await startServer({ configuration: { yaodian: {} } });
    try {
      const uri = server.open('设.要点.md', GAP);
      await server.diagnostics(uri);
      await gaps(server, uri, 1);
      assert.ok(server.registrations.some(({ method }) => method === 'workspace/didChangeConfiguration'));
      server.configuration = { yaodian: OFF };
      await server.notify('workspace/didChangeConfiguration', { settings: null });
      await gaps(server, uri, 0);
    } finally {
      await server.stop();
    }
  });

  it('are taken from the options and notifications of a client that cannot be asked', async () => {
    const server = await startServer({ capabilities: {}, initializationOptions: { settings: OFF } });
    try {
      const uri = server.open('设.要点.md', GAP);
      await server.diagnostics(uri);
      await gaps(server, uri, 0);
      assert.deepEqual(server.registrations, []);
      await server.notify('workspace/didChangeConfiguration', { settings: { yaodian: {} } });
      await gaps(server, uri, 1);
    } finally {
      await server.stop();
    }
  });

  it('that make no sense are passed over', async () => {
    for (const settings of [null, 7, 'x', [], { 检查: 'x', 单位名录: 3, 问题上限: 'viele' }]) {
      const server = await startServer({ configuration: { yaodian: settings } });
      try {
        const uri = server.open('设.要点.md', GAP);
        await server.diagnostics(uri);
        await gaps(server, uri, 1);
      } finally {
        await server.stop();
      }
    }
  });

  it('limit how much is shown, and that is said', async () => {
    const server = await startServer({ configuration: { yaodian: { 问题上限: 1 } } });
    try {
      const uri = server.open('多.要点.md', `${GAP}（六）做好督导。\n（九）加强宣传。\n`);
      const { diagnostics } = await server.diagnostics(uri);
      assert.equal(diagnostics.length, 2);
      assert.match(diagnostics[0]?.message ?? '', /共发现\d+处问题，这里只列出1处/);
    } finally {
      await server.stop();
    }
  });
});

describe('.yaodian.yaml', () => {
  let folder: string;
  let server: TestServer;
  const file = () => path.join(folder, '.yaodian.yaml');
  const changed = () =>
    server.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(file()).href, type: 2 }],
    });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), '要点-'));
    await writeFile(file(), '检查:\n  numbering/gap: 关闭\n');
    server = await startServer({ workspace: folder });
  });
  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it('takes effect, and does again when it changes or goes', async () => {
    const uri = server.open('稿.要点.md', GAP);
    await server.diagnostics(uri);
    await gaps(server, uri, 0);
    assert.ok(server.registrations.some(({ method }) => method === 'workspace/didChangeWatchedFiles'));
    await writeFile(file(), '检查:\n  numbering/gap: 提示\n');
    await changed();
    await gaps(server, uri, 1);
    const hint = server.published.findLast((published) => published.uri === uri)?.diagnostics;
    assert.equal(hint?.find(({ code }) => code === 'numbering/gap')?.severity, 4);
    await writeFile(file(), '检查:\n  numbering/*: 关闭\n');
    await changed();
    await gaps(server, uri, 0);
    await rm(file());
    await changed();
    await gaps(server, uri, 1);
  });

  it('shows its own faults where they stand, until no draft uses it', async () => {
    await writeFile(file(), '检查:\n  numbering/gap: 关掉\n');
    const uri = server.open('稿.要点.md', GAP);
    const config = pathToFileURL(file()).href;
    assert.deepEqual(await server.until(config, () => true), ['配置']);
    const problems = server.published.findLast((published) => published.uri === config)?.diagnostics;
    assert.deepEqual(problems?.[0]?.range, {
      start: { line: 1, character: 17 },
      end: { line: 1, character: 19 },
    });
    server.close(uri);
    await server.until(config, (codes) => codes.length === 0);
  });

  it('gives way to the draft itself', async () => {
    const uri = server.open('稿.要点.md', `---\n检查:\n  numbering/gap: 错误\n---\n${GAP}`);
    await server.diagnostics(uri);
    await gaps(server, uri, 1);
  });
});

describe('A registry', () => {
  it('that a draft names is read, watched, and missed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), '要点-'));
    const server = await startServer({ workspace: folder });
    try {
      const uri = server.open(
        '稿.要点.md',
        '---\n单位名录: 名录.yaml\n---\n云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。〔责任单位：县教育据〕\n',
      );
      await server.until(uri, (codes) => codes.includes('单位名录'));
      const file = path.join(folder, '名录.yaml');
      await writeFile(file, '单位:\n  - 全称: 云溪县教育局\n    简称: [县教育局]\n');
      await server.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: pathToFileURL(file).href, type: 1 }],
      });
      await server.until(uri, (codes) => codes.includes('unit/unknown') && !codes.includes('单位名录'));
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  });

  it('of the usual name is taken where nobody names one', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), '要点-'));
    await writeFile(path.join(folder, '单位名录.yaml'), '单位:\n  - 全称: 云溪县教育局\n');
    const server = await startServer({ workspace: folder });
    try {
      const text = '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。〔责任单位：县教育据〕\n';
      const uri = server.open(path.join('教育', '稿.要点.md'), text);
      await server.until(uri, (codes) => codes.includes('unit/unknown'));
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  });
});
