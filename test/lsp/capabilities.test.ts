import assert from 'node:assert/strict';
import type { ServerCapabilities } from 'vscode-languageserver';
import { startServer, type TestServer } from '../support/lsp-client';

const POSITION = { line: 2, character: 1 };
const RANGE = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };

/** How each announced capability is called. A capability that is missing here fails the first test. */
const CALLS: Partial<Record<keyof ServerCapabilities, Record<string, object>>> = {
  documentSymbolProvider: { 'textDocument/documentSymbol': {} },
  foldingRangeProvider: { 'textDocument/foldingRange': {} },
  selectionRangeProvider: { 'textDocument/selectionRange': { positions: [POSITION] } },
  codeActionProvider: { 'textDocument/codeAction': { range: RANGE, context: { diagnostics: [] } } },
  documentLinkProvider: { 'textDocument/documentLink': {} },
  definitionProvider: { 'textDocument/definition': { position: POSITION } },
  referencesProvider: {
    'textDocument/references': { position: POSITION, context: { includeDeclaration: true } },
  },
  documentHighlightProvider: { 'textDocument/documentHighlight': { position: POSITION } },
  renameProvider: {
    'textDocument/prepareRename': { position: POSITION },
    'textDocument/rename': { position: POSITION, newName: '县教育局' },
  },
  callHierarchyProvider: { 'textDocument/prepareCallHierarchy': { position: POSITION } },
  hoverProvider: { 'textDocument/hover': { position: POSITION } },
  completionProvider: { 'textDocument/completion': { position: POSITION } },
  codeLensProvider: { 'textDocument/codeLens': {} },
  semanticTokensProvider: {
    'textDocument/semanticTokens/full': {},
    'textDocument/semanticTokens/range': { range: RANGE },
  },
  inlayHintProvider: { 'textDocument/inlayHint': { range: RANGE } },
  documentFormattingProvider: {
    'textDocument/formatting': { options: { tabSize: 2, insertSpaces: true } },
  },
  documentRangeFormattingProvider: {
    'textDocument/rangeFormatting': { range: RANGE, options: { tabSize: 2, insertSpaces: true } },
  },
  documentOnTypeFormattingProvider: {
    'textDocument/onTypeFormatting': {
      position: POSITION,
      ch: '\n',
      options: { tabSize: 2, insertSpaces: true },
    },
  },
};
const OF_NO_DOCUMENT = ['positionEncoding', 'textDocumentSync', 'workspace', 'workspaceSymbolProvider'];
const OWN = { 'yaodian/draftOverview': {}, 'yaodian/renumberPreview': {} };

describe('Announced capabilities', () => {
  let server: TestServer;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  it('are all called below', () => {
    const announced = Object.keys(server.initialized.capabilities).filter(
      (name) => !OF_NO_DOCUMENT.includes(name),
    );
    assert.deepEqual(announced.sort(), Object.keys(CALLS).sort());
  });

  const requests = Object.entries(Object.assign({}, OWN, ...Object.values(CALLS))) as [string, object][];
  for (const [method, params] of requests) {
    it(`${method} answers for drafts of every shape, and null for what is no draft`, async () => {
      const ask = (uri: string) => server.request(method, { textDocument: { uri }, ...params });
      for (const text of [
        '',
        '\n',
        '\uFEFF',
        '一、',
        '（一）增加学位。\r\n',
        '---\n',
        '```\n',
        '<!-- 要点：',
        '|a|\n|-|\n',
      ]) {
        const uri = server.open('形.要点.md', text);
        assert.notEqual(await ask(uri), undefined, JSON.stringify(text));
        server.close(uri);
      }
      assert.equal(await ask('file:///没有打开.要点.md'), null);
      const note = server.open('笔记.md', '# 笔记\n', 'markdown');
      assert.equal(await ask(note), null);
      server.close(note);
    });
  }

  it('workspace/symbol answers without a workspace too', async () => {
    assert.deepEqual(await server.request('workspace/symbol', { query: '没有这个' }), []);
  });

  it('log nothing as failed', () => assert.equal(server.stderr, ''));
});
