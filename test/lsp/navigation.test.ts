import assert from 'node:assert/strict';
import { startServer, type TestServer } from '../support/lsp-client';

const TEXT =
  '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。〔责任单位：县教育局〕\n（二）规范收费。按照第（一）项推进。〔责任单位：县教育局〕\n';
const MENTION = { line: 4, character: 13 };
const MENTION_RANGE = { start: { line: 4, character: 10 }, end: { line: 4, character: 15 } };
const TARGET_RANGE = { start: { line: 3, character: 0 }, end: { line: 3, character: 7 } };

describe('References within a draft', () => {
  let server: TestServer;
  let textDocument: { uri: string };
  before(async () => {
    server = await startServer();
    textDocument = { uri: server.open('引用.要点.md', TEXT) };
  });
  after(() => server.stop());

  it('textDocument/definition leads to the item', async () => {
    assert.deepEqual(await server.request('textDocument/definition', { textDocument, position: MENTION }), {
      uri: textDocument.uri,
      range: TARGET_RANGE,
    });
  });

  it('textDocument/documentLink names the place in the address', async () => {
    const [link] = await server.request<{ range: unknown; target: string; tooltip: string }[]>(
      'textDocument/documentLink',
      { textDocument },
    );
    assert.deepEqual(link?.range, MENTION_RANGE);
    assert.equal(link?.target, `${textDocument.uri}#L4,1`);
    assert.match(link?.tooltip ?? '', /（一）增加学位/);
  });

  it('textDocument/references leaves the item itself out unless asked', async () => {
    const references = (includeDeclaration: boolean) =>
      server.request<{ range: unknown }[]>('textDocument/references', {
        textDocument,
        position: MENTION,
        context: { includeDeclaration },
      });
    assert.deepEqual(
      (await references(false)).map(({ range }) => range),
      [MENTION_RANGE],
    );
    assert.equal((await references(true)).length, 2);
  });

  it('textDocument/documentHighlight shows a unit wherever it is named', async () => {
    const highlights = await server.request<{ range: { start: { line: number } } }[]>(
      'textDocument/documentHighlight',
      {
        textDocument,
        position: { line: 3, character: 15 },
      },
    );
    assert.deepEqual(
      highlights.map(({ range }) => range.start.line),
      [3, 4],
    );
  });

  it('textDocument/hover says what the mention means, in plain text for a plain client', async () => {
    const hover = await server.request<{ contents: { kind: string; value: string }; range: unknown }>(
      'textDocument/hover',
      {
        textDocument,
        position: MENTION,
      },
    );
    assert.equal(hover.contents.kind, 'plaintext');
    assert.match(hover.contents.value, /（一）增加学位/);
    assert.doesNotMatch(hover.contents.value, /\*\*/);
    assert.deepEqual(hover.range, MENTION_RANGE);
  });
});
