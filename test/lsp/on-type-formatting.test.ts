import assert from 'node:assert/strict';
import { startServer, type TestServer } from '../support/lsp-client';

describe('textDocument/onTypeFormatting', () => {
  let server: TestServer;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  it('continues the numbering after Enter', async () => {
    const uri = server.open(
      '续.要点.md',
      '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。新建2所。\n\n',
    );
    const params = {
      textDocument: { uri },
      position: { line: 4, character: 0 },
      options: { tabSize: 2, insertSpaces: true },
    };
    assert.deepEqual(await server.request('textDocument/onTypeFormatting', { ...params, ch: '\n' }), [
      { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, newText: '（二）' },
    ]);
    assert.deepEqual(await server.request('textDocument/onTypeFormatting', { ...params, ch: '。' }), []);
  });
});
