import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ACCEPT_FINDINGS, type AcceptFindingsResult } from '../../server/src/protocol';
import { startServer, type TestServer } from '../support/lsp-client';

const OLD = '# 2026年政务公开工作要点\n\n一、重点任务\n\n（一）办好热线\n\n（三）办好网站\n';
const ONLY_GAP = '检查:\n  全部: 关闭\n  numbering/gap: 错误\n';

describe('Accepting the findings of old drafts', () => {
  let folder: string;
  let server: TestServer;
  const at = (name: string): string => path.join(folder, name);
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'yaodian-accept-'));
    await writeFile(at('.yaodian.yaml'), ONLY_GAP);
    await writeFile(at('旧稿.要点.md'), OLD);
    await writeFile(at('另一份.要点.md'), OLD);
    server = await startServer({ workspace: folder });
  });
  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it('writes a baseline beside the configuration, names it there, and shows only what is new', async () => {
    const uri = pathToFileURL(at('旧稿.要点.md')).href;
    server.open(uri, OLD);
    const before = await server.diagnostics(uri);
    assert.deepEqual(
      before.diagnostics.map(({ code }) => code),
      ['numbering/gap'],
    );
    const result = await server.request<AcceptFindingsResult>(ACCEPT_FINDINGS, { places: [uri] });
    assert.deepEqual(result, {
      files: [pathToFileURL(at('基线.json')).href],
      drafts: 1,
      accepted: 1,
      added: 1,
      removed: 0,
      cancelled: false,
    });
    assert.equal(await readFile(at('.yaodian.yaml'), 'utf8'), `${ONLY_GAP}基线: 基线.json\n`);
    await server.until(uri, (codes) => codes.length === 0);
    const version = server.change(uri, { text: `${OLD}\n（六）办好公报\n` });
    const after = await server.diagnostics(uri, version);
    assert.deepEqual(
      after.diagnostics.map(({ range }) => range.start.line),
      [8],
    );
  });

  it('takes the drafts of the whole workspace, and counts what was accepted before', async () => {
    const places = [pathToFileURL(folder).href];
    const result = await server.request<AcceptFindingsResult>(ACCEPT_FINDINGS, { places });
    assert.ok(!('problem' in result));
    assert.deepEqual([result.drafts, result.accepted, result.added], [2, 3, 2]);
    const { files } = JSON.parse(await readFile(at('基线.json'), 'utf8')) as { files: object };
    assert.deepEqual(Object.keys(files).sort(), ['另一份.要点.md', '旧稿.要点.md']);
  });

  it('forgets what was put right since: should it come back, it is told again', async () => {
    const uri = pathToFileURL(at('旧稿.要点.md')).href;
    server.change(uri, { text: OLD.replace('（三）', '（二）') });
    const result = await server.request<AcceptFindingsResult>(ACCEPT_FINDINGS, { places: [uri] });
    assert.ok(!('problem' in result));
    assert.deepEqual([result.accepted, result.added, result.removed], [1, 0, 2]);
    const { files } = JSON.parse(await readFile(at('基线.json'), 'utf8')) as { files: object };
    assert.deepEqual(Object.keys(files), ['另一份.要点.md']);
    const { diagnostics } = await server.diagnostics(uri, server.change(uri, { text: OLD }));
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['numbering/gap'],
    );
  });

  it('leaves a file alone that is no baseline', async () => {
    await writeFile(at('基线.json'), '{"mine": true}');
    const result = await server.request(ACCEPT_FINDINGS, { places: [pathToFileURL(folder).href] });
    assert.deepEqual(result, {
      problem: '基线.json 不能用作基线：不是基线文件（应有 "version": 1 和 "files"）',
    });
    assert.equal(await readFile(at('基线.json'), 'utf8'), '{"mine": true}');
  });
});

describe('What two windows accept at once', () => {
  it('is kept of every draft', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'yaodian-accept-'));
    const at = (name: string): string => path.join(folder, name);
    await writeFile(at('.yaodian.yaml'), ONLY_GAP);
    const server = await startServer({ workspace: folder });
    const ours = Array.from({ length: 8 }, (_, i) => `同时${i}.要点.md`);
    const uris = ours.map((name) => pathToFileURL(at(name)).href);
    for (const name of ours) await writeFile(at(name), OLD);
    const other = await startServer({ workspace: folder });
    await Promise.all(
      uris.map((uri, i) => (i % 2 === 0 ? server : other).request(ACCEPT_FINDINGS, { places: [uri] })),
    );
    await Promise.all([server.stop(), other.stop()]);
    const { files } = JSON.parse(await readFile(at('基线.json'), 'utf8')) as { files: object };
    assert.deepEqual(
      ours.filter((name) => !(name in files)),
      [],
    );
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.endsWith('.lock')),
      [],
    );
    assert.equal(await readFile(at('.yaodian.yaml'), 'utf8'), `${ONLY_GAP}基线: 基线.json\n`);
    await rm(folder, { recursive: true });
  });
});
