import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  HoverRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  WorkspaceSymbolRequest,
  type CodeAction,
  type Location,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { startServer, type TestServer } from '../support/lsp-client';

const REGISTRY = `区划前缀: 云溪县
单位:
  - 全称: 云溪县应急管理局
    简称: [县应急局]
    职责: 安全生产综合监督管理
  - 全称: 云溪县水利局
    上级: 云溪县应急管理局
`;

function draft(title: string, ...units: string[]): string {
  const tasks = units.map(
    (names, index) =>
      `${index + 1}．任务${index + 1}。检查企业20家。〔责任单位：${names}；完成时限：2026年6月底前〕`,
  );
  return [`2026年全县${title}工作要点`, '一、重点任务', ...tasks].join('\n\n') + '\n';
}

const FILES = {
  '单位名录.yaml': REGISTRY,
  '安全.要点.md': draft('安全生产', '县应急管理局、县水利局', '县应急局'),
  '防汛.要点.md': draft('防汛', '县水利局、云溪县应急管理局'),
  '其他.要点.md': draft('其他', '县水利局'),
};

describe('Units as symbols of the workspace', () => {
  let folder: string;
  let server: TestServer;
  let safety: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), '名录-'));
    for (const [name, text] of Object.entries(FILES)) await writeFile(path.join(folder, name), text);
    server = await startServer({ workspace: folder });
    safety = server.open('安全.要点.md', FILES['安全.要点.md']);
  });
  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const uriOf = (name: keyof typeof FILES) => pathToFileURL(path.join(folder, name)).href;
  /** The position of the first or a later `text` in a file. */
  function find(name: keyof typeof FILES, text: string, nth = 0) {
    let offset = -1;
    for (let i = 0; i <= nth; i++) offset = FILES[name].indexOf(text, offset + 1);
    const before = FILES[name].slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  }
  const at = (name: keyof typeof FILES, text: string, nth = 0) => ({
    textDocument: { uri: uriOf(name) },
    position: find(name, text, nth),
  });
  const inText = ({ uri, range }: Location) => {
    const name = decodeURIComponent(uri).split('/').at(-1) as keyof typeof FILES;
    return `${name} ${FILES[name].split('\n')[range.start.line]?.slice(range.start.character, range.end.character)}`;
  };

  it('lead to the line of the registry', async () => {
    const location = await server.request(DefinitionRequest.type, at('安全.要点.md', '县应急局'));
    assert.ok(location && 'uri' in location);
    assert.equal(inText(location), '单位名录.yaml 云溪县应急管理局');
  });

  it('are found under all their names in all drafts, and in the registry', async () => {
    const params = { ...at('安全.要点.md', '县应急管理局'), context: { includeDeclaration: true } };
    const found = (await server.request(ReferencesRequest.type, params)) ?? [];
    assert.deepEqual(found.map(inText), [
      '单位名录.yaml 云溪县应急管理局',
      '单位名录.yaml 县应急局',
      '单位名录.yaml 云溪县应急管理局',
      '安全.要点.md 县应急管理局',
      '安全.要点.md 县应急局',
      '防汛.要点.md 云溪县应急管理局',
    ]);
    const fromRegistry = await server.request(ReferencesRequest.type, {
      ...at('单位名录.yaml', '云溪县应急管理局'),
      context: { includeDeclaration: false },
    });
    assert.deepEqual(fromRegistry?.map(inText), found.slice(3).map(inText));
  });

  it('are highlighted under all their names in the draft', async () => {
    const found = await server.request(DocumentHighlightRequest.type, at('安全.要点.md', '县应急局'));
    assert.equal(found?.length, 2);
  });

  it('say what the registry knows and how many tasks they have', async () => {
    const hover = await server.request(HoverRequest.type, at('安全.要点.md', '县应急局'));
    const text = JSON.stringify(hover?.contents);
    assert.match(text, /云溪县应急管理局/);
    assert.match(text, /简称/);
    assert.match(text, /安全生产综合监督管理/);
    assert.match(text, /本稿 2 项任务，其他 1 份稿件 1 项/);
  });

  it('are renamed in three drafts and the registry by one edit', async () => {
    const place = at('防汛.要点.md', '县水利局');
    server.open('防汛.要点.md', FILES['防汛.要点.md']);
    assert.deepEqual(await server.request(PrepareRenameRequest.type, place), {
      range: { start: place.position, end: { ...place.position, character: place.position.character + 4 } },
      placeholder: '县水利局',
    });
    const edit = await server.request(RenameRequest.type, { ...place, newName: '县水务局' });
    assert.deepEqual(newTexts(edit), {
      '安全.要点.md': ['县水务局'],
      '防汛.要点.md': ['县水务局'],
      '其他.要点.md': ['县水务局'],
      '单位名录.yaml': ['云溪县水务局'],
    });
  });

  it('are renamed from the registry as well', async () => {
    server.open('单位名录.yaml', REGISTRY, 'yaml');
    const edit = await server.request(RenameRequest.type, {
      ...at('单位名录.yaml', '云溪县应急管理局'),
      newName: '云溪县应急事务局',
    });
    assert.deepEqual(newTexts(edit), {
      '安全.要点.md': ['县应急事务局'],
      '防汛.要点.md': ['云溪县应急事务局'],
      '单位名录.yaml': ['云溪县应急事务局', '云溪县应急事务局'],
    });
  });

  it('are not given a name that would fall into pieces', async () => {
    await assert.rejects(
      server.request(RenameRequest.type, { ...at('安全.要点.md', '县水利局'), newName: '甲局、乙局' }),
      /不能有/,
    );
  });

  it('are found among the symbols of the workspace, with the tasks', async () => {
    const units = await server.request(WorkspaceSymbolRequest.type, { query: '应急' });
    assert.deepEqual(
      units?.map(({ name }) => name),
      ['云溪县应急管理局'],
    );
    const tasks = await server.request(WorkspaceSymbolRequest.type, { query: '任务2' });
    assert.deepEqual(
      tasks?.map(({ name, containerName }: { name: string; containerName?: string }) => [
        name,
        containerName,
      ]),
      [['2．任务2', '2026年全县安全生产工作要点']],
    );
  });

  it('have their tasks for callers', async () => {
    const [unit] =
      (await server.request(CallHierarchyPrepareRequest.type, at('安全.要点.md', '县水利局'))) ?? [];
    assert.ok(unit);
    assert.equal(unit.name, '云溪县水利局');
    const calls = await server.request(CallHierarchyIncomingCallsRequest.type, { item: unit });
    assert.deepEqual(calls?.map(({ from }) => `${from.detail} ${from.name}`).sort(), [
      '2026年全县其他工作要点 1．任务1',
      '2026年全县安全生产工作要点 1．任务1',
      '2026年全县防汛工作要点 1．任务1',
    ]);
  });

  it('are completed by their initials, the choice made anew with each letter', async () => {
    const text = FILES['其他.要点.md'].replace('〔责任单位：县水利局', '〔责任单位：yjj');
    const uri = server.open('拼音.要点.md', text);
    const before = text.slice(0, text.indexOf('yjj') + 3).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const list = await server.request(CompletionRequest.type, { textDocument: { uri }, position });
    assert.ok(list && 'items' in list && list.isIncomplete);
    assert.deepEqual(
      list.items.map(({ label, filterText, textEdit }) => [label, filterText, textEdit?.newText]),
      [['县应急管理局', 'yjj', '县应急管理局']],
    );
    server.close(uri);
  });

  it('are corrected in all drafts, or added to the registry, from the light bulb', async () => {
    const range = { start: find('安全.要点.md', '县应急局'), end: find('安全.要点.md', '县应急局') };
    const known = await titlesAt(safety, range);
    assert.ok(known.includes('全文 1 处“县应急局”都改为“县应急管理局”'), known.join('\n'));
    const text = FILES['其他.要点.md'].replaceAll('县水利局', '县水理局');
    const uri = server.open('错字.要点.md', text);
    const at = { line: 4, character: text.split('\n')[4]?.indexOf('县水理局') ?? 0 };
    const titles = await titlesAt(uri, { start: at, end: at });
    for (const expected of [
      '改为“县水利局”',
      '把“县水理局”加入单位名录',
      '把“县水理局”登记为“云溪县水利局”的简称',
      '把“县水理局”登记为集合（统称）',
    ]) {
      assert.ok(titles.includes(expected), titles.join('\n'));
    }
    const action = (await actionsAt(uri, { start: at, end: at })).find(({ title }) =>
      title.includes('加入单位名录'),
    );
    assert.deepEqual(newTexts(action?.edit ?? null), { '单位名录.yaml': ['\n  - 全称: 县水理局'] });
    server.close(uri);
  });

  it('follow the registry while it is being written', async () => {
    const uri = server.open('单位名录.yaml', REGISTRY, 'yaml');
    server.change(uri, { text: REGISTRY.replace('云溪县水利局', '云溪县水务局\n    简秤: 甲') });
    await waitFor(() =>
      server.published
        .findLast((each) => each.uri === safety)
        ?.diagnostics.some(({ code }) => code === 'unit/unknown'),
    );
    const problems = server.published.findLast((each) => each.uri === uri)?.diagnostics ?? [];
    assert.deepEqual(
      problems.map(({ code, range }) => [code, range.start.line]),
      [['名录/unknown-key', 6]],
    );
    server.change(uri, { text: REGISTRY });
    await waitFor(
      () =>
        !server.published
          .findLast((each) => each.uri === safety)
          ?.diagnostics.some(({ code }) => code === 'unit/unknown'),
    );
  });

  async function actionsAt(uri: string, range: Range): Promise<readonly CodeAction[]> {
    await server.diagnostics(uri);
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    return ((await server.request(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  }

  async function titlesAt(uri: string, range: Range): Promise<readonly string[]> {
    return (await actionsAt(uri, range)).map(({ title }) => title);
  }

  function newTexts(edit: WorkspaceEdit | null): Record<string, string[]> {
    const changes = edit?.documentChanges ?? [];
    return Object.fromEntries(
      changes.map((change) => {
        assert.ok('textDocument' in change);
        const name = decodeURIComponent(change.textDocument.uri).split('/').at(-1) ?? '';
        return [name, change.edits.map((each) => ('newText' in each ? each.newText : ''))];
      }),
    );
  }
});

async function waitFor(condition: () => boolean | undefined): Promise<void> {
  for (let tries = 0; tries < 100 && !condition(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 30));
  assert.ok(condition());
}
