import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DRAFT_OVERVIEW, type DraftOverview } from '../../server/src/protocol';
import { startServer, type TestServer } from '../support/lsp-client';

const TEXT =
  '云溪县2026年教育工作要点\r\n\r\n一、重点任务\r\n（一）增加𠮷学位。〔责任单位：县教育局〕\r\n（三）规范收费。\r\n';
const edit = fc.record({
  from: fc.nat(200),
  length: fc.nat(12),
  text: fc.constantFrom('', '\r\n', '\n', '（二）', '𠮷', '一、', '〕', '完成时限：8月底前', '---\n', '删改'),
});

describe('Synchronisation', () => {
  let server: TestServer;
  before(async () => (server = await startServer({ patience: 20_000 })));
  after(() => server.stop());

  it('by small changes knows the same text as one that is opened whole', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 30 }), async (edits) => {
        const uri = server.open('改.要点.md', TEXT);
        let mirror = TextDocument.create(uri, 'yaodian', 1, TEXT);
        for (const { from, length, text } of edits) {
          const range = { start: mirror.positionAt(from), end: mirror.positionAt(from + length) };
          const version = server.change(uri, { range, text });
          mirror = TextDocument.update(mirror, [{ range, text }], version);
        }
        const changed = await answers(uri);
        server.close(uri);
        const whole = server.open('整.要点.md', mirror.getText());
        assert.deepEqual(changed, await answers(whole));
        server.close(whole);
      }),
      { numRuns: 25 },
    );
  });

  async function answers(uri: string) {
    const { diagnostics } = await server.diagnostics(uri);
    const overview = await server.request<DraftOverview>(DRAFT_OVERVIEW, { textDocument: { uri } });
    const found = diagnostics.map(({ code, range, message }) => ({ code, range, message }));
    return { found, outline: overview.outline, tasks: overview.tasks };
  }
});
