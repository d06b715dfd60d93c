import assert from 'node:assert/strict';
import { startServer, type TestServer } from '../support/lsp-client';

const OPTIONS = { tabSize: 2, insertSpaces: true };

describe('textDocument/formatting', () => {
  let server: TestServer;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  it('puts a blank line between paragraphs and # before headings', async () => {
    const uri = server.open('排.要点.md', '# 云溪县2026年教育工作要点\n一、重点任务\n加快发展。\n');
    const edits = await server.request('textDocument/formatting', {
      textDocument: { uri },
      options: OPTIONS,
    });
    const at = (line: number, character: number): object => ({ line, character });
    assert.deepEqual(edits, [
      { range: { start: at(0, 16), end: at(1, 0) }, newText: '\n\n' },
      { range: { start: at(1, 0), end: at(1, 6) }, newText: '## 一、重点任务' },
      { range: { start: at(1, 6), end: at(2, 0) }, newText: '\n\n' },
    ]);
  });

  it('keeps to the lines of the selection', async () => {
    const uri = server.open('段.要点.md', '# 云溪县2026年教育工作要点\n\n一、重点任务  \n\n加快发展。  \n');
    const edits = await server.request('textDocument/rangeFormatting', {
      textDocument: { uri },
      range: { start: { line: 4, character: 1 }, end: { line: 4, character: 2 } },
      options: OPTIONS,
    });
    assert.deepEqual(edits, [
      { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 7 } }, newText: '加快发展。' },
    ]);
  });
});
