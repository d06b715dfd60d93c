import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CodeLens, CompletionItem, Hover } from 'vscode-languageserver-types';
import { WorkDoneProgress, WorkDoneProgressCreateRequest } from 'vscode-languageserver/node';
import {
  CHECK_WORKSPACE,
  COMPARISON_PAGE,
  PRE_ISSUE_PAGE,
  REARRANGE,
  type ComparisonPage,
  type DraftEdit,
  type PreIssuePage,
} from '../../server/src/protocol';
import { startServer, type TestServer } from '../support/lsp-client';
import { chineseOnPage, chineseOutsideQuotes } from '../support/wording';

const TASK = '（一）增加学位。〔责任单位：县教育局；完成时限：2026年8月底前〕';
const DRAFT = `云溪县2026年教育工作要点\n\n一、重点任务\n${TASK}\n（三）规范收费。\n`;
const AT_GAP = { start: { line: 4, character: 1 }, end: { line: 4, character: 1 } };

/** What the server says of the same things in both languages. */
const EXPECTED = {
  en: {
    gap: 'Before “（三）” there is left out: “（二）”. Numbers should follow one another',
    source: 'Yaodian',
    before: 'The number before, “（一）”',
    renumber: 'Renumber (numbers to change: 1)',
    ignore: 'Ignore “Number left out” (numbering/gap) here, with a reason',
    lenses: ['Tasks: 2 · complete: 0', 'No target: 2', 'No unit: 1', 'No deadline: 1'],
    task: /^Task missing: target \(目标\)/,
    key: 'the addressees (主送机关)',
    progress: 'Checking drafts',
    refusal: 'It is the first already.',
  },
  'zh-cn': {
    gap: '“（三）”之前缺“（二）”，序号应连续',
    source: '要点',
    before: '上一个序号“（一）”',
    renumber: '重新编号（调整 1 处序号）',
    ignore: '忽略此处的“序号缺号”（numbering/gap），写明原因',
    lenses: ['任务 2 · 完整 0', '缺目标 2', '缺单位 1', '缺时限 1'],
    task: /^任务 缺目标/,
    key: '主送机关',
    progress: '检查稿件',
    refusal: '已经在最前面。',
  },
} as const;

for (const locale of ['en', 'zh-cn'] as const) {
  const expected = EXPECTED[locale];

  describe(`The server for a client of locale ${locale}`, () => {
    let server: TestServer;
    let uri: string;
    before(async () => {
      server = await startServer({ locale });
      uri = server.open('草案.要点.md', DRAFT);
    });
    after(() => server.stop());
    const ask = <T>(method: string, params: object = {}) =>
      server.request<T>(method, { textDocument: { uri }, ...params });

    it('says what it finds', async () => {
      const { diagnostics } = await server.diagnostics(uri);
      const gap = diagnostics.find(({ code }) => code === 'numbering/gap');
      assert.equal(gap?.message, expected.gap);
      assert.equal(gap?.source, expected.source);
      assert.equal(gap?.relatedInformation?.[0]?.message, expected.before);
      if (locale === 'en')
        for (const { message } of diagnostics) assert.equal(chineseOutsideQuotes(message), '', message);
    });

    it('names its repairs, which do the same in every language', async () => {
      const actions = await ask<CodeAction[]>('textDocument/codeAction', {
        range: AT_GAP,
        context: { diagnostics: [] },
      });
      const titles = actions.map(({ title }) => title);
      assert.ok(titles.includes(expected.renumber), titles.join('\n'));
      assert.ok(titles.includes(expected.ignore), titles.join('\n'));
      if (locale === 'en') for (const title of titles) assert.equal(chineseOutsideQuotes(title), '', title);
      const ignore = actions.find(({ title }) => title === expected.ignore);
      assert.match(JSON.stringify(ignore?.edit), /<!-- 要点：忽略 numbering\/gap 此处写明原因 -->/);
    });

    it('counts tasks above the title, and tells of one where it is pointed at', async () => {
      const lenses = await ask<CodeLens[]>('textDocument/codeLens');
      const above = lenses.filter(({ range }) => range.start.line === 0);
      assert.deepEqual(
        above.map(({ command }) => command?.title),
        expected.lenses,
      );
      const hover = await ask<Hover>('textDocument/hover', { position: { line: 3, character: 4 } });
      assert.match((hover.contents as { value: string }).value, expected.task);
    });

    it('explains what can be written, and writes it in Chinese', async () => {
      const other = server.open('新.要点.md', '---\n\n---\n云溪县2026年教育工作要点\n');
      const answer = await server.request<CompletionItem[] | { items: CompletionItem[] }>(
        'textDocument/completion',
        { textDocument: { uri: other }, position: { line: 1, character: 0 } },
      );
      const items = Array.isArray(answer) ? answer : answer.items;
      const addressees = items.find(({ label }) => label === '主送');
      assert.equal(addressees?.detail, expected.key);
      assert.match(JSON.stringify(addressees), /主送: /);
    });

    it('makes pages that say which of their words are of drafts', async () => {
      const old = { uri: 'file:///旧.要点.md', name: '旧.要点.md', text: DRAFT.replace('规范', '公示') };
      const pages = [
        await ask<PreIssuePage>(PRE_ISSUE_PAGE),
        await ask<ComparisonPage>(COMPARISON_PAGE, { old }),
      ];
      for (const { body } of pages) {
        assert.match(body, /<(\w+)[^>]* lang="zh-CN"[^>]*>(?:(?!<\/\1>).)*规范收费/);
        if (locale === 'en') assert.equal(chineseOnPage(body), '');
      }
    });

    it('says why something cannot be done', async () => {
      const answer = await ask<DraftEdit>(REARRANGE, {
        uri,
        position: { line: 3, character: 2 },
        action: { kind: 'up' },
      });
      assert.equal('problem' in answer && answer.problem, expected.refusal);
    });

    it('names what takes long', async () => {
      const folder = await mkdtemp(path.join(tmpdir(), '要点-'));
      await writeFile(path.join(folder, '稿.要点.md'), DRAFT);
      const busy = await startServer({
        locale,
        workspace: folder,
        capabilities: { window: { workDoneProgress: true } },
      });
      try {
        const titles: string[] = [];
        busy.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
          busy.connection.onProgress(WorkDoneProgress.type, token, (value) => {
            if (value.kind === 'begin') titles.push(value.title);
          });
        });
        await busy.request(CHECK_WORKSPACE, { places: [pathToFileURL(folder).href] });
        assert.deepEqual(titles, [expected.progress]);
      } finally {
        await busy.stop();
        await rm(folder, { recursive: true });
      }
    });
  });
}
