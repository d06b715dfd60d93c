import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  CompletionRequest,
  DidChangeWatchedFilesNotification,
  DocumentSymbolRequest,
  FileChangeType,
  Range,
  type CompletionList,
  type Diagnostic,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CHECK_WORKSPACE, type CheckWorkspaceResult } from '../../server/src/protocol';
import { checkRanges, settled } from '../support/answers';
import {
  ALIAS_BOMB,
  EXHAUSTING_DRAFTS,
  HANGS_AFTER_MS,
  HEAD,
  MOST_HEAP_MB,
} from '../support/exhausting-drafts';
import { root, startServer, type TestServer } from '../support/lsp-client';
import { paramsAt, QUESTIONS } from '../support/questions';

/** What the server may ask of the machine at any time, megabytes: its heap, the program and texts on their way. */
const MOST_MEMORY_MB = MOST_HEAP_MB + 400;
const GAP = '# 2026年政务公开工作要点\n\n一、重点任务\n\n（一）办好热线。\n\n（三）办好网站。\n';
const HALF_CHARACTERS = HEAD + '\ud83d甲'.repeat(100_000) + '\udc00'.repeat(100_000);
const NAMES = [
  '年度 "计划" \'稿\' “一”',
  '100%#?&+=',
  '[方]{花}*!$(date);`id`',
  '两\n行',
  '-rf',
  '𠮷\u202e\u200b',
];

