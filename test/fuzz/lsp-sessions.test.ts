import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import {
  CancellationTokenSource,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FileChangeType,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  Range,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DOCUMENT_PREVIEW, DRAFT_OVERVIEW, RENUMBER_PREVIEW } from '../../server/src/protocol';
import { checkRanges, settled } from '../support/answers';
import { startServer, type TestServer } from '../support/lsp-client';
import { FUZZ_ROUNDS, mutatedDraft } from '../support/mutated-draft';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const piece = fc.constantFrom(
  '一、',
  '\n',
  '（三）',
  '〔责任单位：',
  '〕',
  '```\n',
  '<!-- ',
  '-->',
  '𠮷',
  '',
  '\r\n',
  '甲。',
);

/** What a person, or an editor for them, does in a session with three drafts. */
type Step =
  | { readonly kind: 'open'; readonly draft: number; readonly text: string }
  | {
      readonly kind: 'type';
      readonly draft: number;
      readonly edits: readonly (readonly [number, number, string])[];
    }
  | { readonly kind: 'close'; readonly draft: number }
  | {
      readonly kind: 'ask';
      readonly draft: number;
      readonly what: number;
      readonly at: number;
      readonly cancel: boolean;
    }
  | { readonly kind: 'registry'; readonly names: readonly string[] }
  | { readonly kind: 'settings'; readonly off: boolean };

const draft = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), draft, text: mutatedDraft }),
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      draft,
      edits: fc.array(fc.tuple(share, fc.nat(6), piece), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      draft,
      what: fc.nat(99),
      at: share,
      cancel: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('close' as const), draft }),
  fc.record({
    kind: fc.constant('registry' as const),
    names: fc.array(fc.constantFrom('县教育局', '县公安局', '县应急管理局', '[', ': :'), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('settings' as const), off: fc.boolean() }),
);

describe('Sessions of a person in a hurry', () => {
  let server: TestServer;
  let workspace: string;
  let sessions = 0;

  before(async () => {
    workspace = await mkdtemp(path.join(os.tmpdir(), 'yaodian-session-'));
    server = await startServer({ workspace, patience: 40_000 });
  });

  after(async () => {
    await server.stop();
    await rm(workspace, { recursive: true });
  });

  it('get answers within the text, and in the end what a fresh look at the text finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        await new Session(server, workspace, ++sessions).play(steps);
      }),
      { numRuns: 12 * FUZZ_ROUNDS },
    );
    assert.equal(server.stderr, '');
    assert.deepEqual(server.failures, []);
  }).timeout(240_000 * FUZZ_ROUNDS);
});

/** Requests about a place in a document. */
const QUESTIONS = [
  HoverRequest.type,
  CompletionRequest.type,
  DefinitionRequest.type,
  DocumentHighlightRequest.type,
  DocumentLinkRequest.type,
  DocumentSymbolRequest.type,
  DocumentFormattingRequest.type,
  FoldingRangeRequest.type,
  CodeLensRequest.type,
  PrepareRenameRequest.type,
  SemanticTokensRequest.type,
  ReferencesRequest.type,
  RenameRequest.type,
  SelectionRangeRequest.type,
  InlayHintRequest.type,
  CodeActionRequest.type,
  WorkspaceSymbolRequest.type,
  { method: DRAFT_OVERVIEW },
  { method: RENUMBER_PREVIEW },
  { method: DOCUMENT_PREVIEW },
] as const;

class Session {
  private readonly open = new Map<number, TextDocument>();

  constructor(
    private readonly server: TestServer,
    private readonly workspace: string,
    private readonly number: number,
  ) {}

  async play(steps: readonly Step[]): Promise<void> {
    for (const one of steps) await this.take(one);
    for (const [index, document] of [...this.open]) {
      const seen = await this.findingsOf(document);
      this.close(index);
      const again = this.start(index, document.getText());
      assert.deepEqual(seen, await this.findingsOf(again), 'as after reading the text anew');
    }
    for (const index of [...this.open.keys()]) this.close(index);
  }

  private async take(one: Step): Promise<void> {
    if (one.kind === 'registry') return this.changeRegistry(one.names);
    if (one.kind === 'settings') return this.changeSettings(one.off);
    const document = this.open.get(one.draft);
    if (one.kind === 'open') {
      if (document === undefined) this.start(one.draft, one.text);
    } else if (document === undefined) return;
    else if (one.kind === 'close') this.close(one.draft);
    else if (one.kind === 'type') this.type(document, one.edits);
    else await this.ask(document, one);
  }

  private start(index: number, text: string): TextDocument {
    const uri = this.server.open(`稿${this.number}-${index}.要点.md`, text);
    const document = TextDocument.create(uri, 'yaodian', 1, text);
    this.open.set(index, document);
    return document;
  }

  private close(index: number): void {
    this.server.close((this.open.get(index) as TextDocument).uri);
    this.open.delete(index);
  }

  private type(document: TextDocument, edits: readonly (readonly [number, number, string])[]): void {
    for (const [at, length, text] of edits) {
      const start = Math.floor(at * document.getText().length);
      const range = Range.create(document.positionAt(start), document.positionAt(start + length));
      const version = this.server.change(document.uri, { range, text });
      TextDocument.update(document, [{ range, text }], version);
    }
  }

  private async ask(document: TextDocument, one: Step & { kind: 'ask' }): Promise<void> {
    const { method } = QUESTIONS[one.what % QUESTIONS.length] as { method: string };
    const position = document.positionAt(Math.floor(one.at * document.getText().length));
    const whole = Range.create({ line: 0, character: 0 }, document.positionAt(document.getText().length));
    const params = {
      textDocument: { uri: document.uri },
      position,
      positions: [position],
      range: whole,
      context: { diagnostics: [], includeDeclaration: true },
      options: { tabSize: 2, insertSpaces: true },
      newName: '县教育体育局',
      query: '教育',
    };
    const cancellation = new CancellationTokenSource();
    const answer = this.server.connection.sendRequest(method, params, cancellation.token);
    if (one.cancel) cancellation.cancel();
    checkRanges(await this.within(method, settled(answer)), document);
  }

  private async within<T>(what: string, answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer to ${what}`)), 40_000);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }

  private async changeRegistry(names: readonly string[]): Promise<void> {
    const file = path.join(this.workspace, '单位名录.yaml');
    await writeFile(file, `单位:\n${names.map((name) => `  - 名称: ${name}\n`).join('')}`);
    await this.server.notify(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: pathToFileURL(file).href, type: FileChangeType.Changed }],
    });
  }

  private async changeSettings(off: boolean): Promise<void> {
    this.server.configuration = { yaodian: { 检查: off ? { 'numbering/gap': '关闭' } : {} } };
    await this.server.notify(DidChangeConfigurationNotification.type, { settings: null });
  }

  /** What was published last; the registry and the settings may still be on their way, so the same twice. */
  private async findingsOf(document: TextDocument): Promise<unknown> {
    await this.server.diagnostics(document.uri, document.version);
    let last = '';
    for (;;) {
      await this.server.request(DRAFT_OVERVIEW, { textDocument: { uri: document.uri } });
      await new Promise((resolve) => setTimeout(resolve, 150));
      const latest = this.server.published.findLast(({ uri }) => uri === document.uri)?.diagnostics ?? [];
      for (const { range } of latest) checkRanges({ range }, document);
      const now = JSON.stringify(
        latest.map(({ code, range, message, severity }) => [code, range, message, severity]),
      );
      if (now === last) return JSON.parse(now);
      last = now;
    }
  }
}
