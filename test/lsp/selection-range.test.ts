import assert from 'node:assert/strict';
import { startServer, type TestServer } from '../support/lsp-client';

interface Selection {
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  parent?: Selection;
}

describe('textDocument/selectionRange', () => {
  let server: TestServer;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  it('answers one growing chain for every position', async () => {
    const uri = server.open('稿.要点.md', '云溪县2026年教育工作要点\n\n（一）增加学位，补充教师。\n');
    const positions = [
      { line: 2, character: 4 },
      { line: 1, character: 0 },
    ];
    const chains = await server.request<Selection[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions,
    });
    assert.equal(chains.length, 2);
    const [first] = chains;
    assert.deepEqual(first?.range, { start: { line: 2, character: 3 }, end: { line: 2, character: 7 } });
    let outermost = first;
    while (outermost?.parent) outermost = outermost.parent;
    assert.deepEqual(outermost?.range, { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } });
  });
});
