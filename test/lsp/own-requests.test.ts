import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer, type TestServer } from '../support/lsp-client';
import {
  DRAFT_OVERVIEW,
  EFFECTIVE_RULES,
  OVERVIEW_CHANGED,
  PLACE_CURSOR_COMMAND,
  RENUMBER_PREVIEW,
  type DraftOverview,
  type EffectiveRule,
  type RenumberPreview,
  WORKSPACE_DRAFTS,
  type WorkspaceDraft,
} from '../../server/src/protocol';

const TEXT =
  '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。〔牵头单位：县教育局〕\n（三）规范收费。结合第（三）项推进。\n';

describe('Requests of our own', () => {
  let server: TestServer;
  before(
    async () => (server = await startServer({ initializationOptions: { commands: [PLACE_CURSOR_COMMAND] } })),
  );
  after(() => server.stop());

  it('yaodian/draftOverview answers outline and tasks with their fields, states and ranges', async () => {
    const uri = server.open('总览.要点.md', TEXT);
    const overview = await server.request<DraftOverview>(DRAFT_OVERVIEW, { textDocument: { uri } });
    assert.equal(overview.version, 1);
    assert.equal(overview.year, 2026);
    assert.equal(overview.summary.tasks, 2);
    assert.deepEqual(
      overview.outline[0]?.children.map(({ label, task }) => [label, task]),
      [
        ['（一）增加学位', 0],
        ['（三）规范收费', 1],
      ],
    );
    const [task] = overview.tasks;
    assert.deepEqual(task?.path, ['一、重点任务']);
    assert.deepEqual(task?.leads, [
      { text: '县教育局', range: { start: { line: 3, character: 14 }, end: { line: 3, character: 18 } } },
    ]);
    assert.deepEqual(task?.complete, { target: false, unit: true, deadline: false });
  });

  it('yaodian/workspaceDrafts lists drafts that are not open too, and their overviews can be had', async () => {
    const workspace = await mkdtemp(path.join(tmpdir(), '要点-'));
    await writeFile(path.join(workspace, '去年.要点.md'), TEXT.replace('2026', '2025'));
    await writeFile(path.join(workspace, 'README.md'), '# 说明\n');
    const other = await startServer({ workspace });
    try {
      const open = other.open('今年.要点.md', TEXT);
      const drafts = await other.request<WorkspaceDraft[]>(WORKSPACE_DRAFTS, {});
      assert.deepEqual(
        drafts.map(({ title, summary }) => [title, summary.tasks]),
        [
          ['云溪县2026年教育工作要点', 2],
          ['云溪县2025年教育工作要点', 2],
        ],
      );
      const closed = drafts.find(({ uri }) => uri !== open);
      const textDocument = { uri: closed?.uri };
      const overview = await other.request<DraftOverview>(DRAFT_OVERVIEW, { textDocument });
      assert.deepEqual([overview.year, overview.tasks.length], [2025, 2]);
    } finally {
      await other.stop();
      await rm(workspace, { recursive: true });
    }
  });

  it('yaodian/overviewChanged comes with each version that was checked', async () => {
    const told: { uri: string; version: number }[] = [];
    server.connection.onNotification(
      OVERVIEW_CHANGED,
      (params: { uri: string; version: number }) => void told.push(params),
    );
    const uri = server.open('变.要点.md', TEXT);
    await server.diagnostics(uri);
    server.change(uri, { text: `${TEXT}（四）做好督导。\n` });
    await server.diagnostics(uri);
    await server.request(DRAFT_OVERVIEW, { textDocument: { uri } });
    assert.deepEqual(told.filter((params) => params.uri === uri).at(-1), { uri, version: 2 });
  });

  it('yaodian/renumberPreview tells markers from references, in a selection too', async () => {
    const uri = server.open('编号.要点.md', TEXT);
    const preview = await server.request<RenumberPreview>(RENUMBER_PREVIEW, { textDocument: { uri } });
    assert.deepEqual(
      preview.changes.map(({ kind, oldText, newText }) => [kind, oldText, newText]),
      [
        ['marker', '（三）', '（二）'],
        ['reference', '三', '二'],
      ],
    );
    assert.equal(preview.changes[0]?.line, TEXT.split('\n')[4]);
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } };
    const part = await server.request<RenumberPreview>(RENUMBER_PREVIEW, { textDocument: { uri }, range });
    assert.deepEqual(part.changes, []);
  });

  it('yaodian/effectiveRules says who set a level', async () => {
    server.configuration = { yaodian: { 检查: { 'numbering/gap': 'hint' } } };
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    const uri = server.open('级别.要点.md', TEXT);
    const rules = await server.request<EffectiveRule[]>(EFFECTIVE_RULES, { textDocument: { uri } });
    const gap = rules.find(({ rule }) => rule === 'numbering/gap');
    assert.deepEqual([gap?.level, gap?.source], ['hint', 'settings']);
    const { diagnostics } = await server.diagnostics(uri);
    assert.equal(diagnostics.find(({ code }) => code === 'numbering/gap')?.severity, 4);
  });
});
