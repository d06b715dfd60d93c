import assert from 'node:assert/strict';
import { startServer, type TestServer } from '../support/lsp-client';

describe('textDocument/documentSymbol', () => {
  let server: TestServer;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  it('answers a tree with the ranges of the lines', async () => {
    const uri = server.open(
      '稿.要点.md',
      '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。\n新建2所。\n',
    );
    const [plan] = await server.request<
      { name: string; children: [{ name: string; range: unknown; children: unknown[] }] }[]
    >('textDocument/documentSymbol', { textDocument: { uri } });
    assert.equal(plan?.name, '云溪县2026年教育工作要点');
    const [chapter] = plan.children;
    assert.equal(chapter.name, '一、重点任务');
    assert.deepEqual(chapter.range, { start: { line: 2, character: 0 }, end: { line: 4, character: 5 } });
    assert.equal(chapter.children.length, 1);
  });

  it('answers a flat list to a client that knows no tree', async () => {
    const plain = await startServer({ capabilities: {} });
    try {
      const uri = plain.open('稿.要点.md', '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。\n');
      const symbols = await plain.request<
        { name: string; containerName?: string; location: { uri: string } }[]
      >('textDocument/documentSymbol', { textDocument: { uri } });
      assert.deepEqual(
        symbols.map(({ name, containerName }) => [name, containerName]),
        [
          ['云溪县2026年教育工作要点', undefined],
          ['一、重点任务', '云溪县2026年教育工作要点'],
          ['（一）增加学位', '一、重点任务'],
        ],
      );
      assert.equal(symbols[0]?.location.uri, uri);
    } finally {
      await plain.stop();
    }
  });
});
