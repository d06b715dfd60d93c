import assert from 'node:assert/strict';
import { generatePlan } from '../bench/plans';
import { isOfHeadAlone, startServer, type TestServer } from '../support/lsp-client';

const GAP = '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。\n（三）规范收费。\n';
const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe('Pushed diagnostics', () => {
  let server: TestServer;
  before(async () => (server = await startServer({ patience: 60_000 })));
  after(() => server.stop());

  it('name the rule, its page, the version and the related place', async () => {
    const uri = server.open('缺号.要点.md', GAP);
    const { version, diagnostics } = await server.diagnostics(uri);
    assert.equal(version, 1);
    const gap = diagnostics.find(({ code }) => code === 'numbering/gap');
    assert.ok(gap, JSON.stringify(diagnostics));
    assert.deepEqual(gap.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } });
    assert.equal(gap.source, '要点');
    assert.equal(gap.severity, 1);
    assert.match(gap.codeDescription?.href ?? '', /^file:.*\/docs\/rules\/numbering\/gap\.md$/);
    assert.equal(gap.relatedInformation?.[0]?.location.uri, uri);
    assert.equal(gap.relatedInformation?.[0]?.location.range.start.line, 3);
  });

  it('go when the fault is mended, and when the document is closed', async () => {
    const uri = server.open('改好.要点.md', GAP);
    await server.diagnostics(uri);
    server.change(uri, {
      range: { start: { line: 4, character: 1 }, end: { line: 4, character: 2 } },
      text: '二',
    });
    const { diagnostics } = await server.diagnostics(uri);
    assert.deepEqual(codes(diagnostics, 'numbering/'), []);
    server.change(uri, { text: GAP });
    assert.deepEqual(codes((await server.diagnostics(uri)).diagnostics, 'numbering/'), ['numbering/gap']);
    server.close(uri);
    assert.equal(await server.request('textDocument/foldingRange', { textDocument: { uri } }), null);
    assert.deepEqual(server.published.findLast((published) => published.uri === uri)?.diagnostics, []);
  });

  it('are of the last version after rapid edits, and never go back to an older one', async () => {
    const uri = server.open('快改.要点.md', GAP);
    for (let i = 0; i < 200; i++) server.change(uri, { range: START, text: '\n' });
    const { version, diagnostics } = await server.diagnostics(uri);
    assert.equal(version, 201);
    assert.equal(diagnostics.find(({ code }) => code === 'numbering/gap')?.range.start.line, 204);
    const versions = server.published
      .filter((published) => published.uri === uri)
      .map((published) => published.version ?? 0);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
  });

  it('of a giant draft are told of its beginning first, and that this is not all', async () => {
    const uri = server.open('长稿.要点.md', generatePlan(400_000));
    const whole = await server.diagnostics(uri);
    const [head, ...rest] = server.published.filter((published) => published.uri === uri);
    assert.ok(head && isOfHeadAlone(head));
    assert.deepEqual(rest, [whole]);
    assert.deepEqual([head.version, whole.version], [1, 1]);
    const [note, ...findings] = head.diagnostics;
    assert.match(note?.message ?? '', /正在检查/);
    assert.ok(findings.length > 5);
    const inWhole = new Set(whole.diagnostics.map((finding) => JSON.stringify(finding)));
    assert.deepEqual(
      findings.filter((finding) => !inWhole.has(JSON.stringify(finding))),
      [],
    );
  });

  it('of a giant draft are told as a whole after an edit, and of an ordinary draft at once', async () => {
    const giant = server.open('长稿二.要点.md', generatePlan(250_000));
    await server.diagnostics(giant);
    server.change(giant, { range: START, text: '\n' });
    await server.diagnostics(giant);
    const plain = server.open('常稿.要点.md', generatePlan(36_000));
    await server.diagnostics(plain);
    const told = server.published.filter(({ uri }) => uri === giant || uri === plain);
    assert.deepEqual(told.map(isOfHeadAlone), [true, false, false, false]);
  });

  it('leave alone Markdown that is not a draft, until its front matter says that it is', async () => {
    const uri = server.open('笔记.md', GAP, 'markdown');
    assert.equal(await server.request('textDocument/documentSymbol', { textDocument: { uri } }), null);
    server.change(uri, { text: `---\n文种: 工作要点\n---\n${GAP}` });
    assert.deepEqual(codes((await server.diagnostics(uri)).diagnostics, 'numbering/'), ['numbering/gap']);
    server.change(uri, { text: GAP });
    assert.deepEqual((await server.diagnostics(uri)).diagnostics, []);
  });
});

function codes(diagnostics: readonly { code?: number | string }[], prefix: string): string[] {
  return diagnostics.map(({ code }) => String(code)).filter((code) => code.startsWith(prefix));
}
