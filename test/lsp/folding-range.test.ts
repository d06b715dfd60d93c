import assert from 'node:assert/strict';
import { startServer, type TestServer } from '../support/lsp-client';

describe('textDocument/foldingRange', () => {
  let server: TestServer;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  it('answers the first and last line of what folds', async () => {
    const uri = server.open(
      '稿.要点.md',
      '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。\n新建2所。\n',
    );
    assert.deepEqual(await server.request('textDocument/foldingRange', { textDocument: { uri } }), [
      { startLine: 2, endLine: 4 },
      { startLine: 3, endLine: 4 },
    ]);
  });
});
