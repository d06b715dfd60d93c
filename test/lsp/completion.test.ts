import assert from 'node:assert/strict';
import { startServer, type TestServer } from '../support/lsp-client';

describe('textDocument/completion', () => {
  let server: TestServer;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  it('answers edits that replace what is typed, in our order', async () => {
    const line = '（一）增加学位。〔责任单位：县教育局；完成';
    const uri = server.open('补.要点.md', `云溪县2026年教育工作要点\n\n${line}〕\n`);
    const items = await server.request<
      { label: string; sortText: string; textEdit: unknown; command?: unknown }[]
    >('textDocument/completion', { textDocument: { uri }, position: { line: 2, character: line.length } });
    const deadline = items.find(({ label }) => label === '完成时限');
    assert.deepEqual(deadline?.textEdit, {
      range: { start: { line: 2, character: line.length - 2 }, end: { line: 2, character: line.length } },
      newText: '完成时限：',
    });
    assert.equal(deadline?.command, undefined);
    const order = items.map(({ sortText }) => sortText);
    assert.deepEqual(order, [...order].sort());
  });
});
