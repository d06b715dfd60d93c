import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { CompletionRequest, HoverRequest, type MarkupContent } from 'vscode-languageserver';
import {
  DOCUMENT_PREVIEW,
  EXPORT_DOCUMENT,
  PRE_ISSUE_PAGE,
  type DocumentPreview,
  type ExportResult,
  type PreIssuePage,
} from '../../server/src/protocol';
import { root, startServer, type TestServer } from '../support/lsp-client';
import { harmIn, HOSTILE_DRAFT } from './hostile-draft';

/** Everything of a Markdown text that is more than text: HTML, pictures, and links that are not to our own pages. */
function harmInMarkdown(text: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html') found.push(node.value);
    if (node.type === 'image') found.push(node.url);
    if (node.type === 'link' && !/^file:.*\/docs\/rules\//.test(node.url)) found.push(node.url);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(unified().use(remarkParse).parse(text));
  return found;
}

/** As pages show a tag that is text. */
const ESCAPED = /&(?:lt|#60);script&(?:gt|#62);/;

describe('A draft full of scripts and links', function () {
  this.timeout(60_000);
  let server: TestServer;
  let folder: string;
  let textDocument: { uri: string };

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'yaodian-markup-'));
    writeFileSync(path.join(folder, '稿.要点.md'), HOSTILE_DRAFT);
    server = await startServer({
      workspace: folder,
      patience: 20_000,
      initializationOptions: { commands: ['yaodian.placeCursor'] },
      capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } },
    });
    textDocument = { uri: server.open('稿.要点.md', HOSTILE_DRAFT) };
    await server.diagnostics(textDocument.uri);
  });
  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('would be noticed as markup', () => {
    assert.ok(harmIn(HOSTILE_DRAFT).length >= 4);
    assert.ok(harmInMarkdown(HOSTILE_DRAFT).length >= 4);
  });

  it('stays text in the preview', async () => {
    const { pages, title } = await server.request<DocumentPreview>(DOCUMENT_PREVIEW, { textDocument });
    assert.ok(ESCAPED.test(pages.join('')));
    assert.deepEqual(pages.flatMap(harmIn), []);
    assert.ok(title.includes('script'));
  });

  it('stays text in the exported page', async () => {
    const result = await server.request<ExportResult>(EXPORT_DOCUMENT, { textDocument, format: 'html' });
    assert.ok('base64' in result);
    const html = Buffer.from(result.base64, 'base64').toString();
    assert.ok(ESCAPED.test(html));
    assert.deepEqual(harmIn(html), []);
  });

  it('stays text in 发文前检查, whose only commands are ours', async () => {
    const { body } = await server.request<PreIssuePage>(PRE_ISSUE_PAGE, { textDocument });
    assert.ok(ESCAPED.test(body), body);
    assert.deepEqual(harmIn(body), []);
    const commands = [...body.matchAll(/href="command:([^?"]*)/g)].map(([, command]) => command);
    assert.ok(
      commands.every((command) => command === 'yaodian.placeCursor'),
      commands.join(),
    );
  });

  it('stays text in the report of the command line', () => {
    const report = path.join(folder, '报告.html');
    const args = ['check', '稿.要点.md', '--format', 'html', '-o', report];
    const cli = path.join(root, 'dist/cli.js');
    const { stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' });
    const html = readFileSync(report, 'utf8').replace(/<script>[^]*?<\/script>/g, (script) =>
      // The page's own script, which holds nothing of the draft.
      script.includes('harm') ? script : '',
    );
    assert.match(html, /稿\.要点\.md/, stderr);
    assert.deepEqual(harmIn(html), []);
  });

  it('stays text in every hover', async () => {
    let shown = 0;
    for (const [line, text] of HOSTILE_DRAFT.split('\n').entries())
      for (let character = 0; character < text.length; character += 3) {
        const position = { line, character };
        const hover = await server.request(HoverRequest.type, { textDocument, position });
        if (!hover) continue;
        shown++;
        assert.deepEqual(harmInMarkdown((hover.contents as MarkupContent).value), [], `${line}:${character}`);
      }
    assert.ok(shown > 5, `${shown} hovers`);
  });

  it('stays text in completions', async () => {
    for (const position of [
      { line: 10, character: 60 },
      { line: 10, character: 5 },
    ]) {
      const answer = await server.request(CompletionRequest.type, { textDocument, position });
      const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
      for (const { documentation } of items)
        if (documentation !== undefined && typeof documentation !== 'string')
          assert.deepEqual(harmInMarkdown(documentation.value), []);
    }
  });
});
