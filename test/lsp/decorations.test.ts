import assert from 'node:assert/strict';
import { CancellationTokenSource, CodeLensRequest, ConfigurationRequest } from 'vscode-languageserver/node';
import { startServer, type TestServer } from '../support/lsp-client';
import { EXPORT_COMMAND, SHOW_TASKS_COMMAND } from '../../server/src/protocol';

const TEXT =
  '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。〔责任单位：县教育局；完成时限：8月底前〕\n';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };

describe('What is shown in the text', () => {
  let server: TestServer;
  let textDocument: { uri: string };
  before(async () => {
    server = await startServer({
      configuration: { yaodian: {} },
      initializationOptions: { commands: [SHOW_TASKS_COMMAND, EXPORT_COMMAND] },
    });
    textDocument = { uri: server.open('显示.要点.md', TEXT) };
  });
  after(() => server.stop());

  it('textDocument/codeLens counts tasks and opens the table with them', async () => {
    const lenses = await server.request<
      { range: { start: unknown }; command: { title: string; command: string; arguments: unknown[] } }[]
    >('textDocument/codeLens', { textDocument });
    assert.equal(lenses[0]?.command.title, '任务 1 · 完整 0');
    assert.equal(lenses[0]?.command.command, SHOW_TASKS_COMMAND);
    assert.deepEqual(lenses[0]?.command.arguments, [textDocument.uri, 'all']);
    assert.deepEqual(lenses[0]?.range.start, { line: 0, character: 0 });
    const exporting = lenses.filter(({ command }) => command.command === EXPORT_COMMAND);
    assert.deepEqual(
      exporting.map(({ range, command }) => [range.start, command.title]),
      [[{ line: 0, character: 0 }, '导出公文']],
    );
  });

  it('textDocument/codeLens waits for the settings where it is asked for as soon as the draft is open', async () => {
    let asked = (): void => undefined;
    let tell: (settings: object[]) => void = () => undefined;
    const settingsWanted = new Promise<void>((resolve) => (asked = resolve));
    const starting = await startServer();
    try {
      starting.connection.onRequest(ConfigurationRequest.type, () => {
        asked();
        return new Promise<object[]>((resolve) => (tell = resolve));
      });
      const opened = { textDocument: { uri: starting.open('刚打开.要点.md', TEXT) } };
      const given = new CancellationTokenSource();
      const dropped = starting.request(CodeLensRequest.type, opened, given.token).catch(() => null);
      const lenses = starting.request(CodeLensRequest.type, opened);
      given.cancel();
      await settingsWanted;
      tell([{}]);
      await dropped;
      assert.equal((await lenses)?.[0]?.command?.title, '任务 1 · 完整 0');
    } finally {
      await starting.stop();
    }
  });

  it('textDocument/codeLens is empty where settings say so', async () => {
    server.configuration = { yaodian: { 任务统计: false } };
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await server.request('textDocument/codeLens', { textDocument }), []);
  });

  it('textDocument/inlayHint shows dates only where settings ask for them', async () => {
    const ask = () =>
      server.request<{ label: string; position: unknown }[]>('textDocument/inlayHint', {
        textDocument,
        range: WHOLE,
      });
    assert.deepEqual(await ask(), []);
    server.configuration = { yaodian: { 时限提示: true } };
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(
      (await ask()).map(({ label }) => label),
      ['→2026-08-31'],
    );
  });

  it('textDocument/semanticTokens answers tokens of the announced legend', async () => {
    const types: string[] = server.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const { data } = await server.request<{ data: number[] }>('textDocument/semanticTokens/full', {
      textDocument,
    });
    assert.equal(data.length % 5, 0);
    // The first token: 一、 on line 2.
    assert.deepEqual(data.slice(0, 4), [2, 0, 2, types.indexOf('marker')]);
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    const part = await server.request<{ data: number[] }>('textDocument/semanticTokens/range', {
      textDocument,
      range,
    });
    assert.deepEqual(part.data.slice(0, 4), [3, 0, 3, types.indexOf('marker')]);
  });

  it('is asked for again by a client that can be told so, when settings change', async () => {
    const told = new Set<string>();
    const capabilities = {
      workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
    };
    const telling = await startServer({ capabilities });
    try {
      for (const method of [
        'workspace/codeLens/refresh',
        'workspace/inlayHint/refresh',
        'workspace/semanticTokens/refresh',
      ])
        telling.connection.onRequest(method, () => void told.add(method));
      await telling.notify('workspace/didChangeConfiguration', { settings: { yaodian: { 时限提示: true } } });
      await telling.request('textDocument/codeLens', { textDocument });
      assert.deepEqual([...told].sort(), ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh']);
    } finally {
      await telling.stop();
    }
  });
});
