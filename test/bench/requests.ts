import { CompletionRequest, DocumentSymbolRequest, HoverRequest } from 'vscode-languageserver';
import { startServer } from '../support/lsp-client';
import { clockTime, quantile } from './measure';
import { generatePlan } from './plans';
import { milliseconds, type BenchOptions, type Section } from './section';
import { TYPE_IN_PARAGRAPH } from './typing';

/** What the editor asks for while a person works, each right after an edit. */
export async function benchRequests({ programs, quick }: BenchOptions): Promise<Section> {
  const text = generatePlan(36_000);
  const lines = text.split('\n');
  const server = await startServer({ command: [programs.server, '--stdio'], patience: 60_000 });
  const uri = server.open('要点.要点.md', text);
  await server.diagnostics(uri);
  const line = lines.findIndex((content) => content.includes('责任单位：'));
  const position = { line, character: (lines[line] as string).indexOf('责任单位：') + 6 };
  const textDocument = { uri };
  const requests: Record<string, () => Promise<unknown>> = {
    大纲: () => server.request(DocumentSymbolRequest.type, { textDocument }),
    补全: () => server.request(CompletionRequest.type, { textDocument, position }),
    悬停: () => server.request(HoverRequest.type, { textDocument, position }),
  };
  const times: Record<string, number[]> = {};
  for (let at = 0; at < (quick ? 10 : 60); at++) {
    for (const [name, request] of Object.entries(requests)) {
      for (const change of TYPE_IN_PARAGRAPH(lines, at)) {
        const version = server.change(uri, change);
        (times[name] ??= []).push(await clockTime(request));
        await server.diagnostics(uri, version);
      }
    }
  }
  await server.stop();
  return {
    title: '编辑之后随即请求（3.6 万字）',
    about: '改一处，不等问题就请求，时钟毫秒数。',
    head: ['请求', 'p50', 'p95', 'p99'],
    rows: Object.entries(times).map(([name, values]) => [
      name,
      ...[0.5, 0.95, 0.99].map((share) => milliseconds(quantile(values, share))),
    ]),
  };
}