describe('The server on hostile drafts', () => {
  let folder: string;
  let server: TestServer;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'yaodian hostile “稿”-'))));
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(workspace = folder): Promise<void> {
    const command = [`--max-old-space-size=${MOST_HEAP_MB}`, path.join(root, 'dist/server.cjs'), '--stdio'];
    server = await startServer({ workspace, command, patience: HANGS_AFTER_MS });
  }

  /** It answers as if nothing had been, has logged no failure and has not grown beyond its bound. */
  async function assertServes(): Promise<void> {
    const uri = server.open('平常的稿.要点.md', GAP);
    assert.ok((await codesOf(uri)).includes('numbering/gap'));
    const symbols = await server.request(DocumentSymbolRequest.type, { textDocument: { uri } });
    assert.match(JSON.stringify(symbols), /办好网站/u);
    assert.deepEqual([server.failures, server.stderr], [[], '']);
    const memory = peakMemory(server);
    assert.ok(memory < MOST_MEMORY_MB, `${memory} MB`);
  }

  async function edit(document: TextDocument, range: Range, text: string): Promise<void> {
    const { uri } = document;
    TextDocument.update(document, [{ range, text }], server.change(uri, { range, text }));
    const symbols = await server.request(DocumentSymbolRequest.type, { textDocument: { uri } });
    checkRanges(symbols, document);
  }

  const findingsOf = async (uri: string): Promise<Diagnostic[]> =>
    (await server.diagnostics(uri)).diagnostics;
  const codesOf = async (uri: string): Promise<unknown[]> => (await findingsOf(uri)).map(({ code }) => code);

  for (const [name, text] of Object.entries({ ...EXHAUSTING_DRAFTS, 不成对的代理字符: HALF_CHARACTERS }))
    it(`reads ${name}, answers every question about it, follows an edit and goes on serving`, async () => {
      await start();
      const uri = server.open('长稿.要点.md', text);
      const document = TextDocument.create(uri, 'yaodian', 1, text);
      const end = document.positionAt(text.length);
      const second = Range.create(document.positionAt(text.length >> 1), end);
      for (const { method } of QUESTIONS)
        checkRanges(await settled(server.request(method, paramsAt(uri, second))), document);
      await edit(document, Range.create(end, end), '路。');
      // What is the same once more is not sent again: now all stands a line further down.
      await edit(document, Range.create(0, 0, 0, 0), '\n');
      checkRanges(await findingsOf(uri), document);
      await assertServes();
    }).timeout(HANGS_AFTER_MS);

  for (const name of ['单位名录.yaml', '.yaodian.yaml'])
    it(`says in words what is wrong with a ${name} that unfolds into a thousand million entries`, async () => {
      writeFileSync(path.join(folder, name), ALIAS_BOMB);
      await start();
      const uri = server.open('稿.要点.md', GAP);
      assert.ok((await codesOf(uri)).includes('numbering/gap'));
      const [problem] = await findingsOf(pathToFileURL(path.join(folder, name)).href);
      assert.match(problem?.message ?? '', /[\u4e00-\u9fa5]{4}/u);
      await assertServes();
    }).timeout(HANGS_AFTER_MS);

  it('knows the units of a registry of 200,000, completes them, and reads it again when it changes', async () => {
    const registry = path.join(folder, '单位名录.csv');
    const writeUnits = (ending: string): void =>
      writeFileSync(
        registry,
        `名称\n${Array.from({ length: 200_000 }, (_, i) => `县第${i}号单位${ending}`).join('\n')}\n`,
      );
    writeUnits('局');
    await start();
    const clause = '（责任单位：县第7号单位局、县第七号单位局；完成时限：2026年6月底前）';
    const text = `${HEAD}（一）修路。修路3公里。${clause}\n`;
    const uri = server.open('名录稿.要点.md', text);
    assert.deepEqual(unknownUnits(await findingsOf(uri)), ['县第七号单位局']);
    const position = TextDocument.create(uri, '', 1, text).positionAt(text.indexOf('、县第七') + 3);
    const completion = await server.request(CompletionRequest.type, { textDocument: { uri }, position });
    const { items } = completion as CompletionList;
    assert.ok(items.length > 0 && items.length <= 1000, `${items.length} items`);
    writeUnits('中心');
    await server.notify(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: pathToFileURL(registry).href, type: FileChangeType.Changed }],
    });
    server.change(uri, { text: `${text}\n` });
    assert.deepEqual(unknownUnits(await findingsOf(uri)), ['县第7号单位局', '县第七号单位局']);
    await assertServes();
  }).timeout(HANGS_AFTER_MS);

  it('checks a workspace of links that go round, names full of signs, and files that are no text', async () => {
    const inner = path.join(folder, '年度 "计划" \'稿\' “100%#?”');
    mkdirSync(inner);
    const drafts = NAMES.map((name) => path.join(inner, `${name}.要点.md`));
    for (const file of drafts) writeFileSync(file, GAP);
    symlinkSync(folder, path.join(inner, '回到上面'));
    symlinkSync('自己.要点.md', path.join(inner, '自己.要点.md'));
    symlinkSync('没有', path.join(inner, '悬空.要点.md'));
    mkdirSync(path.join(inner, '文件夹.要点.md'));
    assert.equal(spawnSync('mkfifo', [path.join(inner, '管道.要点.md')]).status, 0);
    const odd = { 字节: new Uint8Array(200_000).fill(0xc3), 零: new Uint8Array(200_000) };
    for (const [name, bytes] of Object.entries(odd))
      writeFileSync(path.join(inner, `${name}.要点.md`), bytes);

    await start(inner);
    const places = [pathToFileURL(inner).href];
    const result = await server.request<CheckWorkspaceResult>(CHECK_WORKSPACE, { places });
    assert.equal(result.drafts, drafts.length + Object.keys(odd).length);
    const published = new Map(
      server.published.map(({ uri, diagnostics }) => [fileURLToPath(uri), diagnostics]),
    );
    for (const file of drafts) {
      const codes = published.get(file)?.map(({ code }) => code) ?? [];
      assert.ok(codes.includes('numbering/gap'), file);
    }
    await assertServes();
  }).timeout(HANGS_AFTER_MS);

  it('points at the characters that hide text, where they stand', async () => {
    await start();
    const uri = server.open('暗.要点.md', `${HEAD}（一）修\u202e路\u200b。\n`);
    const hidden = (await findingsOf(uri)).filter(({ code }) => code === 'text/hidden-character');
    assert.deepEqual(
      hidden.map(({ range }) => [range.start.character, range.end.character]),
      [
        [4, 5],
        [6, 7],
      ],
    );
    await assertServes();
  });
});

/** The units that findings call unknown. */
function unknownUnits(diagnostics: readonly Diagnostic[]): string[] {
  const messages = diagnostics.filter(({ code }) => code === 'unit/unknown').map(({ message }) => message);
  return messages.flatMap((message) => /“([^”]+)”/u.exec(message)?.[1] ?? []);
}

/** Megabytes that a process has held at most; the system tells it on Linux only, elsewhere the heap's bound holds. */
function peakMemory({ process: { pid } }: TestServer): number {
  if (process.platform !== 'linux') return 0;
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
